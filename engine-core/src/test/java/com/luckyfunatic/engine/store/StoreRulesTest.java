package com.luckyfunatic.engine.store;

import static com.luckyfunatic.engine.fixture.Play.START;
import static com.luckyfunatic.engine.fixture.TestCatalog.CRATE;
import static com.luckyfunatic.engine.fixture.TestCatalog.GUM;
import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static com.luckyfunatic.engine.fixture.TestStore.CRATES;
import static com.luckyfunatic.engine.fixture.TestStore.GIFT;
import static com.luckyfunatic.engine.fixture.TestStore.GUMS;
import static com.luckyfunatic.engine.fixture.TestStore.HAPPY_HOUR;
import static com.luckyfunatic.engine.fixture.TestStore.TICKETS;
import static com.luckyfunatic.engine.fixture.TestStore.TREASURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestCatalogs;
import com.luckyfunatic.engine.fixture.TestStore;
import com.luckyfunatic.engine.item.ItemRefusal.ItemMaximumReached;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.quest.EarnedQuest;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.quest.QuestCounter;
import com.luckyfunatic.engine.quest.QuestGoal;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.quest.QuestRefusal;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import com.luckyfunatic.engine.store.StoreEvent.Purchased;
import com.luckyfunatic.engine.store.StoreRefusal.ListingDailyLimitReached;
import com.luckyfunatic.engine.store.StoreRefusal.ListingLimitReached;
import com.luckyfunatic.engine.store.StoreRefusal.ListingNotAvailable;
import com.luckyfunatic.engine.store.StoreRefusal.ListingPriceChanged;
import com.luckyfunatic.engine.store.StoreRefusal.ListingRequirementsNotMet;
import com.luckyfunatic.engine.store.StoreRefusal.UnknownListing;
import com.luckyfunatic.engine.store.StoreResult.PurchaseMade;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletRefusal.BalanceCapReached;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreRulesTest {
    private static final long TODAY = Days.epochDay(START);
    private static final long MIDNIGHT = Days.startOf(TODAY + 1);
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final ListingId NOTHING = new ListingId("nothing");
    private static final List<Requirement> RANK_2 = List.of(new Requirement.ReachRank(2));

    static Stream<Row> purchases() {
        return Stream.of(
                Row.of(
                        "with the last funz",
                        Players.fresh().wallet(1_000, 0),
                        new Purchase(GUMS, 1_000, 1),
                        bought(GUMS, 1, Currency.FUNZ, 1_000, Reward.ofItems(GUM, 2), 1, 1)),
                Row.of(
                        "several, as many as the day allows",
                        Players.rich(),
                        new Purchase(GUMS, 1_000, 5),
                        bought(GUMS, 5, Currency.FUNZ, 5_000, Reward.ofItems(GUM, 10), 5, 5)),
                Row.of(
                        "the rest of the day",
                        Players.rich().store(before(GUMS, 12, TODAY, 3)),
                        new Purchase(GUMS, 1_000, 2),
                        bought(GUMS, 2, Currency.FUNZ, 2_000, Reward.ofItems(GUM, 4), 5, 14)),
                Row.of(
                        "on a new day",
                        Players.rich().store(before(GUMS, 12, TODAY - 1, 5)),
                        new Purchase(GUMS, 1_000, 1),
                        bought(GUMS, 1, Currency.FUNZ, 1_000, Reward.ofItems(GUM, 2), 1, 13)),
                Row.of(
                        "the last one there is for the player",
                        Players.fresh().wallet(0, 4).store(before(TICKETS, 4, TODAY - 1, 1)),
                        new Purchase(TICKETS, 4, 1),
                        bought(TICKETS, 1, Currency.JOKERS, 4, tickets(1), 1, 5)),
                Row.of(
                        "a gift",
                        Players.fresh(),
                        new Purchase(GIFT, 0, 1),
                        bought(GIFT, 1, Currency.FUNZ, 0, Reward.ofItems(SHARD, 1), 1, 1)),
                Row.of(
                        "up to what can be held",
                        Players.fresh().wallet(2_000, Amounts.MAX - 1).rank(2).item(CRATE, 9),
                        new Purchase(CRATES, 2_000, 1),
                        bought(
                                CRATES,
                                1,
                                Currency.FUNZ,
                                2_000,
                                new Reward(0, 1, List.of(new ItemStack(CRATE, 1))),
                                1,
                                1)));
    }

    static Stream<Row> refusals() {
        return Stream.of(
                refused("unknown", Players.rich(), NOTHING, 0, 1, new UnknownListing(NOTHING)),
                refused(
                        "a rank too low",
                        Players.rich(),
                        CRATES,
                        2_000,
                        1,
                        new ListingRequirementsNotMet(RANK_2)),
                refused(
                        "another price, a higher one",
                        Players.rich(),
                        GUMS,
                        1_001,
                        1,
                        new ListingPriceChanged(1_001, 1_000)),
                refused(
                        "the price of all of them",
                        Players.rich(),
                        GUMS,
                        2_000,
                        2,
                        new ListingPriceChanged(2_000, 1_000)),
                refused(
                        "one more than there are for a player",
                        Players.rich().store(before(TICKETS, 4, TODAY - 1, 1)),
                        TICKETS,
                        4,
                        2,
                        new ListingLimitReached(5, 1)),
                refused(
                        "one more than there are for a day",
                        Players.rich(),
                        TICKETS,
                        4,
                        4,
                        new ListingDailyLimitReached(3, 3, MIDNIGHT)),
                refused(
                        "a second gift",
                        Players.rich().store(before(GIFT, 1, TODAY, 1)),
                        GIFT,
                        0,
                        1,
                        new ListingDailyLimitReached(1, 0, MIDNIGHT)),
                refused(
                        "one of a day that another server's clock is ahead in",
                        Players.rich().store(before(GIFT, 1, TODAY + 1, 1)),
                        GIFT,
                        0,
                        1,
                        new ListingDailyLimitReached(1, 0, MIDNIGHT)),
                refused(
                        "one funz too few",
                        Players.fresh().wallet(2_999, 0),
                        GUMS,
                        1_000,
                        3,
                        new InsufficientFunds(Currency.FUNZ, 3_000, 2_999)),
                refused(
                        "one joker too few",
                        Players.fresh().wallet(0, 3),
                        TICKETS,
                        4,
                        1,
                        new InsufficientFunds(Currency.JOKERS, 4, 3)),
                refused(
                        "one funz above the largest balance",
                        Players.fresh().wallet(Amounts.MAX - 49, 4),
                        TICKETS,
                        4,
                        1,
                        new BalanceCapReached(Currency.FUNZ, Amounts.MAX - 49)),
                refused(
                        "one gum above what can be held",
                        Players.rich().item(GUM, 9),
                        GUMS,
                        1_000,
                        1,
                        new ItemMaximumReached(GUM, 10, 9)));
    }

    /** Each row has every reason that stands below it in the order of the refusals, too. */
    static Stream<Row> precedence() {
        Players none = Players.fresh().wallet(0, 0).item(TICKET, 5).item(GUM, 10);
        Players usedUp =
                Players.fresh()
                        .wallet(Amounts.MAX, 0)
                        .item(TICKET, 5)
                        .store(before(TICKETS, 5, TODAY, 3));
        Players today =
                Players.fresh()
                        .wallet(Amounts.MAX, 0)
                        .item(TICKET, 5)
                        .store(before(TICKETS, 3, TODAY, 3));
        return Stream.of(
                refused("closed first", none, HAPPY_HOUR, 9, 1, closed()),
                refused(
                        "requirements before the price",
                        none,
                        CRATES,
                        1,
                        1,
                        new ListingRequirementsNotMet(RANK_2)),
                refused(
                        "the price before the limits",
                        usedUp,
                        TICKETS,
                        5,
                        1,
                        new ListingPriceChanged(5, 4)),
                refused(
                        "the limit for ever before that of the day",
                        usedUp,
                        TICKETS,
                        4,
                        1,
                        new ListingLimitReached(5, 0)),
                refused(
                        "the limit of the day before the balance",
                        today,
                        TICKETS,
                        4,
                        1,
                        new ListingDailyLimitReached(3, 0, MIDNIGHT)),
                refused(
                        "the balance before what can be held",
                        none,
                        GUMS,
                        1_000,
                        1,
                        new InsufficientFunds(Currency.FUNZ, 1_000, 0)),
                refused(
                        "the largest balance before the most of an item",
                        Players.fresh().wallet(Amounts.MAX, 4).item(TICKET, 5),
                        TICKETS,
                        4,
                        1,
                        new BalanceCapReached(Currency.FUNZ, Amounts.MAX)));
    }

    static Stream<Row> windows() {
        Purchase purchase = new Purchase(HAPPY_HOUR, 10, 1);
        Row open =
                Row.at(
                        HOUR,
                        "at the opening",
                        Players.rich(),
                        purchase,
                        bought(
                                HAPPY_HOUR,
                                1,
                                Currency.FUNZ,
                                10,
                                Reward.ofItems(TestCatalog.LEMONADE, 1),
                                1,
                                1));
        return Stream.of(
                Row.at(
                        HOUR - 1,
                        "a millisecond before the opening",
                        Players.rich(),
                        purchase,
                        Row.refused(closed())),
                open,
                Row.at(
                        2 * HOUR - 1,
                        "in the last millisecond",
                        Players.rich(),
                        purchase,
                        open.expected()),
                Row.at(2 * HOUR, "at the close", Players.rich(), purchase, Row.refused(closed())),
                Row.at(
                        2 * HOUR + 1,
                        "a millisecond after the close",
                        Players.rich(),
                        purchase,
                        Row.refused(closed())));
    }

    @ParameterizedTest
    @MethodSource({"purchases", "refusals", "precedence", "windows"})
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, Purchase.QUANTITY_MAX + 1, Integer.MAX_VALUE})
    void nothing_is_bought_no_times_or_more_often_than_is_possible(int quantity) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Purchase(GUMS, 1_000, quantity));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE, Amounts.MAX + 1, Long.MAX_VALUE})
    void a_price_is_an_amount(long price) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Purchase(GUMS, price, 1));
    }

    @Test
    void a_purchase_takes_the_price_and_gives_the_goods_which_are_not_earned() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.fresh().wallet(100, 20))
                        .does(new Purchase(TICKETS, 4, 3));

        assertThat(play.state().wallet()).isEqualTo(new Wallet(250, 8, 0));
        assertThat(play.state().items().stacks()).containsExactly(new ItemStack(TICKET, 3));
        assertThat(play.state().store()).isEqualTo(before(TICKETS, 3, TODAY, 3));
    }

    @Test
    void a_clock_that_goes_back_does_not_reset_a_day_and_midnight_does_once() {
        Play play = Play.from(TestCatalog.catalog(), Players.rich());
        Purchase gift = new Purchase(GIFT, 0, 1);
        play.at(MIDNIGHT - 1).does(gift);
        assertThat(play.refusalOf(gift)).isEqualTo(new ListingDailyLimitReached(1, 0, MIDNIGHT));

        play.at(MIDNIGHT).does(gift).at(MIDNIGHT - 1);

        Refusal tomorrow = new ListingDailyLimitReached(1, 0, Days.startOf(TODAY + 2));
        assertThat(play.refusalOf(gift)).isEqualTo(tomorrow);
        play.at(MIDNIGHT + 1);
        assertThat(play.refusalOf(gift)).isEqualTo(tomorrow);
        assertThat(play.state().items().count(SHARD)).isEqualTo(2);
    }

    @Test
    void a_listing_that_comes_back_has_the_limit_that_it_had() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.rich())
                        .does(new Purchase(TICKETS, 4, 3))
                        .use(TestCatalogs.empty());
        assertThat(play.refusalOf(new Purchase(TICKETS, 4, 1)))
                .isEqualTo(new UnknownListing(TICKETS));

        play.use(TestCatalog.catalog()).after(Duration.ofDays(1));

        assertThat(play.refusalOf(new Purchase(TICKETS, 4, 3)))
                .isEqualTo(new ListingLimitReached(5, 2));
    }

    @Test
    void content_that_allows_fewer_than_were_bought_sells_no_more() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.rich())
                        .does(new Purchase(GUMS, 1_000, 5))
                        .use(
                                TestCatalog.standard()
                                        .listing(
                                                TestStore.listing(
                                                        GUMS,
                                                        Currency.FUNZ,
                                                        1_000,
                                                        Reward.ofItems(GUM, 2),
                                                        2,
                                                        3))
                                        .build());

        assertThat(play.refusalOf(new Purchase(GUMS, 1_000, 1)))
                .isEqualTo(new ListingLimitReached(3, 0));
    }

    @Test
    void statuses_show_what_is_left() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.rich())
                        .does(new Purchase(TICKETS, 4, 2))
                        .after(Duration.ofDays(1))
                        .does(new Purchase(TICKETS, 4, 1));

        List<ListingStatus> statuses = StoreRules.statuses(play.state(), play.context());

        assertThat(statuses)
                .extracting(each -> each.definition().id())
                .containsExactly(GUMS, TICKETS, GIFT, CRATES, HAPPY_HOUR, TREASURE);
        ListingStatus tickets = statuses.get(1);
        assertThat(tickets.boughtToday()).isOne();
        assertThat(tickets.remainingToday()).isEqualTo(2);
        assertThat(tickets.boughtInTotal()).isEqualTo(3);
        assertThat(tickets.remainingInTotal()).isEqualTo(2);
        assertThat(tickets.resetsAtMillis()).isEqualTo(Days.startOf(TODAY + 2));
        assertThat(statuses.get(3).missing()).isEqualTo(RANK_2);
        assertThat(statuses.get(3).remainingToday()).isEqualTo(Long.MAX_VALUE);
        assertThat(statuses).extracting(ListingStatus::isAvailable).endsWith(true, false, true);
        assertThat(statuses)
                .allSatisfy(each ->
                        assertThat(
                                        StoreRules.status(
                                                play.state(),
                                                each.definition().id(),
                                                play.context()))
                                .contains(each));
        assertThat(StoreRules.status(play.state(), new ListingId("nothing"), play.context()))
                .isEmpty();
    }

    @Test
    void quests_count_each_thing_that_was_bought() {
        QuestId customer = new QuestId("customer");
        Play play =
                Play.from(
                        TestCatalog.standard()
                                .quest(
                                        TestCatalog.quest(
                                                customer,
                                                new QuestGoal.Reach(QuestCounter.PURCHASES, 4),
                                                false,
                                                TestCatalog.funz(7)))
                                .build(),
                        Players.rich());
        play.does(new Purchase(GUMS, 1_000, 3));
        assertThat(play.refusalOf(new ClaimQuest(customer)))
                .isInstanceOf(QuestRefusal.QuestNotCompleted.class);

        play.does(new Purchase(GIFT, 0, 1));

        assertThat(play.state().quests().earned())
                .as("it is recorded")
                .extracting(EarnedQuest::quest)
                .contains(customer);
        play.does(new ClaimQuest(customer));
    }

    private static ListingNotAvailable closed() {
        return new ListingNotAvailable(HAPPY_HOUR);
    }

    private static Reward tickets(int count) {
        return new Reward(50L * count, 0, List.of(new ItemStack(TICKET, count)));
    }

    private static StoreState before(ListingId listing, long total, long day, long onDay) {
        return new StoreState(List.of(new ListingPurchases(listing, total, day, onDay)));
    }

    private static Decision bought(
            ListingId listing,
            int quantity,
            Currency currency,
            long paid,
            Reward goods,
            long onDay,
            long inTotal) {
        return Row.accepted(
                new PurchaseMade(listing, quantity, currency, paid, goods),
                new Purchased(listing, quantity, currency, paid, goods, TODAY, onDay, inTotal));
    }

    private static Row refused(
            String name,
            Players player,
            ListingId listing,
            long price,
            int quantity,
            Refusal reason) {
        return Row.of(name, player, new Purchase(listing, price, quantity), Row.refused(reason));
    }
}
