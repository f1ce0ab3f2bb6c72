package com.luckyfunatic.engine.timetrial;

import java.util.List;

/**
 * What a player has reached at a level.
 *
 * @param trial which level
 * @param bestMillis the shortest time
 * @param atMillis when it was run, epoch milliseconds
 * @param medals the targets that were paid, in the order in which they were
 */
public record PersonalBest(TimeTrialId trial, long bestMillis, long atMillis, List<Medal> medals) {
    /** Copies the list. */
    public PersonalBest {
        medals = List.copyOf(medals);
    }
}
