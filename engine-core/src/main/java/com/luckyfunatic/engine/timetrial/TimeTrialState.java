package com.luckyfunatic.engine.timetrial;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A player's time trials.
 *
 * @param active the try that goes on; null for none
 * @param bests what was reached, each level once, in the order of the first finish
 */
public record TimeTrialState(@Nullable TimeTrialRun active, List<PersonalBest> bests) {
    /** Nothing tried. */
    public static final TimeTrialState NONE = new TimeTrialState(null, List.of());

    /** Copies the list. */
    public TimeTrialState {
        bests = List.copyOf(bests);
    }

    /** Returns what was reached at {@code trial}; null for nothing. */
    public @Nullable PersonalBest best(TimeTrialId trial) {
        for (PersonalBest best : bests) {
            if (best.trial().equals(trial)) {
                return best;
            }
        }
        return null;
    }

    /** Returns the same with a try that goes on. */
    TimeTrialState with(TimeTrialRun run) {
        return new TimeTrialState(run, bests);
    }

    /** Returns the same after a try, with {@code best} in the place of what was reached before. */
    TimeTrialState after(PersonalBest best) {
        List<PersonalBest> next = new ArrayList<>(bests);
        next.replaceAll(each -> each.trial().equals(best.trial()) ? best : each);
        if (!next.contains(best)) {
            next.add(best);
        }
        return new TimeTrialState(null, next);
    }
}
