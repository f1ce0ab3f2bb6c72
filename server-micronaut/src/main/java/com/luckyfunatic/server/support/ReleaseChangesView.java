package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.catalog.CatalogChange;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release of the content, and what is different in it.
 *
 * @param release the release
 * @param against the release that the changes are against; null where there is none before it
 * @param changes like a change log
 */
@Schema(
        example =
                """
                {"release": {"number": 8, "version": "2026.7",
                "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "state": "in_force", "author": "ada", "reason": "summer prices",
                "createdAt": "2026-06-20T15:00:00Z", "activeFrom": "2026-06-21T00:00:00Z",
                "restores": null}, "against": 7,
                "changes": ["card miner: price at level 3 40 → 50"]}
                """)
record ReleaseChangesView(ReleaseView release, @Nullable Long against, List<String> changes) {
    static ReleaseChangesView of(
            ReleaseView release, @Nullable Long against, List<CatalogChange> changes) {
        return new ReleaseChangesView(
                release, against, changes.stream().map(CatalogChange::line).toList());
    }
}
