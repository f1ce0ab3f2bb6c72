package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerEvent;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.storage.codec.Unreadable;
import com.luckyfunatic.storage.verify.KeptChange.Kept;
import com.luckyfunatic.storage.verify.Mismatch.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Checks one book, reading the changes from the latest back to the oldest, and keeping only the one
 * before: each balance must be the one before plus what the change paid. So the balance of the
 * state is the sum of all changes on top of what the oldest began with, which is nothing for the
 * first of all. Used once.
 */
final class BookCheck {
    private final PlayerId player;
    private final PlayerBook book;
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final Map<LocalDate, Long> days = new TreeMap<>();

    private @Nullable PlayerState state;
    private @Nullable PlayerState snapshot;
    private @Nullable StateChange later;
    private OperationCheck operations = new OperationCheck(List.of());
    private ActionCheck actions = new ActionCheck(List.of());
    private long changes;
    private long laterThanState;
    private long underWay;

    private BookCheck(PlayerBook book) {
        this.book = book;
        player = book.player();
    }

    /**
     * What a book says.
     *
     * @param changes how many were checked
     * @param operations how many hard operations were found among them
     * @param operationsOutOfReach how many are older than the changes that are kept
     * @param oldestMillis when the oldest change was made; {@link Long#MAX_VALUE} for none
     * @param isComplete whether the first change of all was among them
     */
    record Checked(
            List<Mismatch> mismatches,
            long changes,
            long operations,
            long operationsOutOfReach,
            long oldestMillis,
            boolean isComplete) {
        Checked with(List<Mismatch> others) {
            return new Checked(
                    others, changes, operations, operationsOutOfReach, oldestMillis, isComplete);
        }
    }

    static Checked check(PlayerBook book) {
        return new BookCheck(book).run();
    }

    private Checked run() {
        try {
            read();
        } catch (StorageCorruptException e) {
            add(Kind.UNREADABLE, Unreadable.reason(e));
        }
        StateChange oldest = later;
        return new Checked(
                List.copyOf(mismatches),
                changes,
                operations.found(),
                operations.outOfReach(),
                oldest == null ? Long.MAX_VALUE : oldest.atMillis(),
                oldest == null ? state == null : oldest.sequence() == 1);
    }

    private void read() {
        operations = new OperationCheck(book.operations());
        actions = new ActionCheck(book.carriedOut().orElse(List.of()));
        snapshot = readable(book::snapshot);
        state = book.state();
        book.changes(this::next);
        checkBeginning();
        checkSnapshot();
        checkRows();
        // Again: what came after they were read first is stored by now.
        operations.addMissing(book.operations());
        operations.finish(later, this::add);
        book.carriedOut().ifPresent(after -> actions.finish(later, after, this::add));
    }

    private @Nullable PlayerState readable(Supplier<@Nullable PlayerState> stored) {
        try {
            return stored.get();
        } catch (StorageCorruptException e) {
            add(Kind.UNREADABLE, Unreadable.reason(e));
            return null;
        }
    }

    private void next(KeptChange kept) {
        StateChange change = kept.change();
        countDay(kept);
        PlayerState present = state;
        if (present == null || change.sequence() > present.sequence()) {
            laterThanState++;
            return;
        }
        changes++;
        StateChange after = later;
        if (after != null && after.sequence() <= change.sequence()) {
            add(
                    Kind.DUPLICATE,
                    "changes "
                            + after.id()
                            + " and "
                            + change.id()
                            + " are both number "
                            + change.sequence());
            return;
        }
        checkRange(change);
        if (after == null) {
            checkLast(present, change);
        } else {
            checkStep(change, after);
        }
        PlayerState stored = snapshot;
        if (stored != null
                && stored.sequence() == change.sequence()
                && !stored.wallet().equals(change.walletAfter())) {
            add(
                    Kind.SNAPSHOT,
                    "the snapshot has "
                            + text(stored.wallet())
                            + ", change "
                            + change.sequence()
                            + " left "
                            + text(change.walletAfter()));
        }
        if (change.durability() == Durability.HARD) {
            OperationId id = book.operationOf(change);
            if (id != null) {
                operations.see(id, change, kept.where() == Kept.UNDER_WAY, this::add);
            }
        }
        actions.see(change);
        later = change;
    }

    private void countDay(KeptChange kept) {
        if (kept.where() == Kept.AT_REST) {
            days.merge(day(kept.change().atMillis()), 1L, Long::sum);
        } else {
            underWay++;
        }
    }

    private static LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
    }

    private void checkRange(StateChange change) {
        checkRange("funz", change.sequence(), change.walletAfter().funz() - funz(change));
        checkRange("jokers", change.sequence(), change.walletAfter().jokers() - jokers(change));
    }

    private void checkRange(String currency, long sequence, long before) {
        if (before < 0 || before > Amounts.MAX) {
            add(Kind.RANGE, "before change " + sequence + " there were " + before + " " + currency);
        }
    }

    private void checkLast(PlayerState present, StateChange last) {
        if (last.sequence() != present.sequence()) {
            addGap(last.sequence() + 1, present.sequence());
        } else if (!last.walletAfter().equals(present.wallet())) {
            add(
                    Kind.STATE,
                    "the state has "
                            + text(present.wallet())
                            + ", its last change "
                            + last.sequence()
                            + " left "
                            + text(last.walletAfter()));
        }
    }

    private void checkStep(StateChange change, StateChange after) {
        if (change.sequence() != after.sequence() - 1) {
            addGap(change.sequence() + 1, after.sequence() - 1);
            return;
        }
        Wallet before = change.walletAfter();
        checkSum("funz", after, before.funz(), funz(after), after.walletAfter().funz());
        checkSum("jokers", after, before.jokers(), jokers(after), after.walletAfter().jokers());
        if (before.funzEarned() > after.walletAfter().funzEarned()
                && after.events().stream().noneMatch(BookCheck::isOfAnotherGame)) {
            add(Kind.BALANCE, "change " + after.sequence() + " lowers the funz ever earned");
        }
    }

    /** What was earned is counted for each game by itself. */
    private static boolean isOfAnotherGame(GameEvent event) {
        return event instanceof PlayerEvent.PlayerReset
                || event instanceof PlayerEvent.PlayerRestored;
    }

    private void checkSum(String currency, StateChange change, long before, long delta, long now) {
        if (before + delta != now) {
            add(
                    Kind.BALANCE,
                    "change %d pays %d %s on top of %d and leaves %d"
                            .formatted(change.sequence(), delta, currency, before, now));
        }
    }

    private void checkBeginning() {
        PlayerState present = state;
        if (present == null) {
            if (laterThanState > underWay) {
                add(Kind.STATE, laterThanState + " changes are kept, but no state");
            }
            return;
        }
        StateChange oldest = later;
        if (oldest == null) {
            if (!book.mayLack(present.sequence())) {
                addGap(1, present.sequence());
            }
        } else if (oldest.sequence() > 1) {
            if (!book.mayLack(oldest.sequence() - 1)) {
                addGap(1, oldest.sequence() - 1);
            }
        } else {
            checkSum("funz", oldest, 0, funz(oldest), oldest.walletAfter().funz());
            checkSum("jokers", oldest, 0, jokers(oldest), oldest.walletAfter().jokers());
        }
    }

    private void checkSnapshot() {
        PlayerState stored = snapshot;
        if (stored != null && (state == null || stored.sequence() > state.sequence())) {
            add(
                    Kind.SNAPSHOT,
                    "the snapshot is at "
                            + stored.sequence()
                            + ", the state at "
                            + (state == null ? 0 : state.sequence()));
        }
    }

    private void checkRows() {
        book.auditedByDay().ifPresent(this::checkAudited);
        OptionalLong rows = book.rows();
        if (rows.isPresent() && rows.getAsLong() > changes + laterThanState) {
            add(
                    Kind.DUPLICATE,
                    rows.getAsLong()
                            + " changes are stored, "
                            + (changes + laterThanState)
                            + " belong to the history");
        }
    }

    private void checkAudited(Map<LocalDate, Long> audited) {
        TreeSet<LocalDate> all = new TreeSet<>(days.keySet());
        all.addAll(audited.keySet());
        for (LocalDate day : all) {
            long shown = days.getOrDefault(day, 0L);
            long counted = audited.getOrDefault(day, 0L);
            // What waited in the journal may have come meanwhile.
            if (counted < shown || counted > shown + underWay) {
                add(
                        Kind.AUDIT,
                        "on "
                                + day
                                + " the audit counts "
                                + counted
                                + " changes and shows "
                                + shown);
            }
        }
    }

    private void addGap(long from, long to) {
        add(
                Kind.GAP,
                from == to
                        ? "change " + from + " is missing"
                        : "changes " + from + " to " + to + " are missing");
    }

    private void add(Kind kind, String detail) {
        mismatches.add(new Mismatch(player, kind, detail));
    }

    private static long funz(StateChange change) {
        return change.events().stream().mapToLong(GameEvent::funzDelta).sum();
    }

    private static long jokers(StateChange change) {
        return change.events().stream().mapToLong(GameEvent::jokersDelta).sum();
    }

    private static String text(Wallet wallet) {
        return "%d funz (%d ever earned) and %d jokers"
                .formatted(wallet.funz(), wallet.funzEarned(), wallet.jokers());
    }
}
