package com.luckyfunatic.engine;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What players had at some time in the past, from the events in their histories. Thread-safe; reads
 * only. Nothing is added that came by itself meanwhile: energy and income are as of the last
 * change.
 */
public final class PastStates {
    /** How many changes are held in memory at once. */
    private static final int CHANGES_AT_ONCE = 10_000;

    private final PlayerStore players;

    /** Reads the histories of {@code players}. */
    public PastStates(PlayerStore players) {
        this.players = players;
    }

    /** What is known of a player at a time. */
    public sealed interface Past {
        /** Nobody has this id. */
        record Nobody() implements Past {}

        /**
         * The player had not begun.
         *
         * @param beganAtMillis when they did, epoch milliseconds
         */
        record BeforeFirst(long beganAtMillis) implements Past {}

        /**
         * Changes of that time are no longer kept.
         *
         * @param keptFromMillis when the oldest one was made that is; null when none is
         */
        record NoLongerKept(@Nullable Long keptFromMillis) implements Past {}

        /**
         * The last change before the time is kept, with its balances, but not every change before
         * it, so that nothing else is known.
         *
         * @param last the last change that was made by then
         * @param keptFromMillis when the oldest one was made that is kept
         */
        record BalancesOnly(StateChange last, long keptFromMillis) implements Past {}

        /**
         * Everything.
         *
         * @param state after {@code last}
         * @param last the last change that was made by then
         */
        record Whole(PlayerState state, StateChange last) implements Past {}
    }

    /**
     * Returns what {@code player} had at {@code atMillis}, epoch milliseconds.
     *
     * @throws StorageCorruptException when the history has a gap, or does not lead to its balances
     */
    public Past at(PlayerId player, long atMillis) {
        Optional<PlayerState> present = players.find(player);
        if (present.isEmpty()) {
            return new Past.Nobody();
        }
        StateChange oldest = oldest(player, present.get().sequence());
        if (oldest == null) {
            return new Past.NoLongerKept(null);
        }
        if (oldest.atMillis() > atMillis) {
            return oldest.sequence() == 1
                    ? new Past.BeforeFirst(oldest.atMillis())
                    : new Past.NoLongerKept(oldest.atMillis());
        }
        StateChange last = last(player, oldest, present.get().sequence(), atMillis);
        return oldest.sequence() == 1
                ? new Past.Whole(replay(player, last), last)
                : new Past.BalancesOnly(last, oldest.atMillis());
    }

    /** Where the first one is kept, all have to be: a hole must not look like the beginning. */
    private @Nullable StateChange oldest(PlayerId player, long newest) {
        StateChange first = find(player, 1);
        return first == null ? oldestOfTheEnd(player, newest) : first;
    }

    /** Halves the sequences: what is kept is the end of the history. */
    private @Nullable StateChange oldestOfTheEnd(PlayerId player, long newest) {
        StateChange found = find(player, newest);
        long lacking = 0;
        while (found != null && found.sequence() - lacking > 1) {
            long middle = lacking + (found.sequence() - lacking) / 2;
            StateChange there = find(player, middle);
            if (there == null) {
                lacking = middle;
            } else {
                found = there;
            }
        }
        return found;
    }

    /** Halves them by time, which never runs backwards for a player. */
    private StateChange last(PlayerId player, StateChange oldest, long newest, long atMillis) {
        StateChange found = oldest;
        long later = newest + 1;
        while (later - found.sequence() > 1) {
            long middle = found.sequence() + (later - found.sequence()) / 2;
            StateChange there = find(player, middle);
            if (there == null) {
                throw gap(player, middle);
            }
            if (there.atMillis() <= atMillis) {
                found = there;
            } else {
                later = middle;
            }
        }
        return found;
    }

    private @Nullable StateChange find(PlayerId player, long sequence) {
        List<StateChange> found = players.history(player, sequence + 1, 1).items();
        return found.isEmpty() || found.getFirst().sequence() != sequence ? null : found.getFirst();
    }

    private PlayerState replay(PlayerId player, StateChange last) {
        PlayerState state = null;
        long done = 0;
        while (done < last.sequence()) {
            long to = Math.min(done + CHANGES_AT_ONCE, last.sequence());
            for (StateChange change : between(player, done, to).reversed()) {
                if (change.sequence() != done + 1) {
                    throw gap(player, done + 1);
                }
                state = GameRules.evolve(state, player, change.events(), change.atMillis());
                done = change.sequence();
            }
            if (done < to) {
                throw gap(player, done + 1);
            }
        }
        if (state == null || !state.wallet().equals(last.walletAfter())) {
            throw new StorageCorruptException(
                    "the changes of player "
                            + player
                            + " do not lead to the balances of change "
                            + last.sequence());
        }
        return state;
    }

    /** Returns the changes behind {@code after} up to {@code to}, latest first. */
    private List<StateChange> between(PlayerId player, long after, long to) {
        List<StateChange> changes = new ArrayList<>();
        long before = to + 1;
        while (before > after + 1) {
            int limit = (int) Math.min(Page.LIMIT_MAX, before - 1 - after);
            Page<StateChange> page = players.history(player, before, limit);
            if (page.items().isEmpty()) {
                break;
            }
            changes.addAll(page.items());
            before = page.items().getLast().sequence();
        }
        return changes;
    }

    private static StorageCorruptException gap(PlayerId player, long sequence) {
        return new StorageCorruptException(
                "change " + sequence + " of player " + player + " is missing");
    }
}
