package com.luckyfunatic.engine.card;

import static com.luckyfunatic.engine.fixture.TestCatalog.ANNOUNCED;
import static com.luckyfunatic.engine.fixture.TestCatalog.CLUB;
import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static com.luckyfunatic.engine.fixture.TestCatalog.ROBOT;
import static com.luckyfunatic.engine.fixture.TestCatalog.SUMMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.accrual.AccrualEvent.AccrualSettled;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardEvent.CardLevelBought;
import com.luckyfunatic.engine.card.CardResult.LevelBought;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCards;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CardRulesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final CardId NOTHING = new CardId("nothing");

    static Stream<Row> purchases() {
        Players clubber = Players.rich().card(MINER, 2).rank(2).friends(1);
        return Stream.of(
                row(
                        "the first level, with the last funz",
                        Players.fresh().wallet(1_000, 0),
                        MINER,
                        1_000L,
                        bought(MINER, 1, Currency.FUNZ, 1_000, 100)),
                row(
                        "the next level",
                        Players.rich().card(MINER, 1),
                        MINER,
                        1_103L,
                        bought(MINER, 2, Currency.FUNZ, 1_103, 207)),
                row(
                        "at any price",
                        Players.rich().card(MINER, 13),
                        MINER,
                        null,
                        bought(MINER, 14, Currency.FUNZ, 159_841, 2_255)),
                row(
                        "for jokers",
                        Players.fresh().wallet(0, 7).card(ROBOT, 1),
                        ROBOT,
                        7L,
                        bought(ROBOT, 2, Currency.JOKERS, 7, 120)),
                row(
                        "with every requirement met",
                        clubber,
                        CLUB,
                        1_500L,
                        bought(CLUB, 1, Currency.FUNZ, 1_500, 150)));
    }

    static Stream<Row> windows() {
        return Stream.of(
                summer(HOUR - 1, Row.refused(new CardRefusal.CardNotAvailable(SUMMER))),
                summer(HOUR, bought(SUMMER, 1, Currency.FUNZ, 1_000, 100, HOUR)),
                summer(2 * HOUR - 1, bought(SUMMER, 1, Currency.FUNZ, 1_000, 100, 2 * HOUR - 1)),
                summer(2 * HOUR, Row.refused(new CardRefusal.CardNotAvailable(SUMMER))));
    }

    /** Each row breaks its own condition and all that come after it, as far as a card can. */
    static Stream<Row> refusals() {
        Requirement miner = new Requirement.OwnCard(MINER, 2);
        Requirement rank = new Requirement.ReachRank(2);
        Requirement friend = new Requirement.InviteFriends(1);
        return Stream.of(
                refused("unknown", Players.fresh(), NOTHING, new CardRefusal.UnknownCard(NOTHING)),
                refused(
                        "no requirement met",
                        Players.fresh().card(CLUB, 15),
                        CLUB,
                        new CardRefusal.CardRequirementsNotMet(List.of(miner, rank, friend))),
                refused(
                        "one requirement not met",
                        Players.rich().card(MINER, 2).rank(2),
                        CLUB,
                        new CardRefusal.CardRequirementsNotMet(List.of(friend))),
                refused(
                        "the last level",
                        Players.fresh().card(MINER, 15),
                        MINER,
                        new CardRefusal.CardMaxLevelReached(15)),
                refused(
                        "a level beyond what content has now",
                        Players.rich().card(ROBOT, 3),
                        ROBOT,
                        new CardRefusal.CardMaxLevelReached(3)),
                refused(
                        "the last level of a card that is only announced",
                        Players.fresh().card(ANNOUNCED, 15),
                        ANNOUNCED,
                        new CardRefusal.CardMaxLevelReached(15)),
                refused(
                        "only announced",
                        Players.fresh(),
                        ANNOUNCED,
                        new CardRefusal.CardNotAvailable(ANNOUNCED)),
                refused(
                        "another price than the player saw",
                        Players.fresh(),
                        MINER,
                        new CardRefusal.CardPriceChanged(1, 1_000)),
                row(
                        "one funz too few",
                        Players.fresh().wallet(999, 9_999),
                        MINER,
                        1_000L,
                        Row.refused(new InsufficientFunds(Currency.FUNZ, 1_000, 999))),
                row(
                        "one joker too few",
                        Players.fresh().wallet(9_999, 4),
                        ROBOT,
                        5L,
                        Row.refused(new InsufficientFunds(Currency.JOKERS, 5, 4))));
    }

    @ParameterizedTest
    @MethodSource({"purchases", "windows", "refusals"})
    void decides(Row row) {
        row.check(CATALOG);
    }

    @Test
    void a_locked_card_outside_its_window_is_first_of_all_locked() {
        Requirement rank = new Requirement.ReachRank(2);
        CardDefinition summer = Objects.requireNonNull(CATALOG.card(SUMMER));
        CardDefinition locked =
                TestCards.between(
                        TestCards.withRequirements(summer, rank),
                        Play.START_INSTANT.plus(Duration.ofHours(1)),
                        Play.START_INSTANT.plus(Duration.ofHours(2)));
        Catalog catalog = TestCatalog.standard().card(locked).build();

        refused(
                        "locked and not open yet",
                        Players.fresh(),
                        SUMMER,
                        new CardRefusal.CardRequirementsNotMet(List.of(rank)))
                .check(catalog);
        refused(
                        "only not open yet",
                        Players.fresh().rank(2),
                        SUMMER,
                        new CardRefusal.CardNotAvailable(SUMMER))
                .check(catalog);
    }

    @Test
    void a_purchase_is_paid_owned_and_hard() {
        Play play =
                Play.from(CATALOG, Players.fresh().wallet(2_200, 0))
                        .does(new BuyCardLevel(MINER, 1_000L))
                        .does(new BuyCardLevel(MINER, 1_103L));

        assertThat(play.state().wallet().funz()).isEqualTo(97);
        assertThat(play.state().wallet().funzEarned()).isZero();
        assertThat(play.state().cards().owned()).containsExactly(new OwnedCard(MINER, 2));
        assertThat(play.journal().getLast().durability()).isEqualTo(Durability.HARD);
    }

    @Test
    void cards_stay_in_the_order_they_were_first_bought() {
        CardState cards = CardState.NONE.with(ROBOT, 1).with(MINER, 1).with(ROBOT, 2);

        assertThat(cards.owned()).containsExactly(new OwnedCard(ROBOT, 2), new OwnedCard(MINER, 1));
        assertThat(cards.with(ROBOT, 0).owned()).containsExactly(new OwnedCard(MINER, 1));
        assertThat(cards.with(CLUB, 0).owned()).isEqualTo(cards.owned());
    }

    @Test
    void a_player_sees_price_income_and_conditions() {
        Players player = Players.fresh().card(MINER, 2).card(ROBOT, 2);

        assertThat(CardRules.statuses(player.state(), Play.contextAt(Play.START, CATALOG)))
                .extracting(
                        status -> status.definition().id(),
                        CardStatus::level,
                        CardStatus::incomePerHour,
                        CardStatus::nextPrice,
                        CardStatus::nextIncomePerHour,
                        status -> status.missing().size(),
                        CardStatus::isMaxLevelReached,
                        CardStatus::isAvailable)
                .contains(
                        tuple(MINER, 2, 207L, 1_276L, 321L, 0, false, true),
                        tuple(ROBOT, 2, 120L, 0L, 120L, 0, true, true),
                        tuple(CLUB, 0, 0L, 1_500L, 150L, 2, false, true),
                        tuple(ANNOUNCED, 0, 0L, 1_000L, 100L, 0, false, false))
                .hasSize(CATALOG.cards().size());
    }

    private static Row row(
            String name,
            Players player,
            CardId card,
            @Nullable Long expectedPrice,
            Decision expected) {
        return Row.of(name, player, new BuyCardLevel(card, expectedPrice), expected);
    }

    private static Row refused(String name, Players player, CardId card, Refusal reason) {
        return row(name, player, card, 1L, Row.refused(reason));
    }

    private static Row summer(long afterMillis, Decision expected) {
        return Row.at(
                afterMillis,
                "the window after " + afterMillis + " ms",
                Players.rich(),
                new BuyCardLevel(SUMMER, null),
                expected);
    }

    private static Decision bought(
            CardId card, int level, Currency currency, long price, long incomePerHour) {
        return bought(card, level, currency, price, incomePerHour, 0);
    }

    private static Decision bought(
            CardId card,
            int level,
            Currency currency,
            long price,
            long incomePerHour,
            long afterMillis) {
        return Row.accepted(
                new LevelBought(card, level, currency, price, incomePerHour),
                new AccrualSettled(1_000_000_000, 0, Play.START + afterMillis, 0),
                new CardLevelBought(card, level, currency, price));
    }
}
