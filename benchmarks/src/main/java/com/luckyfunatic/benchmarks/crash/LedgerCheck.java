package com.luckyfunatic.benchmarks.crash;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.benchmarks.crash.CrashPlayer.Answered;
import com.luckyfunatic.engine.player.PlayerId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * Checks on the distributed storage that the audit trail has exactly the changes that players were
 * answered for, each once; that each balance is the sum of its changes; and that the game stands
 * where the trail ends.
 */
final class LedgerCheck implements StateCheck {
    /** How long the audit may need for what was answered before a quiet moment. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How long it may need for a change that the check itself has brought about. */
    private static final Duration PATIENCE_FOR_ONE = Duration.ofSeconds(30);

    private final Books books;
    private final Map<String, PlayerLedger> ledgers = new ConcurrentHashMap<>();
    private volatile long allCaughtUpAtNanos;

    LedgerCheck(Books books) {
        this.books = books;
    }

    @Override
    public void quietBegins() {
        allCaughtUpAtNanos = System.nanoTime() + PATIENCE.toNanos();
    }

    /** Until when to wait for the audit of one player whose last change is of now. */
    private long giveUpAtNanos() {
        return Math.max(allCaughtUpAtNanos, System.nanoTime() + PATIENCE_FOR_ONE.toNanos());
    }

    @Override
    public void check(CrashPlayer player, Place now, Collected collected, Tally tally) {
        PlayerLedger ledger =
                ledgers.computeIfAbsent(
                        player.id(),
                        id -> new PlayerLedger(PlayerId.parse(id), player.telegramId()));
        if (ledger.isBroken()) {
            // What was wrong was told in the round in which it went wrong.
            return;
        }
        long asked = System.nanoTime();
        var rows =
                books.changes(
                        PlayerId.parse(player.id()),
                        ledger.sequence(),
                        now.sequence(),
                        giveUpAtNanos());
        tally.caughtUpAfter(System.nanoTime() - asked);
        List<Answered> missing = ledger.add(rows, player.changes(), now, tally::add);
        missing.forEach(each -> tally.add(tally.losses().lost(each)));
        checkOrder(player, ledger, tally);
        for (Answered each : player.forgotten()) {
            if (!missing.contains(each)) {
                tally.add(
                        new Violation(
                                Violation.Kind.CHANGED,
                                player.telegramId(),
                                each.intent().id(),
                                "the change is kept, its repeat was taken for a new operation"));
            }
        }
    }

    /** Where a change may be lost, its sequence is another's later, and answers contradict. */
    private static void checkOrder(CrashPlayer player, PlayerLedger ledger, Tally tally) {
        if (tally.losses().mayBeAny() || ledger.isBroken()) {
            return;
        }
        for (String each : player.history().contradictions(ledger::placeAfter)) {
            tally.add(new Violation(Violation.Kind.OUT_OF_ORDER, player.telegramId(), 0, each));
        }
    }

    @Override
    public void checkWhole(CrashPlayer player, Tally tally) {
        PlayerLedger ledger = requireNonNull(ledgers.get(player.id()));
        if (ledger.isBroken()) {
            return;
        }
        List<Long> expected =
                LongStream.rangeClosed(1, ledger.sequence()).boxed().toList().reversed();
        List<Long> found =
                books.allSequences(PlayerId.parse(player.id()), expected, giveUpAtNanos());
        if (!found.equals(expected)) {
            tally.add(
                    new Violation(
                            Violation.Kind.AUDIT,
                            player.telegramId(),
                            0,
                            "the audit has %d rows of %d changes"
                                    .formatted(found.size(), expected.size())));
        }
    }
}
