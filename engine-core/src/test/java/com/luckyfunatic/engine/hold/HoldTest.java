package com.luckyfunatic.engine.hold;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.fixture.MapStorage;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.stock.StockRefusal;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tournament.TournamentCommand.Enter;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentResult.EntryPaid;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.engine.wallet.WalletRefusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is held is kept exactly when its own operation has paid for it. */
class HoldTest {
    private static final PlayerId ANN = new PlayerId(1);
    private static final PlayerId BOB = new PlayerId(2);
    private static final TournamentId CUP = new TournamentId("cup");
    private static final long FEE = 5;
    private static final Actor SELF = Actor.Player.SELF;

    private final MapStorage storage = new MapStorage(0);
    private final Shelf shelf = new Shelf();
    private long now = 1_000_000;
    private final InstantSource clock = () -> Instant.ofEpochMilli(now);
    private final GameEngine engine =
            GameEngine.builder(storage)
                    .clock(clock)
                    .random(RandomGenerator.of("L64X128MixRandom"))
                    .build(TestCatalog.catalog());
    private final HoldPayments<Seat> payments = new HoldPayments<>(engine, shelf);
    private final HoldSweeper<Seat> sweeper =
            new HoldSweeper<>(storage, shelf, clock, "shelf-sweeper");

    /** What has become of a seat. */
    private enum Step {
        HELD,
        KEPT,
        RELEASED
    }

    /** A seat as it was read: what has become of it since stands on the shelf. */
    private record Seat(PlayerId player, String name, long untilMillis, Step step) implements Hold {
        @Override
        public OperationId operationId() {
            return new OperationId(name);
        }

        @Override
        public Command payment() {
            return new Enter(CUP, Currency.FUNZ, FEE);
        }

        @Override
        public boolean isReleased() {
            return step == Step.RELEASED;
        }
    }

    /** Where seats are kept, by name. */
    private static final class Shelf implements Holds<Seat> {
        private final Map<String, Seat> seats = new TreeMap<>();

        @Override
        public boolean settle(Seat hold, boolean isPaid) {
            Step wanted = isPaid ? Step.KEPT : Step.RELEASED;
            Seat settled =
                    seats.computeIfPresent(
                            hold.name(),
                            (_, seat) ->
                                    seat.step() == Step.HELD
                                            ? new Seat(
                                                    seat.player(),
                                                    seat.name(),
                                                    seat.untilMillis(),
                                                    wanted)
                                            : seat);
            return settled != null && settled.step() == wanted;
        }

        @Override
        public List<Seat> overdue(long untilMillis, @Nullable Seat after, int limit) {
            return seats.values().stream()
                    .filter(seat -> seat.step() == Step.HELD && seat.untilMillis() <= untilMillis)
                    .filter(seat -> after == null || seat.name().compareTo(after.name()) > 0)
                    .sorted(Comparator.comparing(Seat::name))
                    .limit(limit)
                    .toList();
        }

        Step step(String name) {
            return requireNonNull(seats.get(name)).step();
        }
    }

    private Seat held(PlayerId player, String name) {
        Seat seat = new Seat(player, name, now + Hold.TIME.toMillis(), Step.HELD);
        shelf.seats.put(name, seat);
        return seat;
    }

    private Seat read(String name) {
        return requireNonNull(shelf.seats.get(name));
    }

    private void newPlayer(PlayerId player, long funz) {
        engine.execute(player, new CreatePlayer(null, false));
        engine.execute(player, new AdjustBalance(Currency.FUNZ, funz, "test"));
    }

    private long funz(PlayerId player) {
        return engine.player(player).map(PlayerState::wallet).orElseThrow().funz();
    }

    private void passHold() {
        now += Hold.TIME.plus(HoldSweeper.MARGIN).toMillis();
    }

    private static void assertRefused(Answer answer, Class<? extends Refusal> reason) {
        assertThat(answer.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) answer.outcome()).reason()).isInstanceOf(reason);
    }

    @Test
    void what_is_paid_for_is_kept_and_paid_once() {
        newPlayer(ANN, 12);
        Seat seat = held(ANN, "a");

        Answer first = payments.pay(seat, now, SELF);
        Answer again = payments.payAgain(read("a"), now, SELF);

        assertThat(first.outcome())
                .isEqualTo(new Outcome.Accepted(new EntryPaid(CUP, Currency.FUNZ, FEE)));
        assertThat(again.outcome()).isEqualTo(first.outcome());
        assertThat(again.repeated()).isTrue();
        assertThat(shelf.step("a")).isEqualTo(Step.KEPT);
        assertThat(funz(ANN)).isEqualTo(12 - FEE);
    }

    @Test
    void what_cannot_be_paid_goes_back_for_good() {
        newPlayer(ANN, FEE - 1);
        assertRefused(
                payments.pay(held(ANN, "a"), now, SELF), WalletRefusal.InsufficientFunds.class);
        engine.execute(ANN, new AdjustBalance(Currency.FUNZ, 100, "test"));
        now += 5;

        assertRefused(
                payments.payAgain(read("a"), now, SELF), WalletRefusal.InsufficientFunds.class);

        assertThat(shelf.step("a")).isEqualTo(Step.RELEASED);
        assertThat(funz(ANN)).isEqualTo(FEE - 1 + 100);
    }

    @Test
    void what_is_released_is_refused_though_its_refusal_was_forgotten() {
        newPlayer(ANN, 12);
        held(ANN, "a");
        assertThat(shelf.settle(read("a"), false)).isTrue();

        assertRefused(
                payments.payAgain(read("a"), now, SELF), StockRefusal.ReservationExpired.class);

        assertThat(funz(ANN)).isEqualTo(12);
    }

    @Test
    void a_sweep_follows_what_was_paid_and_gives_the_rest_back() {
        newPlayer(ANN, 12);
        newPlayer(BOB, 12);
        Seat paid = held(ANN, "a");
        engine.execute(ANN, paid.operationId(), paid.payment());
        held(BOB, "b");
        assertThat(sweeper.sweep()).as("too early").isZero();

        passHold();
        assertThat(sweeper.sweep()).isEqualTo(2);

        assertThat(shelf.step("a")).isEqualTo(Step.KEPT);
        assertThat(shelf.step("b")).isEqualTo(Step.RELEASED);
        assertThat(funz(BOB)).isEqualTo(12);
        assertThat(sweeper.sweep()).isZero();
        assertRefused(
                payments.payAgain(read("b"), now, SELF), StockRefusal.ReservationExpired.class);
    }

    @Test
    void one_that_cannot_be_settled_keeps_no_other_waiting() {
        newPlayer(ANN, 12);
        newPlayer(BOB, 12);
        held(ANN, "a");
        held(BOB, "b");
        storage.failFor(ANN);
        passHold();

        assertThatThrownBy(sweeper::sweep).isInstanceOf(StorageUnavailableException.class);

        assertThat(shelf.step("a")).isEqualTo(Step.HELD);
        assertThat(shelf.step("b")).isEqualTo(Step.RELEASED);
        storage.failFor(null);
        assertThat(sweeper.sweep()).isOne();
    }

    @Test
    void something_else_done_under_the_same_id_pays_for_nothing() {
        newPlayer(ANN, 12);
        held(ANN, "a");
        engine.execute(ANN, new OperationId("a"), new Tap(1));
        passHold();

        assertThat(sweeper.sweep()).isOne();

        assertThat(shelf.step("a")).isEqualTo(Step.RELEASED);
        for (int again = 0; again < 2; again++) {
            assertThat(payments.payAgain(read("a"), now, SELF).outcome())
                    .isInstanceOf(Outcome.OperationIdReused.class);
        }
        Seat fresh = held(ANN, "b");
        engine.execute(ANN, new OperationId("b"), new Tap(1));
        assertThat(payments.pay(fresh, now, SELF).outcome())
                .isInstanceOf(Outcome.OperationIdReused.class);
        assertThat(shelf.step("b")).isEqualTo(Step.RELEASED);
    }

    @Test
    void the_same_payment_in_another_builds_form_pays() {
        newPlayer(ANN, 12);
        held(ANN, "a");
        paidOtherwise("a", new EntryPaid(CUP, Currency.FUNZ, FEE));
        held(ANN, "b");
        paidOtherwise("b", new EntryPaid(CUP, Currency.FUNZ, FEE + 1));
        passHold();

        assertThat(sweeper.sweep()).isEqualTo(2);

        assertThat(shelf.step("a")).isEqualTo(Step.KEPT);
        assertThat(shelf.step("b")).as("another fee").isEqualTo(Step.RELEASED);
        assertThat(payments.payAgain(read("a"), now, SELF).outcome())
                .isEqualTo(new Outcome.Accepted(new EntryPaid(CUP, Currency.FUNZ, FEE)));
    }

    /** Carries something out under {@code name} that this build writes in another form. */
    private void paidOtherwise(String name, Result result) {
        storage.execute(
                new CommandEnvelope(ANN, new OperationId(name), now, SELF, new Tap(1)),
                (state, envelope) ->
                        new Handled(
                                new Answer(
                                        new Outcome.Accepted(result),
                                        state,
                                        PassiveIncome.NONE,
                                        envelope.nowMillis(),
                                        false),
                                null));
    }

    @Test
    void a_shelf_that_does_not_follow_is_broken() {
        newPlayer(ANN, 12);
        Seat seat = held(ANN, "a");
        shelf.settle(seat, false);

        assertThatThrownBy(() -> payments.pay(seat, now, SELF))
                .isInstanceOf(StorageCorruptException.class)
                .hasMessageContaining("operation a of player 1 came to Accepted");
        assertThatThrownBy(() -> payments.pay(new Seat(ANN, "gone", now + 1, Step.HELD), now, SELF))
                .isInstanceOf(StorageCorruptException.class);
    }

    @Test
    void many_are_swept_page_by_page() {
        newPlayer(ANN, 1_000);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            names.add("s%03d".formatted(i));
            held(ANN, names.getLast());
        }
        passHold();

        assertThat(sweeper.sweep()).isEqualTo(250);

        assertThat(names).allSatisfy(name -> assertThat(shelf.step(name)).isEqualTo(Step.RELEASED));
    }
}
