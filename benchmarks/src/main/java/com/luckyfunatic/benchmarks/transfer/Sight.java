package com.luckyfunatic.benchmarks.transfer;

import java.util.List;

/**
 * What the game shows its players at one moment.
 *
 * @param listed their transfers
 * @param holders what they hold, by their number
 */
record Sight(List<Listed> listed, List<Holder> holders) {
    /** Looks at it now. */
    static Sight of(Players players) {
        return new Sight(players.listed(), players.holders());
    }

    /** Whether the platform was asked for each transfer. */
    boolean isSent() {
        return listed.stream().allMatch(Listed::isSent) && isComplete();
    }

    /** Whether nothing is under way. */
    boolean isOver() {
        return listed.stream().allMatch(Listed::isOver) && isComplete();
    }

    /** Whether nothing has left a player that is not listed yet. */
    private boolean isComplete() {
        for (int player = 0; player < holders.size(); player++) {
            Holder holder = holders.get(player);
            if (holder.after() != TransferCheck.expected(player, holder.before(), listed)) {
                return false;
            }
        }
        return true;
    }
}
