package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.reward.Reward;
import java.util.List;

/**
 * A raffle as whoever opens it describes it. It never changes: players have bought tickets on it.
 *
 * <p>Each ticket wins at most once. A player wins as often as his tickets are drawn, so that every
 * ticket has the same chance, whoever holds it.
 *
 * @param id its name
 * @param name what players read, 1 to {@link #TEXT_MAX} characters
 * @param description what players read below the name, up to {@link #TEXT_MAX} characters
 * @param terms on what terms tickets are sold
 * @param limitPerPlayer how many tickets a player can hold, 1 to {@code ticketsMax}
 * @param ticketsMax how many tickets there are, 1 to {@link #TICKETS_MAX}
 * @param prizes the first ones drawn get the first; 1 to {@link #WINNERS_MAX} winners in all
 */
public record RaffleDefinition(
        RaffleId id,
        String name,
        String description,
        RaffleTerms terms,
        int limitPerPlayer,
        int ticketsMax,
        List<RafflePrize> prizes) {
    /** The most tickets of one raffle. */
    public static final int TICKETS_MAX = 1_000_000;

    /** The most winners of one raffle. */
    public static final int WINNERS_MAX = 1_000;

    /** The most characters of a text. */
    public static final int TEXT_MAX = 500;

    /** Checks the ranges and copies the list. */
    public RaffleDefinition {
        prizes = List.copyOf(prizes);
        if (name.isBlank() || name.length() > TEXT_MAX || description.length() > TEXT_MAX) {
            throw new IllegalArgumentException(
                    "a raffle has a name, and texts of at most " + TEXT_MAX + " characters");
        }
        if (ticketsMax < 1 || ticketsMax > TICKETS_MAX) {
            throw new IllegalArgumentException(
                    "ticketsMax must be 1 to " + TICKETS_MAX + ", was " + ticketsMax);
        }
        if (limitPerPlayer < 1 || limitPerPlayer > ticketsMax) {
            throw new IllegalArgumentException(
                    "limitPerPlayer must be 1 to " + ticketsMax + ", was " + limitPerPlayer);
        }
        int winners = winners(prizes);
        if (winners < 1 || winners > WINNERS_MAX) {
            throw new IllegalArgumentException(
                    "there must be 1 to " + WINNERS_MAX + " winners, not " + winners);
        }
    }

    private static int winners(List<RafflePrize> prizes) {
        return prizes.stream().mapToInt(RafflePrize::winners).reduce(0, Math::addExact);
    }

    /** Returns how many tickets win, if so many are sold. */
    public int winners() {
        return winners(prizes);
    }

    /**
     * Returns what the ticket that is drawn as number {@code place} gets.
     *
     * @param place 1 to {@link #winners()}
     */
    public Reward prize(int place) {
        int last = 0;
        for (RafflePrize prize : prizes) {
            last += prize.winners();
            if (place >= 1 && place <= last) {
                return prize.reward();
            }
        }
        throw new IllegalArgumentException("place must be 1 to " + winners() + ", was " + place);
    }
}
