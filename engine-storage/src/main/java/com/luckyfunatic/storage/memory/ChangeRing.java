package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The latest changes of one player, up to a bound; a new one displaces the oldest. Not thread-safe.
 *
 * <p>Sequences have no gaps, so the place of a change follows from its sequence and a page costs no
 * search, however long the history is.
 */
final class ChangeRing {
    private static final int CAPACITY_FIRST = 8;

    private final int bound;
    private @Nullable StateChange[] ring = new @Nullable StateChange[0];
    private int oldest;
    private int size;

    ChangeRing(int bound) {
        this.bound = bound;
    }

    /** The sequence of the latest change; 0 before the first. */
    long lastSequence() {
        return size == 0 ? 0 : at(size - 1).sequence();
    }

    /** Adds the next change, whose sequence follows the last one's. */
    void add(StateChange change) {
        if (size == ring.length && size < bound) {
            grow();
        }
        if (size == ring.length) {
            ring[oldest] = change;
            oldest = next(oldest);
        } else {
            ring[(oldest + size) % ring.length] = change;
            size++;
        }
    }

    private int next(int index) {
        return index + 1 == ring.length ? 0 : index + 1;
    }

    /** The ring grows only while it has never been full: the oldest change is at 0. */
    private void grow() {
        int capacity = Math.min(bound, Math.max(CAPACITY_FIRST, size * 2));
        @Nullable StateChange[] larger = new @Nullable StateChange[capacity];
        System.arraycopy(ring, 0, larger, 0, size);
        ring = larger;
    }

    /** Returns up to {@code limit} changes before {@code beforeSequence}, latest first. */
    Page<StateChange> page(long beforeSequence, int limit) {
        if (size == 0) {
            return new Page<>(List.of(), false);
        }
        long first = at(0).sequence();
        int end = (int) (Math.clamp(beforeSequence, first, first + size) - first);
        int start = Math.max(0, end - limit);
        List<StateChange> items = new ArrayList<>(end - start);
        for (int i = end - 1; i >= start; i--) {
            items.add(at(i));
        }
        boolean hasMore = start > 0;
        return new Page<>(items, hasMore, !hasMore && first > 1 && beforeSequence > 1);
    }

    private StateChange at(int position) {
        StateChange change = ring[(oldest + position) % ring.length];
        if (change == null) {
            throw new IllegalStateException("no change at " + position + " of " + size);
        }
        return change;
    }
}
