package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.Sale;
import com.luckyfunatic.engine.stock.StockHolds;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.stock.StockRefusal;
import com.luckyfunatic.engine.stock.StockSales;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.InterruptedStorage.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What selling from stock does on every storage, wherever it is interrupted: pieces are sold
 * exactly as often as they are paid for, never more than there are, and none is held for ever.
 */
public abstract class StockSalesContract extends StorageContract {
    private static final long PRICE = 7;
    private static final Duration TOO_LONG = Hold.TIME.plus(HoldSweeper.MARGIN);

    private StockId stock = fresh();

    /** How large the crowd is; a storage on a network may take a smaller one. */
    protected Crowd crowd() {
        return new Crowd(200, 25, 1_000);
    }

    /**
     * A crowd before a supply.
     *
     * @param callers how many at once
     * @param tries how often each of them buys
     * @param total how many pieces there are
     */
    public record Crowd(int callers, int tries, long total) {}

    private static StockId fresh() {
        return new StockId("stock_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * Each test has a supply of its own, also where all of them share one instance and databases.
     */
    @BeforeEach
    public final void takeAnotherStock() {
        stock = fresh();
    }

    /** Leaves nothing held behind. */
    @AfterEach
    public final void sweepEverything() {
        clock.advance(TOO_LONG);
        sweep();
    }

    @Test
    public void a_purchase_is_charged_and_sold() {
        PlayerId player = newPlayer(10, 0);

        assertThat(outcome(buy(player, "buy", 1))).isInstanceOf(Outcome.Accepted.class);

        assertThat(funzOf(player)).isEqualTo(10 - PRICE);
        assertThat(level()).isEqualTo(new StockLevel(0, 1));
    }

    @Test
    public void a_repeat_gets_the_first_answer_and_nothing_more() {
        PlayerId player = newPlayer(100, 0);
        Answer first = answer(buy(player, "buy", 2));

        // Also when nothing is left by then, and when the hold is long over.
        clock.advance(TOO_LONG);
        Answer again = answer(buy(player, "buy", 1));

        assertThat(again.repeated()).isTrue();
        assertThat(again.outcome()).isEqualTo(first.outcome());
        assertThat(funzOf(player)).isEqualTo(100 - PRICE);
        assertThat(level()).isEqualTo(new StockLevel(0, 1));
    }

    @Test
    public void what_is_sold_out_is_not_charged_and_may_be_tried_again() {
        PlayerId player = newPlayer(100, 0);

        assertThat(buy(player, "buy", 0)).isEqualTo(new Sale.SoldOut(0));

        assertThat(funzOf(player)).isEqualTo(100);
        assertThat(storage().players().operation(player, id("buy"))).isEmpty();
        assertThat(outcome(buy(player, "buy", 1))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    public void what_was_released_is_not_sold_when_its_refusal_was_forgotten() {
        PlayerId player = newPlayer(100, 0);
        Reservation released =
                new Reservation(
                        player,
                        id("buy"),
                        stock,
                        1,
                        funz(-PRICE),
                        clock.millis() + Hold.TIME.toMillis());
        storage().stock().reserve(released, 1);
        storage().stock().release(player, id("buy"));

        Answer refused = answer(buy(player, "buy", 1));

        assertThat(refused.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(funzOf(player)).isEqualTo(100);
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
        assertThat(answer(buy(player, "buy", 1)).outcome()).isEqualTo(refused.outcome());
    }

    @Test
    public void what_the_player_cannot_pay_goes_back_and_the_operation_is_over() {
        PlayerId poor = newPlayer(PRICE - 1, 0);
        Outcome refused = outcome(buy(poor, "buy", 1));
        assertThat(refused).isInstanceOf(Outcome.Refused.class);
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);

        execute(poor, funz(100));
        assertThat(outcome(buy(poor, "buy", 1))).isEqualTo(refused);
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);

        // Another attempt is another operation.
        assertThat(outcome(buy(poor, "buy again", 1))).isInstanceOf(Outcome.Accepted.class);
        assertThat(level()).isEqualTo(new StockLevel(0, 1));
    }

    @Test
    public void nobody_buys_for_a_player_who_does_not_exist() {
        assertThat(outcome(buy(unknownPlayer(), "buy", 1))).isInstanceOf(Outcome.Refused.class);
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
    }

    @Test
    public void an_operation_id_of_another_command_buys_nothing() {
        PlayerId player = newPlayer(100, 0);
        execute(player, id("buy").value(), funz(-1));

        assertThat(outcome(buy(player, "buy", 1))).isInstanceOf(Outcome.OperationIdReused.class);

        assertThat(funzOf(player)).isEqualTo(99);
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
    }

    @Test
    public void an_operation_id_of_another_purchase_buys_nothing() {
        PlayerId player = newPlayer(100, 0);
        buy(player, "buy", 10);

        CommandEnvelope twice = purchase(player, "buy");
        assertThat(outcome(sales().buy(twice, stock, 2, 10)))
                .isInstanceOf(Outcome.OperationIdReused.class);
        CommandEnvelope dearer = envelope(player, id("buy"), funz(-PRICE - 1));
        assertThat(outcome(sales().buy(dearer, stock, 1, 10)))
                .isInstanceOf(Outcome.OperationIdReused.class);

        assertThat(funzOf(player)).isEqualTo(100 - PRICE);
        assertThat(level()).isEqualTo(new StockLevel(0, 1));
    }

    @Test
    public void a_purchase_without_a_name_or_that_may_be_lost_is_not_allowed() {
        PlayerId player = newPlayer(100, 0);

        for (CommandEnvelope wrong :
                List.of(
                        envelope(player, null, funz(-PRICE)),
                        envelope(player, id("tap"), new Tap(1)))) {
            assertThatIllegalArgumentException().isThrownBy(() -> sales().buy(wrong, stock, 1, 1));
        }
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    public void a_purchase_that_is_interrupted_is_finished_by_its_repeat(Step step) {
        PlayerId player = newPlayer(100, 0);
        interrupt(player, step);

        assertThat(outcome(buy(player, "buy", 1))).isInstanceOf(Outcome.Accepted.class);

        assertThat(funzOf(player)).isEqualTo(100 - PRICE);
        assertThat(level()).isEqualTo(new StockLevel(0, 1));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    public void a_purchase_that_is_interrupted_is_settled_as_it_was_charged(Step step) {
        PlayerId player = newPlayer(100, 0);
        interrupt(player, step);
        clock.advance(TOO_LONG);
        sweep();

        boolean charged = step.compareTo(Step.AFTER_CHARGING) >= 0;
        assertThat(funzOf(player)).isEqualTo(charged ? 100 - PRICE : 100);
        assertThat(level()).isEqualTo(new StockLevel(0, charged ? 1 : 0));
        assertThat(held()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    public void a_refused_purchase_that_is_interrupted_holds_nothing_after_the_sweep(Step step) {
        PlayerId poor = newPlayer(PRICE - 1, 0);
        interrupt(poor, step);
        clock.advance(TOO_LONG);
        sweep();

        assertThat(funzOf(poor)).isEqualTo(PRICE - 1);
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
    }

    @Test
    public void a_purchase_that_was_never_charged_can_never_be_once_it_was_swept() {
        PlayerId player = newPlayer(100, 0);
        CommandEnvelope slow = purchase(player, "buy");
        interrupt(player, Step.BEFORE_CHARGING);
        clock.advance(TOO_LONG);
        sweep();

        // A process that stood still since before the charge still believes to be in time.
        Outcome late = outcome(sales().buy(slow, stock, 1, 1));

        assertThat(late).isEqualTo(expired(slow));
        assertThat(outcome(buy(player, "buy", 1))).isEqualTo(late);
        assertThat(funzOf(player)).isEqualTo(100);
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
        assertThat(outcome(buy(newPlayer(100, 0), "mine", 1))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    public void a_repeat_after_the_hold_is_refused_also_without_a_sweep() {
        PlayerId player = newPlayer(100, 0);
        CommandEnvelope first = purchase(player, "buy");
        interrupt(player, Step.BEFORE_CHARGING);
        clock.advance(Hold.TIME);

        assertThat(outcome(buy(player, "buy", 1))).isEqualTo(expired(first));

        assertThat(funzOf(player)).isEqualTo(100);
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
    }

    @Test
    public void until_the_last_moment_a_repeat_still_buys() {
        PlayerId player = newPlayer(100, 0);
        interrupt(player, Step.BEFORE_CHARGING);
        clock.advance(Hold.TIME.minusMillis(1));

        assertThat(outcome(buy(player, "buy", 1))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    public void nothing_is_swept_before_its_time_or_by_a_clock_that_went_back() {
        PlayerId player = newPlayer(100, 0);
        interrupt(player, Step.BEFORE_CHARGING);

        clock.advance(TOO_LONG.minusMillis(1));
        sweep();
        assertThat(level()).isEqualTo(new StockLevel(1, 0));
        clock.advance(Duration.ofDays(-1));
        sweep();
        assertThat(level()).isEqualTo(new StockLevel(1, 0));
        assertThat(outcome(buy(player, "buy", 1))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    public void what_was_sold_before_the_sweep_came_stays_sold() {
        PlayerId player = newPlayer(100, 0);
        interrupt(player, Step.AFTER_CHARGING);
        clock.advance(TOO_LONG);
        sweep();
        sweep();

        assertThat(outcome(buy(player, "buy", 1))).isInstanceOf(Outcome.Accepted.class);
        assertThat(level()).isEqualTo(new StockLevel(0, 1));
    }

    @Test
    public void one_that_cannot_be_settled_keeps_no_other_waiting() {
        PlayerId stuck = newPlayer(100, 0);
        PlayerId other = newPlayer(100, 0);
        interrupt(stuck, Step.AFTER_CHARGING);
        clock.advance(Duration.ofMillis(1));
        interrupt(other, Step.AFTER_CHARGING, 2);
        clock.advance(TOO_LONG);
        AtomicBoolean first = new AtomicBoolean(true);
        GameStorage failing =
                interrupted(step -> step == Step.BEFORE_CHARGING && first.getAndSet(false));

        assertThatThrownBy(() -> StockHolds.sweeper(failing, clock).sweep())
                .isInstanceOf(StorageUnavailableException.class);

        assertThat(level()).isEqualTo(new StockLevel(1, 1));
        sweep();
        assertThat(level()).isEqualTo(new StockLevel(0, 2));
    }

    @Test
    public void sweepers_and_repeats_at_once_agree() {
        int purchases = 20;
        List<PlayerId> players = new ArrayList<>();
        for (int i = 0; i < purchases; i++) {
            PlayerId player = newPlayer(100, 0);
            players.add(player);
            interrupt(player, i % 2 == 0 ? Step.BEFORE_CHARGING : Step.AFTER_CHARGING, purchases);
        }
        clock.advance(TOO_LONG);

        Together.run(
                purchases + 4,
                i -> {
                    if (i < 4) {
                        sweep();
                    } else {
                        answer(buy(players.get(i - 4), "buy", purchases));
                    }
                    return i;
                });

        assertThat(level()).isEqualTo(new StockLevel(0, purchases / 2));
        assertThat(players.stream().filter(each -> funzOf(each) == 100 - PRICE))
                .hasSize(purchases / 2);
    }

    @Test
    @Timeout(600)
    public void a_crowd_that_is_cut_off_at_random_points_buys_exactly_what_there_is() {
        Crowd crowd = crowd();
        List<PlayerId> players =
                Stream.generate(() -> newPlayer(1_000_000, 0)).limit(crowd.callers()).toList();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger cut = new AtomicInteger();

        Thread sweeper =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!over.get()) {
                                sweepAsBestAsItGoes();
                                clock.advance(Duration.ofSeconds(5));
                            }
                        });
        try {
            Together.run(
                    crowd.callers(),
                    caller -> {
                        RandomGenerator random = Seeds.random(caller);
                        GameStorage cutting = interrupted(_ -> random.nextInt(10) == 0);
                        for (int i = 0; i < crowd.tries(); i++) {
                            cut.addAndGet(
                                    buyAsBestAsItGoes(
                                            cutting, players.get(caller), "buy " + i, crowd));
                        }
                        return caller;
                    });
        } finally {
            over.set(true);
            join(sweeper);
        }
        clock.advance(TOO_LONG);
        sweep();
        sellTheRest(players.getFirst(), crowd.total());

        assertThat(cut.get()).as("purchases cut off").isGreaterThan(crowd.callers());
        assertThat(level()).isEqualTo(new StockLevel(0, crowd.total()));
        long charged = players.stream().mapToLong(each -> 1_000_000 - funzOf(each)).sum() / PRICE;
        assertThat(charged).isEqualTo(crowd.total());
        assertThat(held()).isEmpty();
    }

    /** Buys, repeating it once when it was cut off; tells how often it was. */
    private int buyAsBestAsItGoes(GameStorage cutting, PlayerId player, String name, Crowd crowd) {
        int cut = 0;
        CommandEnvelope purchase = purchase(player, name);
        for (int attempt = 0; attempt < 2; attempt++) {
            try {
                sales(cutting).buy(purchase, stock, 1, crowd.total());
                return cut;
            } catch (StorageUnavailableException | StorageConflictException e) {
                cut++;
            }
        }
        return cut;
    }

    private void sweepAsBestAsItGoes() {
        try {
            sweep();
        } catch (StorageUnavailableException | StorageConflictException e) {
            // A storage on a network may be too busy; the next sweep comes to what is left.
            Thread.onSpinWait();
        }
    }

    /** What purchases that were never charged gave back is there for others. */
    private void sellTheRest(PlayerId player, long total) {
        int bought = 0;
        while (buy(player, "rest " + bought, total) instanceof Sale.Decided(Answer answer)) {
            assertThat(answer.outcome()).isInstanceOf(Outcome.Accepted.class);
            bought++;
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the sweeper ended", e);
        }
    }

    private GameStorage interrupted(Predicate<Step> fails) {
        return new InterruptedStorage(storage(), this::nextId, fails);
    }

    private StockSales sales() {
        return sales(interrupted(_ -> false));
    }

    private StockSales sales(GameStorage on) {
        return new StockSales(GameEngine.builder(on).clock(clock).build(TestCatalogs.full()));
    }

    private Sale buy(PlayerId player, String name, long total) {
        return sales().buy(purchase(player, name), stock, 1, total);
    }

    private CommandEnvelope purchase(PlayerId player, String name) {
        Command pay = funz(-PRICE);
        return new CommandEnvelope(player, id(name), clock.millis(), Actor.Player.SELF, pay);
    }

    /** Ids of players may come again in a shared storage: with the supply's name they are new. */
    private OperationId id(String name) {
        return new OperationId(name + stock.value().substring(5));
    }

    /** Buys the only piece and is cut off at {@code at}. */
    private void interrupt(PlayerId player, Step at) {
        interrupt(player, at, 1);
    }

    private void interrupt(PlayerId player, Step at, long total) {
        GameStorage cutting = interrupted(step -> step == at);
        assertThatThrownBy(() -> sales(cutting).buy(purchase(player, "buy"), stock, 1, total))
                .isInstanceOf(StorageUnavailableException.class);
    }

    private void sweep() {
        StockHolds.sweeper(storage(), clock).sweep();
    }

    private static Outcome expired(CommandEnvelope purchase) {
        long until = purchase.nowMillis() + Hold.TIME.toMillis();
        return new Outcome.Refused(new StockRefusal.ReservationExpired(until));
    }

    private static Answer answer(Sale sale) {
        assertThat(sale).isInstanceOf(Sale.Decided.class);
        return ((Sale.Decided) sale).answer();
    }

    private static Outcome outcome(Sale sale) {
        return answer(sale).outcome();
    }

    private StockLevel level() {
        return storage().stock().level(stock);
    }

    private List<Reservation> held() {
        return storage().stock().open(Long.MAX_VALUE, null, 100).stream()
                .filter(each -> each.stock().equals(stock))
                .filter(each -> each.state() == ReservationStep.RESERVED)
                .toList();
    }

    private long funzOf(PlayerId player) {
        PlayerState state = state(player);
        return state.wallet().funz();
    }
}
