package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.catalog.CatalogRelease;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A release of the content.
 *
 * @param number which one, later ones greater; 0 for one that is not published
 * @param version what the content calls itself
 * @param hash SHA-256 of its document
 * @param state {@code planned}, {@code in_force}, {@code replaced} or {@code cancelled}
 * @param author who published it
 * @param reason why
 * @param createdAt when it was published
 * @param activeFrom when it comes into force, or did
 * @param restores the number of the earlier release whose content it is; null for new content
 */
@Schema(
        example =
                """
                {"number": 8, "version": "2026.7",
                "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "state": "in_force", "author": "ada", "reason": "summer prices",
                "createdAt": "2026-06-20T15:00:00Z", "activeFrom": "2026-06-21T00:00:00Z",
                "restores": null}
                """)
record ReleaseView(
        long number,
        String version,
        String hash,
        String state,
        String author,
        String reason,
        Instant createdAt,
        Instant activeFrom,
        @Nullable Long restores) {
    /**
     * Shows {@code release}.
     *
     * @param inForce the number of the one in force
     */
    static ReleaseView of(CatalogRelease release, long inForce, long nowMillis) {
        return new ReleaseView(
                release.number(),
                release.version(),
                release.hash(),
                state(release, inForce, nowMillis),
                release.author(),
                release.reason(),
                Instant.ofEpochMilli(release.createdAtMillis()),
                Instant.ofEpochMilli(release.activeFromMillis()),
                release.restores() == 0 ? null : release.restores());
    }

    private static String state(CatalogRelease release, long inForce, long nowMillis) {
        if (release.cancelled()) {
            return "cancelled";
        }
        if (release.number() == 0 || release.isPlanned(nowMillis)) {
            return "planned";
        }
        return release.number() == inForce ? "in_force" : "replaced";
    }
}
