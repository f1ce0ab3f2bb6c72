package com.luckyfunatic.benchmarks.crash;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.benchmarks.crash.CrashPlayer.Answered;
import com.luckyfunatic.engine.player.PlayerId;
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
    private final Books books;
    private final Map<String, PlayerLedger> ledgers = new ConcurrentHashMap<>();

    LedgerCheck(Books books) {
        this.books = books;
    }

    @Override
    public void check(CrashPlayer player, Place now, long collected, Tally tally) {
        PlayerLedger ledger =
                ledgers.computeIfAbsent(
                        player.id(),
                        id -> new PlayerLedger(PlayerId.parse(id), player.telegramId()));
        if (ledger.isBroken()) {
            // What was wrong was told in the round in which it went wrong.
            return;
        }
        long asked = System.nanoTime();
        var rows = books.changes(PlayerId.parse(player.id()), ledger.sequence(), now.sequence());
        tally.caughtUpAfter(System.nanoTime() - asked);
        List<Answered> missing = ledger.add(rows, player.changes(), now, tally::add);
        missing.forEach(each -> tally.add(tally.losses().lost(each)));
    }

    @Override
    public void checkWhole(CrashPlayer player, Tally tally) {
        PlayerLedger ledger = requireNonNull(ledgers.get(player.id()));
        if (ledger.isBroken()) {
            return;
        }
        List<Long> expected =
                LongStream.rangeClosed(1, ledger.sequence()).boxed().toList().reversed();
        List<Long> found = books.allSequences(PlayerId.parse(player.id()));
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
