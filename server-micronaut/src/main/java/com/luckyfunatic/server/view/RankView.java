package com.luckyfunatic.server.view;

import com.luckyfunatic.engine.rank.RankStatus;
import org.jspecify.annotations.Nullable;

/**
 * The player's rank as clients see it.
 *
 * @param rank its number, from 1
 * @param name what players read
 * @param lifetimeEarned funz ever earned
 * @param nextAt lifetime funz at which the next rank is reached; null at the last
 */
public record RankView(int rank, String name, long lifetimeEarned, @Nullable Long nextAt) {
    static RankView of(RankStatus rank) {
        return new RankView(
                rank.rank(),
                rank.name(),
                rank.funzEarned(),
                rank.nextAt() == 0 ? null : rank.nextAt());
    }
}
