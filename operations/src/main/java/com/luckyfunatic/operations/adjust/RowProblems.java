package com.luckyfunatic.operations.adjust;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems: the first of them, and how many there are. Thread-safe. */
final class RowProblems {
    private static final int KEPT_MAX = 100;

    private final List<RowProblem> kept = new ArrayList<>();
    private long count;

    synchronized void add(int row, String column, String reason) {
        count++;
        if (kept.size() < KEPT_MAX) {
            kept.add(new RowProblem(row, column, reason));
        }
    }

    /** Returns up to 100 of them, in the order of rows. */
    synchronized List<RowProblem> list() {
        List<RowProblem> all = new ArrayList<>(kept);
        all.sort(Comparator.comparingInt(RowProblem::row));
        if (count > kept.size()) {
            all.add(new RowProblem(0, "", "and " + (count - kept.size()) + " more"));
        }
        return List.copyOf(all);
    }

    synchronized boolean isEmpty() {
        return count == 0;
    }
}
