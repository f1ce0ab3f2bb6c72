package com.luckyfunatic.engine.testkit.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Delta debugging over what goes wrong: leaves out faults as long as the rest still does it. What
 * is left is a list that gets well by leaving out any one of it, not always the shortest there is.
 */
final class Shrinker {
    private Shrinker() {}

    /**
     * Returns a part of {@code faults} that still fails, in the same order.
     *
     * @param fails whether an execution with these faults fails; the same for the same faults
     */
    static List<Fault> shrink(List<Fault> faults, Predicate<List<Fault>> fails) {
        List<Fault> left = List.copyOf(faults);
        int parts = 2;
        while (!left.isEmpty()) {
            List<Fault> less = withoutOnePart(left, Math.min(parts, left.size()), fails);
            if (less.size() < left.size()) {
                left = less;
                parts = Math.max(2, parts - 1);
            } else if (parts >= left.size()) {
                return left;
            } else {
                parts = Math.min(left.size(), 2 * parts);
            }
        }
        return left;
    }

    /** Returns {@code faults} itself when each of its parts is needed. */
    private static List<Fault> withoutOnePart(
            List<Fault> faults, int parts, Predicate<List<Fault>> fails) {
        for (int part = 0; part < parts; part++) {
            List<Fault> less = new ArrayList<>(faults);
            less.subList(faults.size() * part / parts, faults.size() * (part + 1) / parts).clear();
            if (fails.test(less)) {
                return List.copyOf(less);
            }
        }
        return faults;
    }
}
