package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.catalog.CatalogChange;
import com.luckyfunatic.engine.catalog.CatalogProblem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A release of the content, and what is different in it.
 *
 * @param release the release
 * @param replaces the release that it comes in the place of, for {@code expectedCurrent}; 0 for
 *     none, null where it was published before
 * @param against the release that the changes are against: the one that it replaces, unless the
 *     server cannot play that; 0 for the catalog that servers are given, null where nothing was
 *     compared
 * @param changes like a change log
 * @param losses what players could lose by it, if that was accepted
 */
@Schema(
        example =
                """
                {"release": {"number": 8, "version": "2026.7",
                "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "state": "in_force", "author": "ada", "reason": "summer prices",
                "createdAt": "2026-06-20T15:00:00Z", "activeFrom": "2026-06-21T00:00:00Z",
                "restores": null}, "replaces": 7, "against": 7,
                "changes": ["card miner: price at level 3 40 → 50"], "losses": []}
                """)
record ReleaseChangesView(
        ReleaseView release,
        @Nullable Long replaces,
        @Nullable Long against,
        List<String> changes,
        List<String> losses) {
    static ReleaseChangesView of(
            ReleaseView release,
            @Nullable Long replaces,
            @Nullable Long against,
            List<CatalogChange> changes,
            List<CatalogProblem> losses) {
        return new ReleaseChangesView(
                release,
                replaces,
                against,
                changes.stream().map(CatalogChange::line).toList(),
                losses.stream().map(CatalogProblem::toString).toList());
    }
}
