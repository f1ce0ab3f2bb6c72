package com.luckyfunatic.engine.testkit.simulation;

import static com.luckyfunatic.engine.testkit.simulation.SimulatedCompetition.ENDED_CUP;
import static com.luckyfunatic.engine.testkit.simulation.SimulatedCompetition.ENDED_RAFFLE;
import static com.luckyfunatic.engine.testkit.simulation.SimulatedCompetition.OPEN_CUP;
import static com.luckyfunatic.engine.testkit.simulation.SimulatedCompetition.OPEN_RAFFLE;
import static com.luckyfunatic.engine.testkit.simulation.SimulatedCompetition.PRIZES;
import static com.luckyfunatic.engine.testkit.simulation.WorldChecks.broken;
import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.PrizeEvent.PrizePaid;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleEvent.RafflePrizeWon;
import com.luckyfunatic.engine.raffle.RaffleEvent.TicketsPaid;
import com.luckyfunatic.engine.raffle.RaffleEvent.TicketsRefunded;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.raffle.RaffleWinner;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tournament.EntryStep;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentEvent.TournamentEntered;
import com.luckyfunatic.engine.tournament.TournamentEvent.TournamentRefunded;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.util.List;
import java.util.Optional;

/**
 * What must hold of tournaments and raffles in the end: who has paid is in, and nobody else; what
 * is cancelled was given back once; who has won was paid once. Immutable.
 *
 * @param changes everything that happened
 */
record CompetitionChecks(SimulatedCompetition competition, List<StateChange> changes) {

    /**
     * Checks everything.
     *
     * @throws AssertionError when something does not hold
     */
    void check() {
        checkEntries();
        checkTickets();
        if (competition.hasAllPlayers()) {
            checkPrizes();
            checkRafflePrizes();
        }
    }

    /** An event and whose it is. */
    private record Happened<E>(StateChange change, E event) {
        PlayerId player() {
            return change.player();
        }
    }

    private <E extends GameEvent> List<Happened<E>> all(Class<E> type) {
        return changes.stream()
                .flatMap(change ->
                        change.events().stream()
                                .filter(type::isInstance)
                                .map(event -> new Happened<>(change, type.cast(event))))
                .toList();
    }

    private void checkEntries() {
        Tournament cup = competition.tournaments().find(OPEN_CUP).orElseThrow();
        List<Happened<TournamentEntered>> entered =
                all(TournamentEntered.class).stream()
                        .filter(each -> each.event().tournament().equals(OPEN_CUP))
                        .toList();
        List<Happened<TournamentRefunded>> refunded =
                all(TournamentRefunded.class).stream()
                        .filter(each -> each.event().tournament().equals(OPEN_CUP))
                        .toList();
        EntryStep wanted =
                cup.stage() == TournamentStage.CANCELLED ? EntryStep.REFUNDED : EntryStep.CONFIRMED;
        for (Happened<TournamentEntered> each : entered) {
            Optional<TournamentEntry> entry =
                    competition
                            .tournaments()
                            .entry(each.player(), requireNonNull(each.change().operationId()));
            if (entry.map(TournamentEntry::step).filter(wanted::equals).isEmpty()) {
                throw broken(each.player(), "has paid for a seat that is " + entry);
            }
        }
        int paid = competition.tournaments().entries(OPEN_CUP, 0, Page.LIMIT_MAX).items().size();
        if (cup.held() != 0 || paid != entered.size() || paid > SimulatedCompetition.SEATS) {
            throw new AssertionError(
                    entered.size() + " have paid for a seat, " + paid + " have one in " + cup);
        }
        boolean isCancelled = cup.stage() == TournamentStage.CANCELLED;
        if (isCancelled != competition.isCancelled()
                || refunded.size() != (isCancelled ? entered.size() : 0)) {
            throw new AssertionError(
                    refunded.size() + " of " + entered.size() + " got a fee back from " + cup);
        }
    }

    private void checkTickets() {
        Raffle raffle = competition.raffles().find(OPEN_RAFFLE).orElseThrow();
        List<Happened<TicketsPaid>> paid =
                all(TicketsPaid.class).stream()
                        .filter(each -> each.event().raffle().equals(OPEN_RAFFLE))
                        .toList();
        int bought = paid.stream().mapToInt(each -> each.event().quantity()).sum();
        int back =
                all(TicketsRefunded.class).stream()
                        .filter(each -> each.event().raffle().equals(OPEN_RAFFLE))
                        .mapToInt(each -> each.event().quantity())
                        .sum();
        for (Happened<TicketsPaid> each : paid) {
            Optional<TicketReservation> tickets =
                    competition
                            .raffles()
                            .reservation(
                                    each.player(), requireNonNull(each.change().operationId()));
            if (tickets.isEmpty() || tickets.get().step() == ReservationStep.RELEASED) {
                throw broken(each.player(), "has paid for tickets that are " + tickets);
            }
        }
        if (raffle.reserved() != 0
                || raffle.sold() != bought
                || bought > SimulatedCompetition.TICKETS) {
            throw new AssertionError(bought + " tickets were paid for of " + raffle);
        }
        RaffleStep wanted = competition.isCancelled() ? RaffleStep.REFUNDED : RaffleStep.OPEN;
        if (raffle.step() != wanted || back != (competition.isCancelled() ? bought : 0)) {
            throw new AssertionError(
                    "tickets were given back: " + back + " of " + bought + ", of " + raffle);
        }
    }

    private void checkPrizes() {
        Tournament cup = competition.tournaments().find(ENDED_CUP).orElseThrow();
        if (cup.stage() != TournamentStage.DONE) {
            throw new AssertionError("a tournament is not paid to its end: " + cup);
        }
        List<Happened<PrizePaid>> paid =
                all(PrizePaid.class).stream()
                        .filter(each -> each.event().tournament().equals(ENDED_CUP))
                        .toList();
        for (int rank = 1; rank <= PRIZES.size(); rank++) {
            int asked = rank;
            FinalStanding standing =
                    competition.prizeRuns().page(ENDED_CUP, rank - 1L, 1).items().getFirst();
            List<Happened<PrizePaid>> mine =
                    paid.stream().filter(each -> each.event().rank() == asked).toList();
            if (mine.size() != 1
                    || !mine.getFirst().player().equals(standing.player())
                    || worth(mine.getFirst().event()) != PRIZES.get(rank - 1)
                    || standing.receipt() == null) {
                throw broken(standing.player(), "stands at " + standing + " and got " + mine);
            }
        }
        if (paid.size() != PRIZES.size()) {
            throw new AssertionError("prizes were paid for no rank: " + paid);
        }
    }

    private void checkRafflePrizes() {
        Raffle raffle = competition.raffles().find(ENDED_RAFFLE).orElseThrow();
        List<RaffleWinner> winners = competition.raffles().winners(ENDED_RAFFLE);
        if (raffle.step() != RaffleStep.DONE || winners.size() != raffle.definition().winners()) {
            throw new AssertionError("a raffle is not paid to its end: " + raffle + ", " + winners);
        }
        List<Happened<RafflePrizeWon>> paid =
                all(RafflePrizeWon.class).stream()
                        .filter(each -> each.event().raffle().equals(ENDED_RAFFLE))
                        .toList();
        for (RaffleWinner winner : winners) {
            Reward prize = raffle.definition().prize(winner.place());
            List<Happened<RafflePrizeWon>> mine =
                    paid.stream().filter(each -> each.event().place() == winner.place()).toList();
            if (mine.size() != 1
                    || !mine.getFirst().player().equals(winner.player())
                    || worth(mine.getFirst().event()) != prize.funz()
                    || !winner.isPaid()) {
                throw broken(winner.player(), "has drawn " + winner + " and got " + mine);
            }
        }
        if (paid.size() != winners.size()) {
            throw new AssertionError("prizes were paid for no place: " + paid);
        }
    }

    /** What does not fit below the largest balance is cut, and counts as paid. */
    private static long worth(PrizePaid event) {
        return event.paid() + event.cut();
    }

    private static long worth(RafflePrizeWon event) {
        return event.paid().funz() + event.cut().funz();
    }
}
