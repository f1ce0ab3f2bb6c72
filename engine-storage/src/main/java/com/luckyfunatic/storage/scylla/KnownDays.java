package com.luckyfunatic.storage.scylla;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which entries of {@link PlayerDays} this process has stored, so that it need not store them with
 * every change of the day.
 *
 * <p>A node that dies may forget what it acknowledged last. So everything has to be forgotten here
 * too when a node goes or comes: whoever appends again then stores the entries again. Thread-safe.
 */
final class KnownDays {
    private static final int REMEMBERED = 100_000;

    private final Map<PlayerDay, Long> firsts =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<PlayerDay, Long> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** Returns whether an entry is stored that covers {@code sequence}. */
    synchronized boolean cover(PlayerDay day, long sequence) {
        Long first = firsts.get(day);
        return first != null && first <= sequence;
    }

    /** Remembers that an entry has been stored. */
    synchronized void add(PlayerDay day, long firstSequence) {
        firsts.merge(day, firstSequence, Math::min);
    }

    /** Forgets everything. */
    synchronized void forget() {
        firsts.clear();
    }
}
