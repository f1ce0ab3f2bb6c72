package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.hold.Hold;
import com.luckyfunatic.engine.hold.HoldSweeper;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.stock.Reservation;
import com.luckyfunatic.engine.stock.Sale;
import com.luckyfunatic.engine.stock.StockHolds;
import com.luckyfunatic.engine.stock.StockId;
import com.luckyfunatic.engine.stock.StockLevel;
import com.luckyfunatic.engine.store.ListingDefinition;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.Purchases;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import com.luckyfunatic.engine.store.StoreRefusal;
import com.luckyfunatic.engine.wallet.WalletRefusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What buying a listing does on every storage, whether all players share a supply of it or not. */
public abstract class PurchasesContract extends StorageContract {
    private static final long PRICE = 7;
    private static final int UNLIMITED = ListingDefinition.UNLIMITED;

    private String name = "";

    /** The storage may be shared, and so would a supply. */
    @BeforeEach
    public final void takeAnotherListing() {
        name = "hat_" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    public void what_nobody_shares_is_bought_once_under_its_id() {
        PlayerId player = newPlayer(20, 0);

        assertThat(outcome(buy(player, "buy", 1, UNLIMITED))).isInstanceOf(Outcome.Accepted.class);
        Answer again = answer(buy(player, "buy", 1, UNLIMITED));

        assertThat(again.repeated()).isTrue();
        assertThat(funzOf(player)).isEqualTo(20 - PRICE);
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
    }

    @Test
    public void what_all_share_is_bought_once_under_its_id_and_counted() {
        PlayerId player = newPlayer(20, 0);

        Outcome first = outcome(buy(player, "buy", 2, 3));
        Answer again = answer(buy(player, "buy", 2, 3));

        assertThat(first).isInstanceOf(Outcome.Accepted.class);
        assertThat(again.repeated()).isTrue();
        assertThat(again.outcome()).isEqualTo(first);
        assertThat(funzOf(player)).isEqualTo(20 - 2 * PRICE);
        assertThat(level()).isEqualTo(new StockLevel(0, 2));
        assertThat(purchases(3).left(listing(3))).isOne();
    }

    @Test
    public void what_is_gone_is_sold_to_nobody_and_a_repeat_is_still_known() {
        PlayerId first = newPlayer(20, 0);
        PlayerId second = newPlayer(20, 0);
        buy(first, "buy", 2, 3);

        assertThat(buy(second, "two", 2, 3)).isEqualTo(new Sale.SoldOut(1));
        assertThat(outcome(buy(second, "one", 1, 3))).isInstanceOf(Outcome.Accepted.class);
        assertThat(buy(second, "more", 1, 3)).isEqualTo(new Sale.SoldOut(0));

        assertThat(answer(buy(first, "buy", 2, 3)).repeated()).isTrue();
        assertThat(funzOf(second)).isEqualTo(20 - PRICE);
        assertThat(level()).isEqualTo(new StockLevel(0, 3));
    }

    @Test
    public void whom_the_rules_refuse_holds_nothing_and_may_use_the_id_again() {
        PlayerId poor = newPlayer(PRICE - 1, 0);

        Outcome refused = outcome(buy(poor, "buy", 1, 3));

        assertThat(refused)
                .isEqualTo(
                        new Outcome.Refused(
                                new WalletRefusal.InsufficientFunds(
                                        Currency.FUNZ, PRICE, PRICE - 1)));
        assertThat(storage().stock().find(poor, id("buy"))).isEmpty();
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
        execute(poor, funz(1));
        assertThat(outcome(buy(poor, "buy", 1, 3))).isInstanceOf(Outcome.Accepted.class);
        assertThat(level()).isEqualTo(new StockLevel(0, 1));
    }

    @Test
    public void who_saw_another_price_holds_nothing() {
        PlayerId player = newPlayer(20, 0);
        Purchase old = new Purchase(new ListingId(name), PRICE + 1, 1);

        Sale sale = purchases(3).buy(envelope(player, id("buy"), old));

        assertThat(outcome(sale))
                .isEqualTo(
                        new Outcome.Refused(
                                new StoreRefusal.ListingPriceChanged(PRICE + 1, PRICE)));
        assertThat(storage().stock().find(player, id("buy"))).isEmpty();
    }

    /** Whoever held the piece died, or could not reach the store that knows the payment. */
    @Test
    public void what_was_done_under_the_same_id_pays_for_nothing() {
        PlayerId player = newPlayer(20, 0);
        StockId stock = new StockId(name);
        long until = clock.millis() + Hold.TIME.toMillis();
        storage()
                .stock()
                .reserve(new Reservation(player, id("buy"), stock, 2, purchase(2), until), 3);
        execute(player, id("buy").value(), funz(1));
        clock.advance(Hold.TIME.plus(HoldSweeper.MARGIN));

        StockHolds.sweeper(storage(), clock).sweep();

        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
        for (int again = 0; again < 2; again++) {
            assertThat(outcome(buy(player, "buy", 2, 3)))
                    .isInstanceOf(Outcome.OperationIdReused.class);
        }
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
        assertThat(funzOf(player)).isEqualTo(21);
    }

    @Test
    public void nobody_who_does_not_exist_holds_anything() {
        PlayerId nobody = unknownPlayer();

        assertThat(outcome(buy(nobody, "buy", 1, 3))).isInstanceOf(Outcome.Refused.class);

        assertThat(storage().stock().find(nobody, id("buy"))).isEmpty();
    }

    @Test
    public void what_was_bought_before_all_shared_it_takes_no_piece() {
        PlayerId player = newPlayer(20, 0);
        buy(player, "buy", 1, UNLIMITED);

        Answer withPieces = answer(buy(player, "buy", 1, 3));
        Answer withoutPieces = answer(buy(player, "buy", 1, 0));

        assertThat(withPieces.repeated()).isTrue();
        assertThat(withoutPieces.repeated()).isTrue();
        assertThat(funzOf(player)).isEqualTo(20 - PRICE);
        assertThat(level()).isEqualTo(StockLevel.UNTOUCHED);
    }

    @Test
    public void what_was_bought_while_all_shared_it_is_known_afterwards() {
        PlayerId player = newPlayer(20, 0);
        buy(player, "buy", 1, 3);

        assertThat(answer(buy(player, "buy", 1, UNLIMITED)).repeated()).isTrue();
        assertThat(answer(buy(player, "buy", 1, null)).repeated()).isTrue();

        assertThat(funzOf(player)).isEqualTo(20 - PRICE);
        assertThat(level()).isEqualTo(new StockLevel(0, 1));
    }

    @Test
    public void an_id_of_another_purchase_buys_nothing() {
        PlayerId player = newPlayer(100, 0);
        buy(player, "buy", 1, 3);

        assertThat(outcome(buy(player, "buy", 2, 3))).isInstanceOf(Outcome.OperationIdReused.class);

        assertThat(funzOf(player)).isEqualTo(100 - PRICE);
        assertThat(level()).isEqualTo(new StockLevel(0, 1));
    }

    @Test
    public void of_many_who_buy_at_once_as_many_get_one_as_there_are() {
        List<PlayerId> players = IntStream.range(0, 20).mapToObj(_ -> newPlayer(PRICE, 0)).toList();
        Purchases purchases = purchases(3);

        List<Sale> sales =
                Together.run(
                        20, i -> purchases.buy(envelope(players.get(i), id("buy"), purchase(1))));

        assertThat(sales)
                .filteredOn(sale -> sale instanceof Sale.Decided)
                .hasSize(3)
                .allMatch(sale -> outcome(sale) instanceof Outcome.Accepted);
        assertThat(players).filteredOn(player -> funzOf(player) == 0).hasSize(3);
        assertThat(level()).isEqualTo(new StockLevel(0, 3));
    }

    @Test
    public void only_named_purchases_are_carried_out() {
        PlayerId player = newPlayer(20, 0);
        Purchases purchases = purchases(3);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> purchases.buy(envelope(player, null, purchase(1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> purchases.buy(envelope(player, id("buy"), funz(-1))));
    }

    private Purchase purchase(int quantity) {
        return new Purchase(new ListingId(name), PRICE, quantity);
    }

    /** Ids of players may come again in a shared storage: with the listing's name they are new. */
    private OperationId id(String operation) {
        return new OperationId(operation + name);
    }

    /** Buys under content in which the listing has {@code stock}; null for content without it. */
    private Sale buy(PlayerId player, String operation, int quantity, @Nullable Integer stock) {
        return purchases(stock).buy(envelope(player, id(operation), purchase(quantity)));
    }

    private Purchases purchases(@Nullable Integer stock) {
        Catalog catalog =
                TestCatalogs.selling(
                        List.of(stock == null ? listing("others", UNLIMITED) : listing(stock)));
        return new Purchases(GameEngine.builder(storage()).clock(clock).build(catalog));
    }

    private ListingDefinition listing(long stock) {
        return listing(name, stock);
    }

    private static ListingDefinition listing(String name, long stock) {
        return new ListingDefinition(
                new ListingId(name),
                "Hat",
                "One of not so many.",
                "store/hat.png",
                Currency.FUNZ,
                PRICE,
                ListingDefinition.NOT_FOR_STARS,
                Reward.ofItems(TestContent.TEA, 1),
                ListingDefinition.UNLIMITED,
                ListingDefinition.UNLIMITED,
                stock,
                List.of(),
                null,
                null);
    }

    private StockLevel level() {
        return storage().stock().level(new StockId(name));
    }

    private long funzOf(PlayerId player) {
        return state(player).wallet().funz();
    }

    private static Answer answer(Sale sale) {
        assertThat(sale).isInstanceOf(Sale.Decided.class);
        return ((Sale.Decided) sale).answer();
    }

    private static Outcome outcome(Sale sale) {
        return answer(sale).outcome();
    }
}
