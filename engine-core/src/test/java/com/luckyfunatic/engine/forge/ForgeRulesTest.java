package com.luckyfunatic.engine.forge;

import static com.luckyfunatic.engine.fixture.TestCatalog.GOLDEN_MINER;
import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestCatalog.STATUE;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.accrual.AccrualEvent.AccrualSettled;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.forge.ForgeCommand.ForgeSpecialCard;
import com.luckyfunatic.engine.forge.ForgeEvent.SpecialCardForged;
import com.luckyfunatic.engine.forge.ForgeRefusal.MissingIngredient;
import com.luckyfunatic.engine.forge.ForgeResult.Forged;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForgeRulesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final SpecialCardId NOTHING = new SpecialCardId("nothing");
    private static final Ingredient MINERS = new Ingredient.CardLevels(MINER, 3);
    private static final Ingredient SHARDS = new Ingredient.Items(SHARD, 2);

    /** Each row breaks its own condition and all that come after it. */
    static Stream<Row> refusals() {
        return Stream.of(
                refused(
                        "unknown",
                        Players.fresh(),
                        NOTHING,
                        new ForgeRefusal.UnknownSpecialCard(NOTHING)),
                refused(
                        "requirements",
                        Players.fresh().forged(STATUE, 1),
                        STATUE,
                        new ForgeRefusal.ForgeRequirementsNotMet(
                                List.of(new Requirement.ReachRank(2)))),
                refused(
                        "the limit",
                        Players.fresh().rank(2).forged(STATUE, 1),
                        STATUE,
                        new ForgeRefusal.ForgeLimitReached(1)),
                refused(
                        "no ingredient at all",
                        Players.fresh(),
                        GOLDEN_MINER,
                        new ForgeRefusal.MissingIngredients(
                                List.of(
                                        new MissingIngredient(MINERS, 0),
                                        new MissingIngredient(SHARDS, 0)))),
                refused(
                        "a card at too low a level",
                        Players.fresh().card(MINER, 2).item(SHARD, 2),
                        GOLDEN_MINER,
                        new ForgeRefusal.MissingIngredients(
                                List.of(new MissingIngredient(MINERS, 2)))),
                refused(
                        "one item too few",
                        Players.fresh().card(MINER, 3).item(SHARD, 1),
                        GOLDEN_MINER,
                        new ForgeRefusal.MissingIngredients(
                                List.of(new MissingIngredient(SHARDS, 1)))),
                refused(
                        "one joker too few",
                        Players.fresh().wallet(0, 9).card(MINER, 3).item(SHARD, 2),
                        GOLDEN_MINER,
                        new InsufficientFunds(Currency.JOKERS, 10, 9)));
    }

    static Stream<Row> forging() {
        return Stream.of(
                Row.at(
                        36_000,
                        "the first, and income so far keeps the old rate",
                        Players.fresh().wallet(0, 10).card(MINER, 3).item(SHARD, 2),
                        new ForgeSpecialCard(GOLDEN_MINER),
                        Row.accepted(
                                new Forged(GOLDEN_MINER, 1),
                                new AccrualSettled(
                                        1_000_000_000, 321L * 36_000, Play.START + 36_000, 0),
                                new SpecialCardForged(
                                        GOLDEN_MINER, 1, List.of(MINERS, SHARDS), 10))),
                Row.of(
                        "the last",
                        Players.rich().card(MINER, 9).item(SHARD, 9).forged(GOLDEN_MINER, 1),
                        new ForgeSpecialCard(GOLDEN_MINER),
                        Row.accepted(
                                new Forged(GOLDEN_MINER, 2),
                                new AccrualSettled(1_000_000_000, 0, Play.START, 0),
                                new SpecialCardForged(
                                        GOLDEN_MINER, 2, List.of(MINERS, SHARDS), 10))),
                Row.of(
                        "without jokers",
                        Players.fresh().rank(2).item(SHARD, 1),
                        new ForgeSpecialCard(STATUE),
                        Row.accepted(
                                new Forged(STATUE, 1),
                                new AccrualSettled(1_000_000_000, 0, Play.START, 0),
                                new SpecialCardForged(
                                        STATUE, 1, List.of(new Ingredient.Items(SHARD, 1)), 0))));
    }

    @ParameterizedTest
    @MethodSource({"refusals", "forging"})
    void decides(Row row) {
        row.check(CATALOG);
    }

    @Test
    void what_is_consumed_is_gone() {
        Play play =
                Play.from(CATALOG, Players.fresh().wallet(5, 25).card(MINER, 7).item(SHARD, 3))
                        .does(new ForgeSpecialCard(GOLDEN_MINER));

        assertThat(play.state().cards().level(MINER)).isEqualTo(4);
        assertThat(play.state().items().count(SHARD)).isEqualTo(1);
        assertThat(play.state().wallet().jokers()).isEqualTo(15);
        assertThat(play.state().wallet().funz()).isEqualTo(5);
        assertThat(play.state().forge().count(GOLDEN_MINER)).isEqualTo(1);
        assertThat(play.journal().getLast().durability()).isEqualTo(Durability.HARD);
    }

    @Test
    void a_card_without_a_level_left_is_given_up() {
        Play play =
                Play.from(CATALOG, Players.rich().card(MINER, 3).item(SHARD, 2))
                        .does(new ForgeSpecialCard(GOLDEN_MINER));

        assertThat(play.state().cards().owned()).isEmpty();
        assertThat(play.state().items().stacks()).isEmpty();
    }

    @Test
    void the_new_card_earns_from_then_on() {
        Play play =
                Play.from(CATALOG, Players.rich().card(MINER, 4).item(SHARD, 2))
                        .after(Duration.ofMinutes(30))
                        .does(new ForgeSpecialCard(GOLDEN_MINER))
                        .after(Duration.ofMinutes(30));

        // 444 an hour before; (100 + 1 000) and 5 % after.
        assertThat(play.resultOf(new CollectIncome()))
                .isEqualTo(new PassiveIncome(222 + 577, 3_600_000, false));
    }

    @Test
    void special_cards_stay_in_the_order_they_first_came() {
        ForgeState forge =
                ForgeState.NONE.with(GOLDEN_MINER, 1).with(STATUE, 1).with(GOLDEN_MINER, 2);

        assertThat(forge.cards())
                .containsExactly(new ForgedCard(GOLDEN_MINER, 2), new ForgedCard(STATUE, 1));
        assertThat(forge.count(GOLDEN_MINER)).isEqualTo(2);
        assertThat(forge.count(NOTHING)).isZero();
    }

    @Test
    void a_player_sees_what_is_missing() {
        Players player = Players.fresh().card(MINER, 3).forged(GOLDEN_MINER, 1);

        assertThat(ForgeRules.statuses(player.state(), Play.contextAt(Play.START, CATALOG)))
                .containsExactly(
                        new SpecialCardStatus(
                                CATALOG.specialCards().get(0), 1, List.of(), List.of(SHARDS)),
                        new SpecialCardStatus(
                                CATALOG.specialCards().get(1),
                                0,
                                List.of(new Requirement.ReachRank(2)),
                                List.of(new Ingredient.Items(SHARD, 1))));
    }

    private static Row refused(String name, Players player, SpecialCardId card, Refusal reason) {
        return Row.of(name, player, new ForgeSpecialCard(card), Row.refused(reason));
    }
}
