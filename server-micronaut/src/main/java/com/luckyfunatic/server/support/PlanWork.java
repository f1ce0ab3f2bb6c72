package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.server.error.ProblemException;
import org.jspecify.annotations.Nullable;

/** How plans of one kind are tried, shown and carried out. Thread-safe; calls may block. */
interface PlanWork {
    /**
     * What a plan is about.
     *
     * @param before as it is now
     * @param after as it would be; null when that cannot be told
     */
    record Prospect(HoldingsView before, @Nullable HoldingsView after) {}

    /**
     * How a plan was carried out.
     *
     * @param atMillis when, epoch milliseconds
     * @param repeated whether that was before this call
     * @param after what there was after it; null when that is no longer known
     */
    record Done(long atMillis, boolean repeated, @Nullable HoldingsView after) {}

    /**
     * Checks that a plan that is being made could be carried out now.
     *
     * @throws ProblemException when it could not
     */
    void check(SupportPlan plan);

    /** Returns what a plan would come to now; null when what it was made for has changed. */
    @Nullable Prospect prospect(SupportPlan plan);

    /**
     * Returns whether a plan was carried out, an attempt to has come to an end, or one goes on that
     * cannot be taken back.
     */
    boolean isKnown(SupportPlan plan);

    /**
     * Returns whether a plan that was refused has changed nothing, so that it counts for nothing.
     * Where each attempt is one step, a refusal says that.
     */
    default boolean hasComeToNothing(SupportPlan plan) {
        return true;
    }

    /**
     * Carries a plan out, at most once for ever.
     *
     * @throws ProblemException when it came to nothing
     */
    Done carryOut(SupportPlan plan);
}
