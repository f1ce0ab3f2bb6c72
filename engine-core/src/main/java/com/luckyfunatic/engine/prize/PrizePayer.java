package com.luckyfunatic.engine.prize;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.prize.PrizeCommand.PayPrize;
import com.luckyfunatic.engine.prize.PrizeResult.PrizeReceived;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pays the prizes of tournaments whose final standings are written. Thread-safe. */
final class PrizePayer {
    private static final Actor PAYER = new Actor.Job("prize-run");

    /** So many that waiting for the slowest of them costs little. */
    private static final int AT_ONCE = 5 * Page.LIMIT_MAX;

    private final GameEngine engine;
    private final TaskRunner runner;

    PrizePayer(GameEngine engine, TaskRunner runner) {
        this.engine = engine;
        this.runner = runner;
    }

    /**
     * Pays everybody who was not paid.
     *
     * @return how many were
     * @throws RuntimeException what the first payment that failed threw, after the others
     */
    long pay(Tournament tournament) {
        Payouts payouts = payouts(tournament);
        RuntimeException failure = null;
        long paid = 0;
        long after = 0;
        List<FinalStanding> unpaid = unpaid(tournament, after, payouts);
        while (!unpaid.isEmpty()) {
            List<Payment> payments =
                    unpaid.stream().map(winner -> new Payment(winner, payouts)).toList();
            runner.runAll(payments);
            List<RankReceipt> receipts = new ArrayList<>(payments.size());
            for (Payment each : payments) {
                if (each.receipt != null) {
                    receipts.add(each.receipt);
                }
                failure = failure == null ? each.failure : failure;
            }
            note(tournament, receipts);
            paid += receipts.size();
            after = unpaid.getLast().rank();
            unpaid = unpaid(tournament, after, payouts);
        }
        if (failure != null) {
            throw failure;
        }
        return paid;
    }

    private Payouts payouts(Tournament tournament) {
        RankingProgress progress = runs().progress(tournament.id());
        if (!progress.complete()) {
            throw new IllegalStateException(
                    "tournament " + tournament.id() + " is paid before it is ranked");
        }
        return PrizeRules.payouts(
                tournament.definition().prizes(), tournament.collected(), progress.written());
    }

    /** Returns some pages of those who are to be paid at once. */
    private List<FinalStanding> unpaid(Tournament tournament, long behind, Payouts payouts) {
        List<FinalStanding> unpaid = new ArrayList<>();
        long after = behind;
        List<FinalStanding> page;
        do {
            page = runs().unpaid(tournament.id(), after, payouts.paid(), Page.LIMIT_MAX);
            unpaid.addAll(page);
            after = page.isEmpty() ? after : page.getLast().rank();
        } while (page.size() == Page.LIMIT_MAX && unpaid.size() < AT_ONCE);
        return unpaid;
    }

    private void note(Tournament tournament, List<RankReceipt> receipts) {
        for (int from = 0; from < receipts.size(); from += Page.LIMIT_MAX) {
            int to = Math.min(receipts.size(), from + Page.LIMIT_MAX);
            runs().note(tournament.id(), receipts.subList(from, to));
        }
    }

    /** The payment of one winner, and what came of it. Written by one thread, then read. */
    private final class Payment implements Runnable {
        private final FinalStanding winner;
        private final Payouts payouts;
        private @Nullable RankReceipt receipt;
        private @Nullable RuntimeException failure;

        Payment(FinalStanding winner, Payouts payouts) {
            this.winner = winner;
            this.payouts = payouts;
        }

        /** An error is not a failed payment: it ends the run at once. */
        @Override
        public void run() {
            try {
                receipt = receipt(winner, payouts);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
    }

    private RankReceipt receipt(FinalStanding winner, Payouts payouts) {
        OperationId once = operationId(winner.tournament());
        PayPrize command =
                new PayPrize(
                        winner.tournament(),
                        winner.rank(),
                        payouts.table().currency(),
                        payouts.prize(winner.rank()));
        Answer answer =
                engine.execute(
                        new CommandEnvelope(
                                winner.player(), once, engine.clock().millis(), PAYER, command));
        if (answer.outcome() instanceof Outcome.OperationIdReused) {
            // Another build may have written the command in another form: what it came to counts.
            answer = engine.operation(winner.player(), once).orElse(answer);
        }
        if (answer.outcome() instanceof Outcome.Accepted(PrizeReceived received)) {
            return new RankReceipt(
                    winner.rank(),
                    new PrizeReceipt(
                            received.currency(),
                            received.paid(),
                            received.cut(),
                            answer.nowMillis()));
        }
        throw new IllegalStateException(
                "rank "
                        + winner.rank()
                        + " of tournament "
                        + winner.tournament()
                        + ", player "
                        + winner.player()
                        + ", cannot be paid: "
                        + answer.outcome());
    }

    /** Returns the name of the payment of a tournament, the same for each of its winners. */
    static OperationId operationId(TournamentId tournament) {
        return OperationId.own("prize:" + tournament);
    }

    private PrizeRuns runs() {
        return engine.storage().prizeRuns();
    }
}
