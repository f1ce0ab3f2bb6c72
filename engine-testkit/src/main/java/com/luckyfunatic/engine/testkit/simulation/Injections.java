package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.testkit.simulation.Fault.Kind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The faults that wait for their opportunity. Not thread-safe. */
final class Injections {
    private final List<Fault> waiting;
    private int happened;

    Injections(List<Fault> faults) {
        waiting = new ArrayList<>(faults);
    }

    /** Returns the first of {@code kind} that is due, which is over by that; null for none. */
    @Nullable Fault take(Kind kind, int target, long nowMillis) {
        Iterator<Fault> each = waiting.iterator();
        while (each.hasNext()) {
            Fault fault = each.next();
            if (fault.atMillis() > nowMillis) {
                return null;
            }
            if (fault.kind() == kind && fault.target() == target) {
                each.remove();
                happened++;
                return fault;
            }
        }
        return null;
    }

    /** Takes out all that happen by themselves at their moment. */
    List<Fault> timed() {
        List<Fault> timed =
                waiting.stream()
                        .filter(fault ->
                                switch (fault.kind()) {
                                    case STORE_AWAY,
                                            CLOCK_STEP,
                                            REDIS_CRASH,
                                            REDIS_FAILOVER,
                                            REDIS_EMPTIED ->
                                            true;
                                    default -> false;
                                })
                        .toList();
        waiting.removeAll(timed);
        return timed;
    }

    /** One happened by itself. */
    void count() {
        happened++;
    }

    /** Nothing more happens. */
    void clear() {
        waiting.clear();
    }

    /** How many have happened. */
    int happened() {
        return happened;
    }
}
