package com.luckyfunatic.engine.tournament;

import java.util.Comparator;

/**
 * Where a tournament stands among others: the cursor of their lists.
 *
 * @param closesAtMillis when it closes, epoch milliseconds
 * @param id its name
 */
public record TournamentPlace(long closesAtMillis, TournamentId id)
        implements Comparable<TournamentPlace> {
    private static final Comparator<TournamentPlace> ORDER =
            Comparator.comparingLong(TournamentPlace::closesAtMillis)
                    .thenComparing(place -> place.id().value());

    @Override
    public int compareTo(TournamentPlace other) {
        return ORDER.compare(this, other);
    }
}
