package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.CrashPlayer.Answered;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapEvent;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The life of one player as the audit tells it, added up by the game's own rules, change by change.
 * Not thread-safe.
 */
final class PlayerLedger {
    private final PlayerId player;
    private final long telegramId;
    private final Set<OperationId> operations = new HashSet<>();
    private final Map<Long, BitSet> tapsBySession = new HashMap<>();

    /** Where the player stood after the last change of before, and after each added since. */
    private final Map<Long, Place> places = new HashMap<>();

    private @Nullable PlayerState state;
    private boolean broken;

    PlayerLedger(PlayerId player, long telegramId) {
        this.player = player;
        this.telegramId = telegramId;
    }

    /** The sequence of the last change. */
    long sequence() {
        return state == null ? 0 : state.sequence();
    }

    /** Whether a change is missing, so that nothing after it can be added up. */
    boolean isBroken() {
        return broken;
    }

    /**
     * Where the player stood after the change {@code sequence}, if that was among those added last,
     * or the last one before them; null otherwise.
     */
    @Nullable Place placeAfter(long sequence) {
        return places.get(sequence);
    }

    /**
     * Adds changes.
     *
     * @param rows the changes after {@link #sequence}, oldest first
     * @param answered the changes that the player was answered for, in any order
     * @param now where the player stands
     * @param violations told what is wrong
     * @return those answered that are not among the rows
     */
    List<Answered> add(
            List<StateChange> rows,
            List<Answered> answered,
            Place now,
            Consumer<Violation> violations) {
        List<Answered> open = new ArrayList<>(answered);
        places.keySet().retainAll(Set.of(sequence()));
        for (StateChange row : rows) {
            if (row.sequence() != sequence() + 1) {
                violations.accept(
                        violation(
                                Violation.Kind.AUDIT,
                                0,
                                "after change %d comes %d".formatted(sequence(), row.sequence())));
                broken = true;
                return open;
            }
            try {
                state = GameRules.evolve(state, player, row.events(), row.atMillis());
            } catch (IllegalStateException | IllegalArgumentException e) {
                violations.accept(
                        violation(
                                Violation.Kind.AUDIT,
                                0,
                                "change %d cannot follow: %s".formatted(row.sequence(), e)));
                broken = true;
                return open;
            }
            places.put(row.sequence(), place(state));
            checkWallet(row, state.wallet(), violations);
            checkOnce(row, violations);
            if (!removeLatest(open, row) && isAsked(row)) {
                violations.accept(
                        violation(
                                Violation.Kind.DOUBLED,
                                0,
                                "nobody was answered for change %d (%s %s)"
                                        .formatted(
                                                row.sequence(), row.command(), row.operationId())));
            }
        }
        checkEnd(now, violations);
        return open;
    }

    private static Place place(PlayerState state) {
        Wallet wallet = state.wallet();
        return new Place(state.sequence(), wallet.funz(), wallet.jokers(), state.rank().rank());
    }

    private void checkWallet(StateChange row, Wallet added, Consumer<Violation> violations) {
        if (!added.equals(row.walletAfter())) {
            violations.accept(
                    violation(
                            Violation.Kind.WRONG_BALANCE,
                            0,
                            "change %d has %s, its changes add up to %s"
                                    .formatted(row.sequence(), row.walletAfter(), added)));
        }
    }

    /** An operation id and a tap's number stand for one change each, whatever became of them. */
    private void checkOnce(StateChange row, Consumer<Violation> violations) {
        OperationId operation = row.operationId();
        if (operation != null && !operations.add(operation)) {
            violations.accept(
                    violation(
                            Violation.Kind.DOUBLED,
                            0,
                            "operation " + operation + " was carried out twice"));
        }
        for (GameEvent event : row.events()) {
            if (event instanceof TapEvent.Tapped tapped
                    && tapped.sequence() != null
                    && !isFirst(tapped.sequence())) {
                violations.accept(
                        violation(
                                Violation.Kind.DOUBLED,
                                0,
                                "tap " + tapped.sequence() + " was carried out twice"));
            }
        }
    }

    private boolean isFirst(TapSequence tap) {
        BitSet numbers = tapsBySession.computeIfAbsent(tap.session(), _ -> new BitSet());
        int number = Math.toIntExact(tap.number());
        boolean first = !numbers.get(number);
        numbers.set(number);
        return first;
    }

    /**
     * Takes away what {@code row} answers. Of two answers to one intent that were told the same
     * place it is the later one: the earlier was lost.
     */
    private static boolean removeLatest(List<Answered> open, StateChange row) {
        Answered latest = null;
        for (Answered each : open) {
            if (isAnsweredBy(each, row) && (latest == null || each.atNanos() >= latest.atNanos())) {
                latest = each;
            }
        }
        return latest != null && open.remove(latest);
    }

    /**
     * Whether the row is that very intent, and the answer told where the player stood after it. An
     * answer to a repeat may tell where they stood later.
     */
    private static boolean isAnsweredBy(Answered answered, StateChange row) {
        Outcome.Step step = answered.outcome().step();
        return step != null
                && isOf(answered.intent(), row)
                && (answered.outcome().repeated() || isAt(step.after(), row));
    }

    private static boolean isAt(Place place, StateChange row) {
        return place.sequence() == row.sequence()
                && place.funz() == row.walletAfter().funz()
                && place.jokers() == row.walletAfter().jokers();
    }

    private static boolean isOf(Intent intent, StateChange row) {
        String key = intent.key();
        if (key == null) {
            return row.events().stream()
                    .anyMatch(event ->
                            event instanceof TapEvent.Tapped tapped
                                    && tapped.sequence() != null
                                    && tapped.sequence().number() == intent.number());
        }
        return row.operationId() != null && key.equals(row.operationId().value());
    }

    private static boolean isTap(StateChange row) {
        return row.events().stream().anyMatch(TapEvent.Tapped.class::isInstance);
    }

    /** Whether somebody asked for it: what looking and logging in brings about is not answered. */
    private static boolean isAsked(StateChange row) {
        OperationId operation = row.operationId();
        return isTap(row) || (operation != null && operation.value().startsWith("crash-"));
    }

    private void checkEnd(Place now, Consumer<Violation> violations) {
        Wallet wallet = state == null ? new Wallet(0, 0, 0) : state.wallet();
        if (sequence() < now.sequence()) {
            violations.accept(
                    violation(
                            Violation.Kind.AUDIT,
                            0,
                            "the audit ends at change %d, the state is at %s"
                                    .formatted(sequence(), now)));
            broken = true;
        } else if (sequence() > now.sequence()) {
            violations.accept(
                    violation(
                            Violation.Kind.LOST,
                            0,
                            "the audit is at change %d, the state at %s"
                                    .formatted(sequence(), now)));
            broken = true;
        } else if (wallet.funz() != now.funz() || wallet.jokers() != now.jokers()) {
            violations.accept(
                    violation(
                            Violation.Kind.WRONG_BALANCE,
                            0,
                            "the changes add up to %s, the state has %s".formatted(wallet, now)));
        }
    }

    private Violation violation(Violation.Kind kind, long intent, String detail) {
        return new Violation(kind, telegramId, intent, detail);
    }
}
