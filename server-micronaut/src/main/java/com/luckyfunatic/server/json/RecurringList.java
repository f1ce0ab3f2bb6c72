package com.luckyfunatic.server.json;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list that many answers hold, such as the segments of the wheel: the mapper of {@link
 * StrictJson} remembers its JSON as a whole. To be made once and handed out again, because only
 * then it is found at once. Immutable when its elements are.
 *
 * @param <E> what it lists
 */
public final class RecurringList<E> extends AbstractList<E> implements RandomAccess, Recurring {
    private final List<E> elements;
    private final int hash;

    /** Copies {@code elements}. */
    public RecurringList(List<E> elements) {
        this.elements = List.copyOf(elements);
        this.hash = this.elements.hashCode();
    }

    @Override
    public E get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean recurs() {
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other == this || elements.equals(other);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
