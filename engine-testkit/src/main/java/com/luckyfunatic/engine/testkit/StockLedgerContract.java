package com.luckyfunatic.engine.testkit;

import static com.luckyfunatic.engine.stock.ReservationStep.RELEASED;
import static com.luckyfunatic.engine.stock.ReservationStep.RESERVED;
import static com.luckyfunatic.engine.stock.ReservationStep.SOLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.stock.ReserveOutcome;
import com.luckyfunatic.engine.stock.ReserveOutcome.Known;
import com.luckyfunatic.engine.stock.ReserveOutcome.Reserved;
import com.luckyfunatic.engine.stock.ReserveOutcome.SoldOut;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StockLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every ledger of stock does. */
public abstract class StockLedgerContract extends StorageContract {
    private static final long END = 5_000_000;
    private static final int STEPS = 80;

    private final Queue<Reservation> asked = new ConcurrentLinkedQueue<>();

    /** Leaves nothing held behind. */
    @AfterEach
    public final void releaseWhatIsHeld() {
        asked.forEach(each -> ledger().release(each.player(), each.operationId()));
        asked.clear();
    }

    @Test
    public void of_what_nobody_has_asked_for_nothing_is_gone() {
        Reservation nobodys = wanted(stock(), 1);

        assertThat(ledger().level(nobodys.stock())).isEqualTo(StockLevel.UNTOUCHED);
        assertThat(ledger().find(nobodys.player(), nobodys.operationId())).isEmpty();
        assertThat(confirm(nobodys)).isEmpty();
        assertThat(release(nobodys)).isEmpty();
        assertThat(ledger().level(nobodys.stock())).isEqualTo(StockLevel.UNTOUCHED);
    }

    @Test
    public void what_is_reserved_is_held_and_can_be_read_as_it_was_asked_for() {
        StockId stock = stock();
        Reservation wanted =
                new Reservation(
                        unknownPlayer(),
                        operation("Buy #1 ~"),
                        stock,
                        3,
                        funz(-Amounts.MAX),
                        END + 7);

        assertThat(reserve(wanted, 10)).isEqualTo(new Reserved(wanted));

        assertThat(found(wanted)).isEqualTo(wanted);
        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(3, 0));
        assertThat(ledger().level(stock).left(10)).isEqualTo(7);
    }

    @Test
    public void the_same_operation_holds_its_pieces_once() {
        StockId stock = stock();
        Reservation wanted = reserved(wanted(stock, 2), 10);

        assertThat(reserve(wanted, 10)).isEqualTo(new Known(wanted));
        // Also when nothing is left by then.
        assertThat(reserve(wanted, 2)).isEqualTo(new Known(wanted));
        assertThat(reserve(wanted, 0)).isEqualTo(new Known(wanted));

        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(2, 0));
    }

    @Test
    public void an_operation_that_asks_for_something_else_gets_what_it_asked_for_first() {
        Reservation first = reserved(wanted(stock(), 2), 10);
        StockId other = stock();
        Reservation second =
                new Reservation(first.player(), first.operationId(), other, 5, funz(-2), END + 100);

        assertThat(reserve(second, 10)).isEqualTo(new Known(first));

        assertThat(found(second)).isEqualTo(first);
        assertThat(ledger().level(other)).isEqualTo(StockLevel.UNTOUCHED);
    }

    @Test
    public void the_same_operation_id_of_two_players_are_two_reservations() {
        StockId stock = stock();
        Reservation one = reserved(wanted(stock, 1), 10);
        Reservation other =
                new Reservation(unknownPlayer(), one.operationId(), stock, 1, one.command(), END);

        assertThat(reserve(other, 10)).isEqualTo(new Reserved(other));
        assertThat(release(one)).contains(RELEASED);

        assertThat(found(other).state()).isEqualTo(RESERVED);
        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(1, 0));
    }

    @Test
    public void operation_ids_differ_in_every_character() {
        StockId stock = stock();
        PlayerId player = unknownPlayer();
        String name = operation("").value();
        List<String> ids =
                List.of(name + "a", name + "A", name + "a ", name, " " + name, name + "b");

        for (String id : ids) {
            Reservation each =
                    new Reservation(player, new OperationId(id), stock, 1, funz(-1), END);
            assertThat(reserve(each, 10)).isEqualTo(new Reserved(each));
        }

        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(ids.size(), 0));
    }

    @Test
    public void the_last_piece_can_be_had_and_no_more() {
        StockId stock = stock();
        reserved(wanted(stock, 4), 5);

        assertThat(reserve(wanted(stock, 2), 5)).isEqualTo(new SoldOut(1));
        reserved(wanted(stock, 1), 5);
        assertThat(reserve(wanted(stock, 1), 5)).isEqualTo(new SoldOut(0));

        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(5, 0));
    }

    @Test
    public void of_nothing_nothing_can_be_had() {
        Reservation wanted = wanted(stock(), 1);

        assertThat(reserve(wanted, 0)).isEqualTo(new SoldOut(0));
        assertThat(ledger().level(wanted.stock())).isEqualTo(StockLevel.UNTOUCHED);
    }

    @Test
    public void who_found_it_sold_out_may_ask_again() {
        StockId stock = stock();
        Reservation first = reserved(wanted(stock, 1), 1);
        Reservation second = wanted(stock, 1);
        assertThat(reserve(second, 1)).isEqualTo(new SoldOut(0));
        assertThat(ledger().find(second.player(), second.operationId())).isEmpty();

        assertThat(release(first)).contains(RELEASED);

        assertThat(reserve(second, 1)).isEqualTo(new Reserved(second));
    }

    @Test
    public void what_is_confirmed_is_sold_once_and_for_good() {
        StockId stock = stock();
        Reservation one = reserved(wanted(stock, 2), 5);

        assertThat(confirm(one)).contains(SOLD);
        assertThat(confirm(one)).contains(SOLD);
        assertThat(release(one)).contains(SOLD);

        assertThat(found(one)).isEqualTo(one.in(SOLD));
        assertThat(reserve(one, 5)).isEqualTo(new Known(one.in(SOLD)));
        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(0, 2));
        assertThat(reserve(wanted(stock, 4), 5)).isEqualTo(new SoldOut(3));
    }

    @Test
    public void what_is_released_goes_back_once_and_is_never_sold() {
        StockId stock = stock();
        Reservation one = reserved(wanted(stock, 2), 5);
        reserved(wanted(stock, 1), 5);

        assertThat(release(one)).contains(RELEASED);
        assertThat(release(one)).contains(RELEASED);
        assertThat(confirm(one)).contains(RELEASED);

        assertThat(found(one)).isEqualTo(one.in(RELEASED));
        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(1, 0));
        // The operation is over: another attempt is another operation.
        assertThat(reserve(one, 5)).isEqualTo(new Known(one.in(RELEASED)));
        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(1, 0));
        reserved(wanted(stock, 4), 5);
    }

    @Test
    public void a_total_that_is_raised_lets_more_be_had() {
        StockId stock = stock();
        reserved(wanted(stock, 2), 2);
        assertThat(reserve(wanted(stock, 1), 2)).isEqualTo(new SoldOut(0));

        reserved(wanted(stock, 3), 5);

        assertThat(reserve(wanted(stock, 1), 5)).isEqualTo(new SoldOut(0));
    }

    @Test
    public void a_total_lowered_below_what_is_gone_leaves_nothing_and_takes_nothing_back() {
        StockId stock = stock();
        Reservation sold = reserved(wanted(stock, 4), 10);
        assertThat(confirm(sold)).contains(SOLD);
        Reservation held = reserved(wanted(stock, 2), 10);

        assertThat(reserve(wanted(stock, 1), 3)).isEqualTo(new SoldOut(0));
        assertThat(confirm(held)).contains(SOLD);

        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(0, 6));
        assertThat(ledger().level(stock).left(3)).isZero();
        assertThat(reserve(wanted(stock, 1), 6)).isEqualTo(new SoldOut(0));
        reserved(wanted(stock, 1), 7);
    }

    @Test
    public void the_largest_numbers_are_counted_exactly() {
        StockId stock = stock();
        Reservation most = reserved(wanted(stock, Amounts.MAX - 1), Amounts.MAX);

        assertThat(reserve(wanted(stock, 2), Amounts.MAX)).isEqualTo(new SoldOut(1));
        Reservation last = reserved(wanted(stock, 1), Amounts.MAX);
        assertThat(confirm(most)).contains(SOLD);
        assertThat(confirm(last)).contains(SOLD);

        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(0, Amounts.MAX));
        assertThat(reserve(wanted(stock, 1), Amounts.MAX)).isEqualTo(new SoldOut(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Amounts.MAX + 1, Long.MAX_VALUE, Long.MIN_VALUE})
    public void a_total_that_is_no_amount_is_not_allowed(long total) {
        Reservation wanted = wanted(stock(), 1);

        assertThatIllegalArgumentException().isThrownBy(() -> reserve(wanted, total));
        assertThat(ledger().find(wanted.player(), wanted.operationId())).isEmpty();
    }

    @Test
    public void what_is_held_too_long_is_told_in_the_order_of_its_end() {
        StockId stock = stock();
        // As after a clock that went back: the last one made ends first.
        Reservation third = reserved(ending(stock, END + 2), 10);
        Reservation second = reserved(ending(stock, END + 1), 10);
        Reservation first = reserved(ending(stock, END), 10);

        assertThat(open(END - 1)).isEmpty();
        assertThat(open(END)).containsExactly(first);
        assertThat(open(END + 1)).containsExactly(first, second);
        assertThat(open(Long.MAX_VALUE)).containsExactly(first, second, third);
        assertThat(open(END - 1)).isEmpty();
    }

    @Test
    public void what_is_sold_or_released_is_not_held_any_more() {
        StockId stock = stock();
        Reservation sold = reserved(ending(stock, END), 10);
        Reservation released = reserved(ending(stock, END), 10);
        Reservation held = reserved(ending(stock, END), 10);

        confirm(sold);
        release(released);

        assertThat(open(END)).containsExactly(held);
    }

    @Test
    public void pages_of_what_is_held_follow_each_other_without_gaps_or_repeats() {
        StockId stock = stock();
        PlayerId player = unknownPlayer();
        List<Reservation> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(reserved(ending(stock, END + 1), 100));
            all.add(reserved(ending(stock, END), 100));
            OperationId id = operation("same player " + i);
            all.add(reserved(new Reservation(player, id, stock, 1, funz(-1), END), 100));
        }

        for (int limit = 1; limit <= all.size(); limit++) {
            assertThat(open(END + 1, limit)).hasSize(all.size()).hasSameElementsAs(all);
        }
        assertThat(open(END + 1, 1)).isEqualTo(open(END + 1, 100));
    }

    @Test
    public void a_page_goes_on_behind_one_that_was_settled_meanwhile() {
        StockId stock = stock();
        Reservation first = reserved(ending(stock, END), 10);
        Reservation second = reserved(ending(stock, END + 1), 10);

        release(first);

        assertThat(mine(ledger().open(END + 1, first, 100))).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Page.LIMIT_MAX + 1})
    public void a_page_of_another_size_is_not_allowed(int limit) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger().open(Long.MAX_VALUE, null, limit));
    }

    @ParameterizedTest
    @MethodSource("com.luckyfunatic.engine.testkit.Seeds#all")
    public void a_history_gives_what_a_list_gives_that_is_counted_anew(long seed) {
        RandomGenerator random = Seeds.random(seed);
        ModelStock model = new ModelStock();
        List<StockId> stocks = List.of(stock(), stock());
        List<Reservation> wanted = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String at = "seed " + seed + ", step " + step;
            if (wanted.isEmpty() || random.nextInt(3) > 0) {
                boolean again = !wanted.isEmpty() && random.nextInt(4) == 0;
                Reservation next =
                        again
                                ? one(random, wanted)
                                : new Reservation(
                                        unknownPlayer(),
                                        operation("buy"),
                                        stocks.get(random.nextInt(2)),
                                        random.nextLong(1, 5),
                                        funz(-1),
                                        END + random.nextInt(20));
                long total = random.nextInt(40);
                wanted.add(next);
                assertThat(reserve(next, total)).as(at).isEqualTo(model.reserve(next, total));
            } else {
                Reservation each = one(random, wanted);
                boolean sells = random.nextBoolean();
                assertThat(sells ? confirm(each) : release(each))
                        .as(at)
                        .isEqualTo(
                                sells
                                        ? model.confirm(each.player(), each.operationId())
                                        : model.release(each.player(), each.operationId()));
            }
            for (StockId stock : stocks) {
                assertThat(ledger().level(stock)).as(at).isEqualTo(model.level(stock));
            }
        }
        assertThat(open(END + 10)).isEqualTo(model.open(END + 10, null, 100));
    }

    private static Reservation one(RandomGenerator random, List<Reservation> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    public void of_many_who_want_the_last_pieces_at_once_exactly_as_many_get_one() {
        StockId stock = stock();
        reserved(wanted(stock, 3), 40);

        List<ReserveOutcome> outcomes = Together.run(200, _ -> reserve(wanted(stock, 1), 40));

        assertThat(outcomes.stream().filter(Reserved.class::isInstance)).hasSize(37);
        assertThat(outcomes.stream().filter(SoldOut.class::isInstance)).hasSize(163);
        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(40, 0));
    }

    @Test
    public void one_operation_at_once_holds_its_pieces_once() {
        StockId stock = stock();
        Reservation wanted = wanted(stock, 2);

        List<ReserveOutcome> outcomes = Together.run(40, _ -> reserve(wanted, 100));

        assertThat(outcomes).containsOnlyOnce(new Reserved(wanted));
        assertThat(outcomes.stream().filter(new Known(wanted)::equals)).hasSize(39);
        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(2, 0));
    }

    @Test
    public void one_operation_at_once_on_two_supplies_holds_of_one() {
        StockId one = stock();
        StockId other = stock();
        Reservation first = wanted(one, 1);
        Reservation second =
                new Reservation(
                        first.player(), first.operationId(), other, 1, first.command(), END);

        List<ReserveOutcome> outcomes =
                Together.run(20, i -> reserve(i % 2 == 0 ? first : second, 100));

        assertThat(outcomes.stream().filter(Reserved.class::isInstance)).hasSize(1);
        assertThat(ledger().level(one).reserved() + ledger().level(other).reserved()).isEqualTo(1);
    }

    @Test
    public void of_confirming_and_releasing_at_once_one_comes_true_for_all() {
        StockId stock = stock();
        List<Reservation> held = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            held.add(reserved(wanted(stock, 1), 10));
        }

        List<Optional<ReservationStep>> states =
                Together.run(
                        80,
                        i -> {
                            Reservation each = held.get(i % 10);
                            return i / 10 % 2 == 0 ? confirm(each) : release(each);
                        });

        long sold = 0;
        for (int i = 0; i < 80; i++) {
            ReservationStep now = found(held.get(i % 10)).state();
            assertThat(states.get(i)).contains(now).isNotEqualTo(Optional.of(RESERVED));
            sold += now == SOLD && i < 10 ? 1 : 0;
        }
        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(0, sold));
    }

    @Test
    public void pieces_that_go_back_and_forth_at_once_are_neither_lost_nor_made() {
        StockId stock = stock();
        int callers = 30;

        List<Integer> bought =
                Together.run(
                        callers,
                        caller -> {
                            RandomGenerator random = Seeds.random(caller);
                            int sold = 0;
                            for (int i = 0; i < 10; i++) {
                                Reservation wanted = wanted(stock, 1);
                                if (reserve(wanted, 50) instanceof Reserved) {
                                    boolean sells = random.nextInt(4) == 0;
                                    assertThat(sells ? confirm(wanted) : release(wanted))
                                            .contains(sells ? SOLD : RELEASED);
                                    sold += sells ? 1 : 0;
                                }
                                assertThat(ledger().level(stock).sold()).isBetween(0L, 50L);
                            }
                            return sold;
                        });

        long sold = bought.stream().mapToLong(Integer::longValue).sum();
        assertThat(ledger().level(stock)).isEqualTo(new StockLevel(0, sold));
    }

    private StockLedger ledger() {
        return storage().stock();
    }

    private StockId stock() {
        return new StockId("stock_" + unique());
    }

    private static OperationId operation(String text) {
        return new OperationId(text + unique());
    }

    /** Neither players nor supplies need exist, so that ids of the storage may come again. */
    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private Reservation wanted(StockId stock, long quantity) {
        return new Reservation(unknownPlayer(), operation("buy"), stock, quantity, funz(-1), END);
    }

    private Reservation ending(StockId stock, long untilMillis) {
        return new Reservation(unknownPlayer(), operation("buy"), stock, 1, funz(-1), untilMillis);
    }

    private ReserveOutcome reserve(Reservation wanted, long total) {
        asked.add(wanted);
        return ledger().reserve(wanted, total);
    }

    private Reservation reserved(Reservation wanted, long total) {
        assertThat(reserve(wanted, total)).isEqualTo(new Reserved(wanted));
        return wanted;
    }

    private Optional<ReservationStep> confirm(Reservation reservation) {
        return ledger().confirm(reservation.player(), reservation.operationId());
    }

    private Optional<ReservationStep> release(Reservation reservation) {
        return ledger().release(reservation.player(), reservation.operationId());
    }

    private Reservation found(Reservation reservation) {
        return ledger().find(reservation.player(), reservation.operationId()).orElseThrow();
    }

    private List<Reservation> open(long untilMillis) {
        return open(untilMillis, Page.LIMIT_MAX);
    }

    /** Returns what this test holds, read in pages of {@code limit}. */
    private List<Reservation> open(long untilMillis, int limit) {
        List<Reservation> all = new ArrayList<>();
        List<Reservation> page = ledger().open(untilMillis, null, limit);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            page = ledger().open(untilMillis, page.getLast(), limit);
        }
        return mine(all);
    }

    private List<Reservation> mine(List<Reservation> reservations) {
        return reservations.stream()
                .filter(each -> asked.stream().anyMatch(each::hasSameIntent))
                .toList();
    }
}
