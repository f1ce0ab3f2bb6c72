package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleCommand.BuyTickets;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleDraw;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleRefunds;
import com.luckyfunatic.engine.raffle.RaffleRefunds.Cancellation;
import com.luckyfunatic.engine.raffle.RaffleRefusal.RaffleNotOpen;
import com.luckyfunatic.engine.raffle.RaffleRefusal.RaffleRequirementsNotMet;
import com.luckyfunatic.engine.raffle.RaffleRefusal.RaffleSoldOut;
import com.luckyfunatic.engine.raffle.RaffleRefusal.TicketLimitReached;
import com.luckyfunatic.engine.raffle.RaffleRefusal.TicketPriceChanged;
import com.luckyfunatic.engine.raffle.RaffleRefusal.UnknownRaffle;
import com.luckyfunatic.engine.raffle.RaffleRun;
import com.luckyfunatic.engine.raffle.RaffleSchedule;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleSeries;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.raffle.RaffleTickets;
import com.luckyfunatic.engine.raffle.RaffleWinner;
import com.luckyfunatic.engine.raffle.SoldTickets;
import com.luckyfunatic.engine.raffle.TicketHolds;
import com.luckyfunatic.engine.raffle.TicketListHash;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.raffle.TicketSale;
import com.luckyfunatic.engine.raffle.TicketSale.NotSold;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.schedule.Schedule;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What selling tickets and running raffles does on every storage, wherever it is interrupted: a
 * ticket that is paid for is in the list, nothing else is, and each prize is paid once.
 */
public abstract class RaffleTicketsContract extends StorageContract {
    private static final Duration OPEN = Duration.ofHours(1);
    private static final Duration TOO_LONG = Hold.TIME.plus(HoldSweeper.MARGIN);
    private static final Duration OVER = OPEN.plus(RaffleRun.MARGIN);
    private static final int KILLS = 60;
    private static final long FIRST = 1_000;
    private static final long SECOND = 50;

    /** Leaves nothing unfinished behind. */
    @AfterEach
    public final void runEverything() {
        clock.advance(OPEN.plus(TOO_LONG));
        finish(storage());
    }

    @Test
    public void a_ticket_is_charged_and_sold() {
        RaffleDefinition raffle = opened(5, 10);
        PlayerId player = newPlayer(20, 0);

        assertThat(accepted(buy(raffle, player, "buy", 2))).isTrue();

        assertThat(funzOf(player)).isEqualTo(20 - 2 * TestRaffles.PRICE);
        assertThat(tickets(raffle)).containsExactly(new SoldTickets(1, 2, player));
    }

    @Test
    public void the_raffle_of_a_series_opens_once_also_when_its_schedule_changes() {
        RaffleSeries hourly = series(clock.instant());
        assertThat(open(hourly)).isEqualTo(1);
        assertThat(open(hourly)).isZero();

        clock.advance(OPEN.dividedBy(2));
        RaffleSeries later = series(hourly.id(), clock.instant());

        // Both are the first ones of their schedules.
        assertThat(open(later)).isEqualTo(1);
        assertThat(open(later)).isZero();
        assertThat(storage().raffles().find(later.occurrence(1).id())).isPresent();
        assertThat(later.occurrence(1).id()).isNotEqualTo(hourly.occurrence(1).id());
    }

    @Test
    public void what_has_its_number_for_a_name_is_not_opened_a_second_time() {
        RaffleSeries hourly = series(clock.instant());
        RaffleDefinition first = hourly.occurrence(1);
        storage()
                .raffles()
                .create(
                        new RaffleDefinition(
                                new RaffleId(hourly.id() + "_9"),
                                first.name(),
                                first.description(),
                                first.terms(),
                                first.limitPerPlayer(),
                                first.ticketsMax(),
                                first.prizes()),
                        RaffleSecrets.random(Seeds.random(7)));

        assertThat(open(hourly)).isZero();

        assertThat(storage().raffles().find(first.id())).isEmpty();
        clock.advance(OPEN);
        assertThat(open(hourly)).isEqualTo(1);
        assertThat(storage().raffles().find(hourly.occurrence(2).id())).isPresent();
    }

    private int open(RaffleSeries series) {
        GameEngine engine =
                GameEngine.builder(storage())
                        .clock(clock)
                        .build(TestCatalogs.raffling(List.of(series)));
        return new RaffleSchedule(engine, Seeds.random(7)).open();
    }

    private static RaffleSeries series(Instant firstStart) {
        // Its own, for tests may share a database.
        String name = UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        return series(new RaffleId("r" + name), firstStart);
    }

    private static RaffleSeries series(RaffleId id, Instant firstStart) {
        return new RaffleSeries(
                id,
                "Hourly",
                "Every hour anew.",
                new Schedule(firstStart, OPEN, OPEN.minusSeconds(1)),
                List.of(),
                Currency.FUNZ,
                TestRaffles.PRICE,
                1,
                10,
                List.of(new RaffleSeries.Prize(1, Reward.ofFunz(9))));
    }

    @Test
    public void a_repeat_gets_the_first_answer_and_nothing_more() {
        RaffleDefinition raffle = opened(2, 2);
        PlayerId player = newPlayer(100, 0);
        Answer first = answer(buy(raffle, player, "buy", 2));

        clock.advance(OPEN.plus(TOO_LONG));
        Answer late = answer(buy(raffle, player, "buy", 2));
        finish(storage());
        Answer after = answer(buy(raffle, player, "buy", 2));

        assertThat(List.of(late, after)).allMatch(Answer::repeated);
        assertThat(List.of(late.outcome(), after.outcome())).containsOnly(first.outcome());
        assertThat(tickets(raffle)).containsExactly(new SoldTickets(1, 2, player));
    }

    /** Whoever held the tickets died, or could not reach the store that knows the payment. */
    @Test
    public void what_was_done_under_the_same_id_pays_for_nothing() {
        RaffleDefinition raffle = opened(5, 10);
        PlayerId player = newPlayer(20, 0);
        long until = clock.millis() + Hold.TIME.toMillis();
        storage()
                .raffles()
                .reserve(new TicketReservation(player, id("buy"), command(raffle, 2), until));
        execute(player, "buy", funz(1));
        clock.advance(TOO_LONG);

        TicketHolds.sweeper(storage(), clock).sweep();

        for (int again = 0; again < 2; again++) {
            assertThat(answer(buy(raffle, player, "buy", 2)).outcome())
                    .isInstanceOf(Outcome.OperationIdReused.class);
        }
        assertThat(tickets(raffle)).isEmpty();
        assertThat(funzOf(player)).isEqualTo(21);
    }

    @Test
    public void the_same_operation_for_something_else_is_refused() {
        RaffleDefinition raffle = opened(5, 10);
        PlayerId player = newPlayer(100, 0);
        buy(raffle, player, "buy", 2);

        assertThat(answer(buy(raffle, player, "buy", 1)).outcome())
                .isInstanceOf(Outcome.OperationIdReused.class);
        assertThat(answer(buy(opened(5, 10), player, "buy", 2)).outcome())
                .isInstanceOf(Outcome.OperationIdReused.class);

        assertThat(tickets(raffle)).hasSize(1);
        assertThat(funzOf(player)).isEqualTo(100 - 2 * TestRaffles.PRICE);
    }

    @Test
    public void what_the_raffle_does_not_sell_is_not_charged_and_may_be_tried_again() {
        RaffleDefinition raffle = opened(3, 4);
        PlayerId player = newPlayer(100, 0);
        PlayerId other = newPlayer(100, 0);

        assertThat(buy(raffle, player, "buy", 4))
                .isEqualTo(new NotSold(new TicketLimitReached(3, 3)));
        assertThat(accepted(buy(raffle, other, "buy", 3))).isTrue();
        assertThat(buy(raffle, player, "buy", 2)).isEqualTo(new NotSold(new RaffleSoldOut(1)));
        RaffleDefinition unknown = raffle(List.of(), 3, 4);
        assertThat(buy(unknown, player, "buy", 2))
                .isEqualTo(new NotSold(new UnknownRaffle(unknown.id())));

        assertThat(funzOf(player)).isEqualTo(100);
        assertThat(accepted(buy(raffle, player, "buy", 1))).isTrue();
    }

    @Test
    public void before_it_opens_and_after_it_closes_nothing_is_sold() {
        PlayerId player = newPlayer(100, 0);
        RaffleDefinition raffle =
                create(TestRaffles.raffle(clock.millis() + 1, clock.millis() + 100, 5, 10));
        NotSold notOpen = new NotSold(new RaffleNotOpen(clock.millis() + 1, clock.millis() + 100));

        assertThat(buy(raffle, player, "early", 1)).isEqualTo(notOpen);
        clock.advance(Duration.ofMillis(1));
        assertThat(accepted(buy(raffle, player, "first", 1))).isTrue();
        clock.advance(Duration.ofMillis(98));
        assertThat(accepted(buy(raffle, player, "last", 1))).isTrue();
        clock.advance(Duration.ofMillis(1));
        assertThat(buy(raffle, player, "late", 1)).isEqualTo(notOpen);

        assertThat(tickets(raffle)).hasSize(2);
        assertThat(funzOf(player)).isEqualTo(100 - 2 * TestRaffles.PRICE);
    }

    @Test
    public void who_may_not_or_cannot_pay_gets_no_ticket_and_holds_none() {
        RaffleDefinition raffle = create(raffle(List.of(new Requirement.ReachRank(9)), 5, 10));
        RaffleDefinition open = opened(5, 10);
        PlayerId player = newPlayer(TestRaffles.PRICE - 1, 0);

        assertThat(refusal(buy(raffle, player, "rank", 1)))
                .isEqualTo(new RaffleRequirementsNotMet(List.of(new Requirement.ReachRank(9))));
        assertThat(refusal(buy(open, player, "poor", 1)))
                .isEqualTo(
                        new InsufficientFunds(
                                Currency.FUNZ, TestRaffles.PRICE, TestRaffles.PRICE - 1));
        BuyTickets dear = new BuyTickets(open.id(), 1, TestRaffles.PRICE + 1, open.terms());
        assertThat(refusal(tickets(storage()).buy(envelope(player, id("dear"), dear))))
                .isEqualTo(new TicketPriceChanged(TestRaffles.PRICE + 1, TestRaffles.PRICE));

        for (RaffleDefinition each : List.of(raffle, open)) {
            assertThat(now(each).reserved()).isZero();
            assertThat(storage().raffles().ticketsHeld(each.id(), player)).isZero();
        }
    }

    @Test
    public void a_purchase_needs_a_name_and_tickets() {
        RaffleDefinition raffle = opened(5, 10);
        PlayerId player = newPlayer(100, 0);
        RaffleTickets tickets = tickets(storage());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tickets.buy(envelope(player, null, command(raffle, 1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tickets.buy(envelope(player, id("buy"), funz(-1))));
    }

    @Test
    public void of_fifty_who_want_the_last_ten_tickets_at_once_ten_get_and_pay_one() {
        RaffleDefinition raffle = opened(1, 10);
        List<PlayerId> players =
                Stream.generate(() -> newPlayer(TestRaffles.PRICE, 0)).limit(50).toList();

        List<TicketSale> sales = Together.run(50, i -> buy(raffle, players.get(i), "buy", 1));

        assertThat(sales.stream().filter(NotSold.class::isInstance).count()).isEqualTo(40);
        assertThat(players.stream().filter(each -> funzOf(each) == 0).count()).isEqualTo(10);
        assertThat(tickets(raffle).stream().map(SoldTickets::player))
                .hasSize(10)
                .allMatch(each -> funzOf(each) == 0);
    }

    @Test
    public void what_was_paid_for_in_the_last_moment_is_in_the_list_and_what_was_not_is_free() {
        RaffleDefinition raffle = opened(5, 10);
        PlayerId paid = newPlayer(100, 0);
        PlayerId slow = newPlayer(100, 0);
        clock.advance(OPEN.minusMillis(1));
        CommandEnvelope purchase = envelope(paid, id("buy"), command(raffle, 2));
        CommandEnvelope late = envelope(slow, id("buy"), command(raffle, 1));
        long end = raffle.terms().closesAtMillis();
        for (CommandEnvelope each : List.of(purchase, late)) {
            TicketReservation held =
                    new TicketReservation(
                            each.player(), id("buy"), (BuyTickets) each.command(), end);
            storage().raffles().reserve(held);
        }
        engine(storage()).execute(purchase);
        // Both have died before they could confirm.
        clock.advance(RaffleRun.MARGIN.plusMillis(1));
        run(storage());
        assertThat(now(raffle).step()).as("a purchase is open").isEqualTo(RaffleStep.CLOSED);

        clock.advance(HoldSweeper.MARGIN);
        finish(storage());

        assertThat(tickets(raffle)).containsExactly(new SoldTickets(1, 2, paid));
        assertThat(now(raffle).step()).isEqualTo(RaffleStep.DONE);
        assertThat(funzOf(slow)).isEqualTo(100);
        Answer tooLate = answer(tickets(storage()).buy(late));
        assertThat(tooLate.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(funzOf(slow)).isEqualTo(100);
    }

    @Test
    public void a_raffle_runs_to_its_end_and_can_be_recomputed() {
        RaffleDefinition raffle = opened(5, 20);
        List<PlayerId> players = Stream.generate(() -> newPlayer(100, 0)).limit(4).toList();
        players.forEach(each -> buy(raffle, each, "buy", 3));
        run(storage());
        assertThat(now(raffle).step()).as("before its end").isEqualTo(RaffleStep.OPEN);

        clock.advance(OVER);
        assertThat(run(storage())).isPositive();

        Raffle done = now(raffle);
        assertThat(done.step()).isEqualTo(RaffleStep.DONE);
        checkDraw(done);
        for (PlayerId each : players) {
            assertThat(funzOf(each)).isEqualTo(100 - 3 * TestRaffles.PRICE + won(done, each));
        }
        run(storage());
        checkDraw(now(raffle));
    }

    @Test
    public void a_clock_that_is_ahead_ends_no_raffle_that_is_open() {
        RaffleDefinition raffle = opened(5, 20);
        PlayerId player = newPlayer(100, 0);
        clock.advance(OPEN.minusMillis(1));

        new RaffleRun(engine(storage(), InstantSource.offset(clock, Duration.ofSeconds(5)))).run();

        assertThat(now(raffle).step()).isEqualTo(RaffleStep.OPEN);
        assertThat(accepted(buy(raffle, player, "buy", 1))).isTrue();
    }

    @Test
    public void fewer_tickets_than_prizes_all_win_and_without_tickets_nobody_does() {
        RaffleDefinition two = opened(5, 20);
        RaffleDefinition none = opened(5, 20);
        PlayerId player = newPlayer(100, 0);
        buy(two, player, "buy", 2);

        clock.advance(OVER);
        run(storage());

        assertThat(now(none).step()).isEqualTo(RaffleStep.DONE);
        assertThat(storage().raffles().winners(none.id())).isEmpty();
        assertThat(storage().raffles().winners(two.id())).hasSize(2);
        assertThat(funzOf(player)).isEqualTo(100 - 2 * TestRaffles.PRICE + FIRST + SECOND);
    }

    @Test
    public void many_who_run_it_at_once_draw_one_list_and_pay_once() {
        RaffleDefinition raffle = opened(5, 100);
        List<PlayerId> players = Stream.generate(() -> newPlayer(100, 0)).limit(10).toList();
        players.forEach(each -> buy(raffle, each, "buy", 2));
        clock.advance(OVER);

        Together.run(8, _ -> run(storage()));
        run(storage());

        checkPaidOnce(now(raffle), players, 2);
    }

    @Test
    @Timeout(600)
    public void whoever_dies_wherever_every_ticket_and_prize_is_paid_once() {
        RandomGenerator random = Seeds.random(20);
        Deaths deaths = new Deaths(KILLS, random, 40);
        List<PlayerId> players = Stream.generate(() -> newPlayer(10_000, 0)).limit(6).toList();
        List<RaffleDefinition> raffles = new ArrayList<>();
        int rounds = 0;
        while (deaths.died() < KILLS) {
            assertThat(rounds++).as("rounds").isLessThan(1_000);
            RaffleDefinition raffle = opened(8, 30);
            raffles.add(raffle);
            for (PlayerId each : players) {
                String name = "buy " + raffles.size();
                boolean died = deaths.live(fate -> buy(mortal(fate), raffle, each, name, 2));
                if (died && random.nextBoolean()) {
                    // Some players ask again, others go away.
                    buy(raffle, each, name, 2);
                }
            }
            clock.advance(OPEN.plus(TOO_LONG));
            for (int i = 0; now(raffle).step() != RaffleStep.DONE; i++) {
                assertThat(i).as("lives of one raffle").isLessThan(2 * KILLS);
                deaths.live(fate -> finish(mortal(fate)));
            }
        }

        assertThat(deaths.died()).isEqualTo(KILLS);
        assertThat(raffles.size()).isGreaterThan(3);
        for (PlayerId each : players) {
            long expected = 10_000;
            for (RaffleDefinition raffle : raffles) {
                Raffle done = now(raffle);
                int held = storage().raffles().ticketsHeld(raffle.id(), each);
                expected += won(done, each) - held * TestRaffles.PRICE;
            }
            assertThat(funzOf(each)).isEqualTo(expected);
        }
        raffles.forEach(each -> checkDraw(now(each)));
    }

    @Test
    public void a_cancelled_raffle_gives_every_price_back_once_and_draws_nobody() {
        RaffleDefinition raffle = opened(5, 10);
        PlayerId player = newPlayer(100, 0);
        PlayerId other = newPlayer(100, 0);
        buy(raffle, player, "a", 2);
        buy(raffle, player, "b", 1);
        buy(raffle, other, "a", 1);

        assertThat(refunds(storage()).cancel(raffle.id())).isEqualTo(Cancellation.CANCELLED);
        assertThat(refunds(storage()).cancel(raffle.id()))
                .isEqualTo(Cancellation.ALREADY_CANCELLED);
        assertThat(refunds(storage()).cancel(TestRaffles.id())).isEqualTo(Cancellation.UNKNOWN);
        assertThat(buy(raffle, other, "c", 1)).isInstanceOf(NotSold.class);
        Together.run(6, _ -> refunds(storage()).refund());
        refunds(storage()).refund();

        assertThat(funzOf(player)).isEqualTo(100);
        assertThat(funzOf(other)).isEqualTo(100);
        assertThat(now(raffle).step()).isEqualTo(RaffleStep.REFUNDED);
        clock.advance(OVER);
        run(storage());
        assertThat(now(raffle).step()).isEqualTo(RaffleStep.REFUNDED);
        assertThat(storage().raffles().winners(raffle.id())).isEmpty();
        // Whoever asks again is told what it came to then.
        Answer again = answer(buy(raffle, player, "a", 2));
        assertThat(again.repeated()).isTrue();
        assertThat(again.outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(funzOf(player)).isEqualTo(100);
    }

    /** So that nothing else of a job waits for all of them. */
    @Test
    public void a_round_gives_back_so_many_and_the_next_one_goes_on() {
        RaffleDefinition raffle = opened(5, 10);
        PlayerId player = newPlayer(100, 0);
        for (String each : List.of("a", "b", "c", "d", "e")) {
            buy(raffle, player, each, 1);
        }
        refunds(storage()).cancel(raffle.id());

        assertThat(refunds(storage()).refund(2)).isEqualTo(2);
        assertThat(funzOf(player)).isEqualTo(100 - 3 * TestRaffles.PRICE);
        assertThat(refunds(storage()).refund(2)).isEqualTo(2);
        assertThat(now(raffle).step()).isEqualTo(RaffleStep.CANCELLED);
        assertThat(refunds(storage()).refund(2)).isEqualTo(1);
        assertThat(funzOf(player)).isEqualTo(100);
        assertThat(now(raffle).step()).isEqualTo(RaffleStep.REFUNDED);
    }

    @Test
    public void purchases_that_race_with_the_cancellation_are_refused_or_given_back() {
        RaffleDefinition raffle = opened(5, 100);
        List<PlayerId> players = Stream.generate(() -> newPlayer(100, 0)).limit(20).toList();

        Together.run(
                22,
                i -> {
                    if (i < 20) {
                        buy(raffle, players.get(i), "buy", 1 + i % 3);
                    } else {
                        refunds(storage()).cancel(raffle.id());
                        refunds(storage()).refund();
                    }
                    return i;
                });
        clock.advance(TOO_LONG);
        TicketHolds.sweeper(storage(), clock).sweep();
        refunds(storage()).refund();

        players.forEach(each -> assertThat(funzOf(each)).isEqualTo(100));
        assertThat(now(raffle).step()).isEqualTo(RaffleStep.REFUNDED);
    }

    @Test
    public void a_cancellation_that_races_with_the_draw_leaves_one_of_both() {
        for (int i = 0; i < 10; i++) {
            RaffleDefinition raffle = opened(5, 10);
            PlayerId player = newPlayer(100, 0);
            buy(raffle, player, "buy", 1);
            clock.advance(OVER);

            Together.run(
                    3,
                    who -> {
                        if (who == 0) {
                            refunds(storage()).cancel(raffle.id());
                        } else {
                            run(storage());
                        }
                        return who;
                    });
            run(storage());
            refunds(storage()).refund();

            boolean isDrawn = now(raffle).step() == RaffleStep.DONE;
            assertThat(now(raffle).step()).isIn(RaffleStep.DONE, RaffleStep.REFUNDED);
            assertThat(storage().raffles().winners(raffle.id()).isEmpty()).isNotEqualTo(isDrawn);
            assertThat(funzOf(player)).isEqualTo(isDrawn ? 100 - TestRaffles.PRICE + FIRST : 100);
        }
    }

    @Test
    public void once_it_is_drawn_a_raffle_is_not_cancelled() {
        RaffleDefinition raffle = opened(5, 10);
        PlayerId player = newPlayer(100, 0);
        buy(raffle, player, "buy", 1);
        clock.advance(OVER);
        run(storage());

        assertThat(refunds(storage()).cancel(raffle.id())).isEqualTo(Cancellation.TOO_LATE);
        refunds(storage()).refund();

        assertThat(now(raffle).step()).isEqualTo(RaffleStep.DONE);
        assertThat(funzOf(player)).isEqualTo(100 - TestRaffles.PRICE + FIRST);
    }

    /** The raffle was cancelled while they were paying. */
    @Test
    public void what_was_being_paid_for_is_given_back_too() {
        RaffleDefinition raffle = opened(5, 10);
        PlayerId payer = newPlayer(100, 0);
        PlayerId gone = newPlayer(100, 0);
        long until = clock.millis() + Hold.TIME.toMillis();
        for (PlayerId each : List.of(payer, gone)) {
            storage()
                    .raffles()
                    .reserve(new TicketReservation(each, id("buy"), command(raffle, 2), until));
        }
        execute(payer, "buy", command(raffle, 2));
        refunds(storage()).cancel(raffle.id());
        refunds(storage()).refund();
        assertThat(now(raffle).step()).isEqualTo(RaffleStep.CANCELLED);
        assertThat(funzOf(payer)).isEqualTo(100 - 2 * TestRaffles.PRICE);

        clock.advance(TOO_LONG);
        TicketHolds.sweeper(storage(), clock).sweep();
        refunds(storage()).refund();

        assertThat(now(raffle).step()).isEqualTo(RaffleStep.REFUNDED);
        assertThat(funzOf(payer)).isEqualTo(100);
        assertThat(funzOf(gone)).isEqualTo(100);
    }

    @Test
    @Timeout(600)
    public void whoever_dies_wherever_every_price_of_cancelled_raffles_is_given_back_once() {
        RandomGenerator random = Seeds.random(21);
        Deaths deaths = new Deaths(KILLS / 2, random, 25);
        List<PlayerId> players = Stream.generate(() -> newPlayer(10_000, 0)).limit(4).toList();
        int rounds = 0;
        while (deaths.died() < KILLS / 2) {
            assertThat(rounds++).as("rounds").isLessThan(1_000);
            RaffleDefinition raffle = opened(8, 30);
            String name = "buy " + rounds;
            players.forEach(each -> deaths.live(fate -> buy(mortal(fate), raffle, each, name, 2)));
            deaths.live(fate -> refunds(mortal(fate)).cancel(raffle.id()));
            refunds(storage()).cancel(raffle.id());
            for (int i = 0; now(raffle).step() != RaffleStep.REFUNDED; i++) {
                assertThat(i).as("lives of one raffle").isLessThan(2 * KILLS);
                deaths.live(fate -> refunds(mortal(fate)).refund());
                clock.advance(TOO_LONG);
                TicketHolds.sweeper(storage(), clock).sweep();
            }
        }

        assertThat(deaths.died()).isEqualTo(KILLS / 2);
        players.forEach(each -> assertThat(funzOf(each)).isEqualTo(10_000));
    }

    private RaffleRefunds refunds(GameStorage on) {
        return new RaffleRefunds(engine(on));
    }

    private void checkPaidOnce(Raffle done, List<PlayerId> players, int bought) {
        assertThat(done.step()).isEqualTo(RaffleStep.DONE);
        checkDraw(done);
        for (PlayerId each : players) {
            assertThat(funzOf(each)).isEqualTo(100 - bought * TestRaffles.PRICE + won(done, each));
        }
    }

    /** The winners are those of the list that is there. */
    private void checkDraw(Raffle done) {
        TicketListHash hash = new TicketListHash();
        List<SoldTickets> tickets = tickets(done.definition());
        tickets.forEach(each -> hash.add(each.published(done)));
        int count = hash.tickets();
        assertThat(done.sold()).isEqualTo(count);
        assertThat(done.listHash()).isEqualTo(hash.finish());
        int[] drawn =
                RaffleDraw.draw(
                        done.secrets().seed(),
                        String.valueOf(done.listHash()),
                        count,
                        done.definition().winners());
        List<RaffleWinner> winners = storage().raffles().winners(done.id());
        assertThat(winners.stream().map(RaffleWinner::ticket))
                .containsExactlyElementsOf(Arrays.stream(drawn).boxed().toList());
        for (RaffleWinner each : winners) {
            assertThat(each.isPaid()).isTrue();
            assertThat(tickets)
                    .anyMatch(block ->
                            block.first() <= each.ticket()
                                    && each.ticket() <= block.last()
                                    && block.player().equals(each.player()));
        }
    }

    private long won(Raffle done, PlayerId player) {
        return storage().raffles().winners(done.id()).stream()
                .filter(each -> each.player().equals(player))
                .mapToLong(each -> each.place() == 1 ? FIRST : SECOND)
                .sum();
    }

    private RaffleDefinition opened(int limit, int tickets) {
        return create(raffle(List.of(), limit, tickets));
    }

    private RaffleDefinition raffle(List<Requirement> requirements, int limit, int tickets) {
        long now = clock.millis();
        return TestRaffles.raffle(now, now + OPEN.toMillis(), limit, tickets, requirements);
    }

    private RaffleDefinition create(RaffleDefinition raffle) {
        RandomGenerator random = Seeds.random(UUID.randomUUID().getMostSignificantBits());
        storage().raffles().create(raffle, RaffleSecrets.random(random));
        return raffle;
    }

    private TicketSale buy(RaffleDefinition raffle, PlayerId player, String name, int quantity) {
        return buy(storage(), raffle, player, name, quantity);
    }

    private TicketSale buy(
            GameStorage on, RaffleDefinition raffle, PlayerId player, String name, int quantity) {
        return tickets(on).buy(envelope(player, id(name), command(raffle, quantity)));
    }

    private static BuyTickets command(RaffleDefinition raffle, int quantity) {
        return new BuyTickets(raffle.id(), quantity, TestRaffles.PRICE, raffle.terms());
    }

    private RaffleTickets tickets(GameStorage on) {
        return new RaffleTickets(engine(on));
    }

    private List<SoldTickets> tickets(RaffleDefinition raffle) {
        return storage().raffles().tickets(raffle.id(), 0, 1_000);
    }

    private int run(GameStorage on) {
        return new RaffleRun(engine(on)).run();
    }

    private void finish(GameStorage on) {
        TicketHolds.sweeper(on, clock).sweep();
        run(on);
    }

    private Raffle now(RaffleDefinition raffle) {
        return storage().raffles().find(raffle.id()).orElseThrow();
    }

    private static OperationId id(String name) {
        return new OperationId(name);
    }

    private long funzOf(PlayerId player) {
        return state(player).wallet().funz();
    }

    private static boolean accepted(TicketSale sale) {
        return answer(sale).outcome() instanceof Outcome.Accepted;
    }

    private static Refusal refusal(TicketSale sale) {
        return ((Outcome.Refused) answer(sale).outcome()).reason();
    }

    private static Answer answer(TicketSale sale) {
        return ((TicketSale.Decided) sale).answer();
    }

    private GameStorage mortal(MortalStorage.Fate fate) {
        return MortalStorage.of(storage(), this::nextId, fate);
    }

    private GameEngine engine(GameStorage on) {
        return engine(on, clock);
    }

    private GameEngine engine(GameStorage on, InstantSource by) {
        return GameEngine.builder(MortalStorage.of(on, this::nextId, () -> {}))
                .clock(by)
                .random(Seeds.random(1))
                .build(TestCatalogs.full());
    }
}
