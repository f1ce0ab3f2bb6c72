package com.luckyfunatic.engine.store;

import static com.luckyfunatic.engine.fixture.Play.START;
import static com.luckyfunatic.engine.fixture.TestCatalog.CRATE;
import static com.luckyfunatic.engine.fixture.TestCatalog.LEMONADE;
import static com.luckyfunatic.engine.fixture.TestStore.CRATES;
import static com.luckyfunatic.engine.fixture.TestStore.GUMS;
import static com.luckyfunatic.engine.fixture.TestStore.HAPPY_HOUR;
import static com.luckyfunatic.engine.fixture.TestStore.TREASURE;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestStore;
import com.luckyfunatic.engine.item.ItemRefusal.ItemMaximumReached;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.store.StoreCommand.NoteStarsRefund;
import com.luckyfunatic.engine.store.StoreCommand.PayWithStars;
import com.luckyfunatic.engine.store.StoreCommand.Purchase;
import com.luckyfunatic.engine.store.StoreRefusal.ListingDailyLimitReached;
import com.luckyfunatic.engine.store.StoreRefusal.ListingForStars;
import com.luckyfunatic.engine.store.StoreRefusal.ListingLimitReached;
import com.luckyfunatic.engine.store.StoreRefusal.ListingNotAvailable;
import com.luckyfunatic.engine.store.StoreRefusal.ListingNotForStars;
import com.luckyfunatic.engine.store.StoreRefusal.ListingPriceChanged;
import com.luckyfunatic.engine.store.StoreRefusal.ListingRequirementsNotMet;
import com.luckyfunatic.engine.store.StoreRefusal.UnknownListing;
import com.luckyfunatic.engine.wallet.WalletRefusal.BalanceCapReached;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarRulesTest {
    private static final long TODAY = Days.epochDay(START);
    private static final ListingId NOTHING = new ListingId("nothing");
    private static final String CHARGE = "stx_1";

    static Stream<Row> payments() {
        return Stream.of(
                Row.of(
                        "one",
                        Players.fresh(),
                        new PayWithStars(TREASURE, 1, 25, CHARGE),
                        given(TREASURE, 1, 25, 1, 1)),
                Row.of(
                        "several, as many as the day allows",
                        Players.fresh(),
                        new PayWithStars(TREASURE, 3, 75, CHARGE),
                        given(TREASURE, 3, 75, 3, 3)),
                Row.of(
                        "at the price of before, whatever it is now",
                        Players.fresh(),
                        new PayWithStars(TREASURE, 1, 7, CHARGE),
                        given(TREASURE, 1, 7, 1, 1)),
                Row.of(
                        "the last one there is for the player",
                        Players.fresh().store(before(4, TODAY - 1, 3)),
                        new PayWithStars(TREASURE, 1, 25, CHARGE),
                        given(TREASURE, 1, 25, 1, 5)),
                turnedAway(
                        "more than ever allowed",
                        before(4, TODAY - 1, 3),
                        2,
                        "purchase_limit_reached"),
                turnedAway(
                        "more than the day allows", before(2, TODAY, 2), 2, "daily_limit_reached"),
                Row.of(
                        "jokers that cannot be held",
                        Players.fresh().wallet(0, Amounts.MAX - 9),
                        new PayWithStars(TREASURE, 1, 25, CHARGE),
                        away(TREASURE, 1, 25, "balance_cap_reached")),
                Row.of(
                        "items that cannot be held",
                        Players.fresh().item(CRATE, 10),
                        new PayWithStars(TREASURE, 1, 25, CHARGE),
                        away(TREASURE, 1, 25, "item_maximum_reached")),
                Row.of(
                        "what content no longer has",
                        Players.fresh(),
                        new PayWithStars(NOTHING, 1, 25, CHARGE),
                        away(NOTHING, 1, 25, "unknown_listing")),
                Row.of(
                        "what is not paid in Stars any more",
                        Players.fresh(),
                        new PayWithStars(GUMS, 1, 25, CHARGE),
                        away(GUMS, 1, 25, "not_paid_in_stars")));
    }

    private static Row turnedAway(String name, StoreState store, int quantity, String reason) {
        return Row.of(
                name,
                Players.fresh().store(store),
                new PayWithStars(TREASURE, quantity, 25 * quantity, CHARGE),
                away(TREASURE, quantity, 25 * quantity, reason));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payments")
    void what_is_paid_is_given_or_turned_away_and_never_refused(Row row) {
        row.check(catalog());
    }

    @Test
    void what_is_paid_is_given_though_it_is_closed_or_for_others_by_now() {
        Play play = Play.from(catalog(), Players.fresh());

        play.does(new PayWithStars(HAPPY_HOUR, 1, 25, "a"));
        play.does(new PayWithStars(CRATES, 1, 25, "b"));

        assertThat(play.state().items().count(LEMONADE)).isEqualTo(1);
        assertThat(play.state().items().count(CRATE)).isEqualTo(1);
    }

    @Test
    void goods_are_held_but_not_earned_and_count_for_limits_and_quests() {
        Play play = Play.from(catalog(), Players.fresh());

        play.does(new PayWithStars(TREASURE, 2, 50, CHARGE));

        PlayerState state = play.state();
        assertThat(state.wallet().jokers()).isEqualTo(20);
        assertThat(state.wallet().funzEarned()).isZero();
        assertThat(state.items().count(CRATE)).isEqualTo(2);
        assertThat(state.store().bought()).isEqualTo(2);
        assertThat(state.store().boughtOn(TREASURE, TODAY)).isEqualTo(2);
    }

    @Test
    void what_was_turned_away_or_given_back_changes_nothing() {
        Play play = Play.from(catalog(), Players.fresh().item(CRATE, 10));
        PlayerState before = play.state();

        play.does(new PayWithStars(TREASURE, 1, 25, CHARGE));
        play.does(new NoteStarsRefund(25, CHARGE));

        assertThat(play.state().wallet()).isEqualTo(before.wallet());
        assertThat(play.state().items()).isEqualTo(before.items());
        assertThat(play.state().store()).isEqualTo(before.store());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 25})
    void nothing_else_buys_it(long price) {
        Play play = Play.from(catalog(), Players.rich());

        assertThat(play.refusalOf(new Purchase(TREASURE, price, 1)))
                .isEqualTo(new ListingForStars(TREASURE));
    }

    static Stream<Arguments> offers() {
        return Stream.of(
                Arguments.of(Players.fresh(), TREASURE, 25, 3, null),
                Arguments.of(Players.fresh(), NOTHING, 25, 1, new UnknownListing(NOTHING)),
                Arguments.of(Players.fresh(), GUMS, 1_000, 1, new ListingNotForStars(GUMS)),
                Arguments.of(
                        Players.fresh(), HAPPY_HOUR, 25, 1, new ListingNotAvailable(HAPPY_HOUR)),
                Arguments.of(
                        Players.fresh(),
                        CRATES,
                        25,
                        1,
                        new ListingRequirementsNotMet(List.of(new Requirement.ReachRank(2)))),
                Arguments.of(Players.fresh(), TREASURE, 24, 1, new ListingPriceChanged(24, 25)),
                Arguments.of(
                        Players.fresh().store(before(4, TODAY - 1, 3)),
                        TREASURE,
                        25,
                        2,
                        new ListingLimitReached(5, 1)),
                Arguments.of(
                        Players.fresh(),
                        TREASURE,
                        25,
                        4,
                        new ListingDailyLimitReached(3, 3, Days.startOf(TODAY + 1))),
                Arguments.of(
                        Players.fresh().wallet(0, Amounts.MAX),
                        TREASURE,
                        25,
                        1,
                        new BalanceCapReached(Currency.JOKERS, Amounts.MAX)),
                Arguments.of(
                        Players.fresh().item(CRATE, 9),
                        TREASURE,
                        25,
                        2,
                        new ItemMaximumReached(CRATE, 10, 9)));
    }

    @ParameterizedTest
    @MethodSource("offers")
    void it_is_offered_only_to_whom_it_could_be_given(
            Players player, ListingId listing, long stars, int quantity, @Nullable Refusal why) {
        assertThat(
                        StarRules.whyNot(
                                player.state(),
                                listing,
                                stars,
                                quantity,
                                Play.from(catalog(), player).context()))
                .isEqualTo(why);
    }

    @Test
    void commands_are_hard_and_check_their_ranges() {
        assertThat(new PayWithStars(TREASURE, 1, 25, CHARGE).durability())
                .isEqualTo(Durability.HARD);
        assertThat(new NoteStarsRefund(25, CHARGE).durability()).isEqualTo(Durability.HARD);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayWithStars(TREASURE, 0, 25, CHARGE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayWithStars(TREASURE, 101, 25, CHARGE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayWithStars(TREASURE, 1, 0, CHARGE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PayWithStars(TREASURE, 1, 100_001, CHARGE));
        assertThatIllegalArgumentException().isThrownBy(() -> new NoteStarsRefund(25, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NoteStarsRefund(25, "c".repeat(513)));
    }

    private static Catalog catalog() {
        Catalog standard = TestCatalog.catalog();
        return TestCatalog.standard()
                .listing(forStars(standard, HAPPY_HOUR))
                .listing(forStars(standard, CRATES))
                .build();
    }

    private static ListingDefinition forStars(Catalog catalog, ListingId listing) {
        return TestStore.forStars(requireNonNull(catalog.listing(listing)), 25);
    }

    private static StoreState before(long total, long day, long onDay) {
        return new StoreState(List.of(new ListingPurchases(TREASURE, total, day, onDay)));
    }

    private static Reward treasures(int count) {
        return new Reward(0, 10L * count, List.of(new ItemStack(CRATE, count)));
    }

    private static Decision given(
            ListingId listing, int quantity, int stars, long onDay, long inTotal) {
        Reward goods = treasures(quantity);
        return Row.accepted(
                new StoreResult.StarsTaken(listing, quantity, stars, goods),
                new StoreEvent.StarsPaid(
                        listing, quantity, stars, CHARGE, goods, TODAY, onDay, inTotal));
    }

    private static Decision away(ListingId listing, int quantity, int stars, String reason) {
        return Row.accepted(
                new StoreResult.StarsTurnedAway(listing, quantity, stars, reason),
                new StoreEvent.StarsTurnedAway(listing, quantity, stars, CHARGE, reason));
    }
}
