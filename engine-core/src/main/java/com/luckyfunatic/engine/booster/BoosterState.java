package com.luckyfunatic.engine.booster;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A player's boosters.
 *
 * @param active timed boosters that work, or have ended since the last settlement (which still
 *     needs to know when)
 * @param levels the permanent ones
 * @param uses the last use of each
 */
public record BoosterState(
        List<ActiveBooster> active, List<BoosterLevel> levels, List<BoosterUse> uses) {
    /** No booster was ever used. */
    public static final BoosterState NONE = new BoosterState(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public BoosterState {
        active = List.copyOf(active);
        levels = List.copyOf(levels);
        uses = List.copyOf(uses);
    }

    /** Returns the level in the permanent booster {@code type}; 0 when it was never bought. */
    public int level(BoosterType type) {
        for (int i = 0; i < levels.size(); i++) {
            if (levels.get(i).type().equals(type)) {
                return levels.get(i).level();
            }
        }
        return 0;
    }

    /** Returns the timed booster {@code type} if it works at {@code atMillis}. */
    public @Nullable ActiveBooster activeAt(BoosterType type, long atMillis) {
        for (ActiveBooster booster : active) {
            if (booster.type().equals(type) && booster.isActive(atMillis)) {
                return booster;
            }
        }
        return null;
    }

    /** Returns the last use of {@code type}, or null when there was none. */
    public @Nullable BoosterUse use(BoosterType type) {
        for (BoosterUse use : uses) {
            if (use.type().equals(type)) {
                return use;
            }
        }
        return null;
    }

    BoosterState with(ActiveBooster booster) {
        return new BoosterState(
                replaced(active, b -> b.type().equals(booster.type()), booster), levels, uses);
    }

    BoosterState with(BoosterLevel level) {
        return new BoosterState(
                active, replaced(levels, l -> l.type().equals(level.type()), level), uses);
    }

    BoosterState with(BoosterUse use) {
        return new BoosterState(
                active, levels, replaced(uses, u -> u.type().equals(use.type()), use));
    }

    /** Returns this without the timed boosters that have ended by {@code atMillis}. */
    public BoosterState withoutEnded(long atMillis) {
        for (ActiveBooster booster : active) {
            if (!booster.isActive(atMillis)) {
                return new BoosterState(
                        active.stream().filter(b -> b.isActive(atMillis)).toList(), levels, uses);
            }
        }
        return this;
    }

    private static <T> List<T> replaced(List<T> list, Predicate<T> same, T value) {
        List<T> copy = new ArrayList<>(list.size() + 1);
        boolean found = false;
        for (T each : list) {
            boolean hit = same.test(each);
            copy.add(hit ? value : each);
            found |= hit;
        }
        if (!found) {
            copy.add(value);
        }
        return copy;
    }
}
