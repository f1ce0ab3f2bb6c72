package com.luckyfunatic.benchmarks.crash;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Checks that the changes a player was answered for are exactly the changes of the state: one for
 * each sequence number, without gaps, each balance the one before plus what the change paid. So the
 * balance at the end is the sum of all answers, each counted once. Pure.
 */
final class ChainCheck implements StateCheck {
    private final List<Long> rankRewards;

    /**
     * @param rankRewards jokers for reaching each rank, from rank 1
     */
    ChainCheck(List<Long> rankRewards) {
        this.rankRewards = List.copyOf(rankRewards);
    }

    /** A change with the intent that it answers. */
    record Link(long intent, Outcome.Step step) {}

    @Override
    public void check(CrashPlayer player, Place now, Collected collected, Tally tally) {
        List<Link> links =
                player.changes().stream()
                        .map(each ->
                                new Link(each.intent().id(), requireNonNull(each.outcome().step())))
                        .toList();
        check(player.telegramId(), player.place(), links, now, collected).forEach(tally::add);
    }

    /**
     * Checks a player's changes from one quiet moment to the next.
     *
     * @param before where the player stood
     * @param links the changes answered in between, in any order
     * @param after where the player stands now
     * @param collected passive income that the look at {@code after} has collected
     */
    List<Violation> check(
            long telegramId, Place before, List<Link> links, Place after, Collected collected) {
        List<Violation> violations = new ArrayList<>();
        List<Link> ordered =
                links.stream()
                        .sorted(Comparator.comparingLong(link -> link.step().after().sequence()))
                        .toList();
        Place last = before;
        for (Link link : ordered) {
            Outcome.Step step = link.step();
            checkSequence(telegramId, last, link, violations);
            checkBalances(telegramId, last, step, link.intent(), violations);
            last = step.after();
        }
        long unexplained = after.sequence() - last.sequence() - collected.changes();
        if (unexplained < 0) {
            violations.add(
                    new Violation(
                            Violation.Kind.LOST,
                            telegramId,
                            0,
                            "answered up to change " + last + ", the state is at " + after));
        } else if (unexplained > 0) {
            violations.add(
                    new Violation(
                            Violation.Kind.DOUBLED,
                            telegramId,
                            0,
                            "answered up to change " + last + ", the state is at " + after));
        }
        checkBalances(
                telegramId, last, new Outcome.Step(after, collected.funz(), 0), 0, violations);
        return violations;
    }

    private static void checkSequence(
            long telegramId, Place last, Link link, List<Violation> violations) {
        long step = link.step().after().sequence() - last.sequence();
        if (step == 1) {
            return;
        }
        String detail = "change " + link.step().after() + " after " + last;
        violations.add(
                new Violation(
                        // Two answers for one place: the first of them has been overwritten.
                        step < 1 ? Violation.Kind.LOST : Violation.Kind.DOUBLED,
                        telegramId,
                        link.intent(),
                        detail));
    }

    private void checkBalances(
            long telegramId,
            Place last,
            Outcome.Step step,
            long intent,
            List<Violation> violations) {
        long funz = last.funz() + step.funzDelta();
        long jokers =
                last.jokers() + step.jokersDelta() + rewards(last.rank(), step.after().rank());
        if (funz != step.after().funz() || jokers != step.after().jokers()) {
            violations.add(
                    new Violation(
                            Violation.Kind.WRONG_BALANCE,
                            telegramId,
                            intent,
                            "expected %d funz and %d jokers after %s, got %s"
                                    .formatted(funz, jokers, last, step)));
        }
    }

    private long rewards(int from, int to) {
        long sum = 0;
        for (int rank = from + 1; rank <= to; rank++) {
            sum += rankRewards.get(rank - 1);
        }
        return sum;
    }
}
