package com.luckyfunatic.server.support;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The content that is in force, or would be.
 *
 * @param release the number of the release; null of one that is not published, 0 for the catalog
 *     that servers are given
 * @param version what it calls itself
 * @param state {@code planned}, {@code in_force} or {@code cancelled}
 * @param activeFrom from when on; null for at once, and of what servers are given
 * @param changes what is different in it, like a change log
 * @param losses what players could lose by it
 */
@Schema(
        example =
                """
                {"release": null, "version": "2026.7", "state": "planned",
                "activeFrom": "2026-06-21T00:00:00Z",
                "changes": ["card miner: price at level 3 40 → 50"], "losses": []}
                """)
record PlannedContentView(
        @Nullable Long release,
        String version,
        String state,
        @Nullable Instant activeFrom,
        List<String> changes,
        List<String> losses) {
    /** Returns it in a few words. */
    String words() {
        return (release == null ? "content " : "release " + release + ", content ")
                + version
                + ", "
                + state;
    }
}
