package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Raffles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings raffles from their end to the last prize: <em>closed</em>, <em>frozen</em>,
 * <em>drawn</em>, paid, <em>done</em>.
 *
 * <p>Each step is kept before the next begins, and does nothing when it was done already; a prize
 * is paid by a command of the winner under an operation id that only this place of this raffle has.
 * So whoever dies in between loses nothing, whoever comes after goes on, and any number of them at
 * once pay each prize once. Call it regularly. Thread-safe; calls block on the storage.
 */
public final class RaffleRun {
    /**
     * How long it waits after the end: the clocks of servers differ, and a raffle that is closed
     * stays closed.
     */
    public static final Duration MARGIN = Duration.ofSeconds(10);

    private static final Actor RUN = new Actor.Job("raffle-run");

    private final GameEngine engine;

    /** Runs the raffles of {@code engine}. */
    public RaffleRun(GameEngine engine) {
        this.engine = engine;
    }

    /**
     * Brings every raffle that has been over for {@link #MARGIN} as far as it can be now. One that
     * fails keeps no other waiting.
     *
     * @return how many were finished
     * @throws RuntimeException what the first that failed threw, after the others were tried
     */
    public int run() {
        long closedUntil = engine.clock().millis() - MARGIN.toMillis();
        int finished = 0;
        RuntimeException failure = null;
        List<Raffle> page = raffles().unfinished(closedUntil, null, Page.LIMIT_MAX);
        while (!page.isEmpty()) {
            for (Raffle each : page) {
                try {
                    finished += bring(each) == RaffleStep.DONE ? 1 : 0;
                } catch (RuntimeException e) {
                    failure = failure == null ? e : failure;
                }
            }
            page = raffles().unfinished(closedUntil, page.getLast(), Page.LIMIT_MAX);
        }
        if (failure != null) {
            throw failure;
        }
        return finished;
    }

    /** Goes on while a step leads to another one. */
    private RaffleStep bring(Raffle from) {
        Raffle now = from;
        RaffleStep before;
        do {
            before = now.step();
            step(now);
            now = raffles().find(now.id()).orElse(now);
        } while (now.step() != before);
        return now.step();
    }

    private void step(Raffle raffle) {
        switch (raffle.step()) {
            case OPEN -> raffles().close(raffle.id());
            case CLOSED -> freeze(raffle);
            case FROZEN -> draw(raffle);
            case DRAWN -> pay(raffle);
            case DONE, CANCELLED, REFUNDED -> {}
        }
    }

    /** Waits for purchases under way: what is paid for belongs into the list. */
    private void freeze(Raffle raffle) {
        if (raffle.reserved() > 0) {
            return;
        }
        TicketListHash hash = new TicketListHash();
        List<SoldTickets> page = page(raffle, 0);
        while (!page.isEmpty()) {
            page.forEach(each -> hash.add(each.published(raffle)));
            page = page(raffle, hash.tickets());
        }
        int tickets = hash.tickets();
        raffles().freeze(raffle.id(), hash.finish(), tickets);
    }

    private void draw(Raffle raffle) {
        String listHash = raffle.listHash();
        if (listHash == null) {
            throw new IllegalStateException("raffle " + raffle.id() + " is frozen without a hash");
        }
        int[] drawn =
                RaffleDraw.draw(
                        raffle.secrets().seed(),
                        listHash,
                        raffle.sold(),
                        raffle.definition().winners());
        Map<Integer, SoldTickets> holders = holders(raffle, drawn);
        List<RaffleWinner> winners = new ArrayList<>();
        for (int ticket : drawn) {
            SoldTickets block = holders.get(ticket);
            if (block == null) {
                throw new IllegalStateException(
                        "raffle " + raffle.id() + " has no ticket " + ticket);
            }
            winners.add(new RaffleWinner(winners.size() + 1, ticket, block.player(), false));
        }
        raffles().draw(raffle.id(), winners);
    }

    /** Returns the block of each of the tickets, reading the list once. */
    private Map<Integer, SoldTickets> holders(Raffle raffle, int[] tickets) {
        int[] sorted = Arrays.stream(tickets).sorted().toArray();
        Map<Integer, SoldTickets> holders = new TreeMap<>();
        int next = 0;
        while (next < sorted.length) {
            // A block has so many tickets at most: the one with this ticket begins on this page.
            int after = Math.max(0, sorted[next] - RaffleCommand.BuyTickets.QUANTITY_MAX);
            List<SoldTickets> page = page(raffle, after);
            if (page.isEmpty()) {
                return holders;
            }
            for (SoldTickets block : page) {
                while (next < sorted.length && sorted[next] <= block.last()) {
                    holders.put(sorted[next++], block);
                }
            }
        }
        return holders;
    }

    private void pay(Raffle raffle) {
        RuntimeException failure = null;
        for (RaffleWinner each : raffles().winners(raffle.id())) {
            try {
                if (!each.isPaid()) {
                    pay(raffle, each);
                }
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        raffles().finish(raffle.id());
    }

    private void pay(Raffle raffle, RaffleWinner winner) {
        OperationId operation = raffle.id().prizeOperation(winner.place());
        Answer answer =
                engine.execute(
                        new CommandEnvelope(
                                winner.player(),
                                operation,
                                engine.clock().millis(),
                                RUN,
                                new RaffleCommand.PayRafflePrize(
                                        raffle.id(),
                                        winner.place(),
                                        winner.ticket(),
                                        raffle.definition().prize(winner.place()))));
        if (answer.outcome() instanceof Outcome.OperationIdReused) {
            // Another build writes the command in another form: what is known of it counts.
            answer = engine.operation(winner.player(), operation).orElse(answer);
        }
        if (!(answer.outcome() instanceof Outcome.Accepted)) {
            throw new IllegalStateException(
                    "prize " + operation + " of player " + winner.player() + " is not paid");
        }
        raffles().markPaid(raffle.id(), winner.place());
    }

    private List<SoldTickets> page(Raffle raffle, int after) {
        return raffles().tickets(raffle.id(), after, Raffles.TICKETS_LIMIT_MAX);
    }

    private Raffles raffles() {
        return engine.storage().raffles();
    }
}
