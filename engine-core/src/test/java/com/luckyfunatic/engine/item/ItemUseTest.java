package com.luckyfunatic.engine.item;

import static com.luckyfunatic.engine.fixture.Play.START;
import static com.luckyfunatic.engine.fixture.TestCatalog.CRATE;
import static com.luckyfunatic.engine.fixture.TestCatalog.GUM;
import static com.luckyfunatic.engine.fixture.TestCatalog.LEMONADE;
import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.accrual.AccrualEvent.AccrualSettled;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.bonus.BonusEvent.WheelSpun;
import com.luckyfunatic.engine.bonus.BonusRefusal.NoSpinLeft;
import com.luckyfunatic.engine.bonus.BonusResult.SpunForItem;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterRefusal.BoosterAlreadyActive;
import com.luckyfunatic.engine.booster.BoosterStart;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestBonus;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestCatalogs;
import com.luckyfunatic.engine.item.ItemCommand.UseItem;
import com.luckyfunatic.engine.item.ItemEvent.ItemBoosted;
import com.luckyfunatic.engine.item.ItemEvent.ItemOpened;
import com.luckyfunatic.engine.item.ItemRefusal.InsufficientItems;
import com.luckyfunatic.engine.item.ItemRefusal.ItemMaximumReached;
import com.luckyfunatic.engine.item.ItemRefusal.ItemNotUsable;
import com.luckyfunatic.engine.item.ItemRefusal.UnknownItem;
import com.luckyfunatic.engine.item.ItemResult.BoosterStarted;
import com.luckyfunatic.engine.item.ItemResult.PackageOpened;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletRefusal.BalanceCapReached;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What using items does: open them, start boosters, spin the wheel. */
class ItemUseTest {
    private static final ItemId NOTHING = new ItemId("nothing");
    private static final Reward IN_THE_CRATE = new Reward(500, 1, List.of(new ItemStack(SHARD, 2)));
    private static final long TURBO = 20_000;

    static Stream<Row> uses() {
        ActiveBooster turbo =
                new ActiveBooster(
                        TestBoosters.TURBO_TAP,
                        Effect.FUNZ_PER_TAP_MULTIPLY,
                        50_000,
                        START + TURBO);
        return Stream.of(
                Row.of(
                        "a crate is opened",
                        Players.fresh().item(CRATE, 1),
                        new UseItem(CRATE),
                        Row.accepted(
                                new PackageOpened(CRATE, IN_THE_CRATE),
                                new ItemOpened(CRATE, IN_THE_CRATE))),
                Row.of(
                        "a crate whose content just fits",
                        Players.fresh()
                                .wallet(Amounts.MAX - 500, Amounts.MAX - 1)
                                .item(SHARD, 97)
                                .item(CRATE, 3),
                        new UseItem(CRATE),
                        Row.accepted(
                                new PackageOpened(CRATE, IN_THE_CRATE),
                                new ItemOpened(CRATE, IN_THE_CRATE))),
                Row.of(
                        "a gum starts a booster",
                        Players.fresh().energyMicros(7).item(GUM, 2),
                        new UseItem(GUM),
                        Row.accepted(
                                new BoosterStarted(GUM, TestBoosters.TURBO_TAP, START + TURBO),
                                new AccrualSettled(7, 0, START, 0),
                                new ItemBoosted(
                                        GUM, TestBoosters.TURBO_TAP, new BoosterStart(turbo, 7)))),
                Row.of(
                        "a lemonade fills up",
                        Players.fresh().energyMicros(7).item(LEMONADE, 2),
                        new UseItem(LEMONADE),
                        Row.accepted(
                                new BoosterStarted(LEMONADE, TestBoosters.FULL_ENERGY, 0),
                                new AccrualSettled(7, 0, START, 0),
                                new ItemBoosted(
                                        LEMONADE,
                                        TestBoosters.FULL_ENERGY,
                                        new BoosterStart(null, 1_000_000_000)))));
    }

    /** Each row has reasons that stand below it in the order of the refusals, too. */
    static Stream<Row> refusals() {
        return Stream.of(
                refused("unknown", Players.fresh(), NOTHING, new UnknownItem(NOTHING)),
                refused("does nothing", Players.fresh(), SHARD, new ItemNotUsable(SHARD)),
                refused(
                        "does nothing, though held",
                        Players.fresh().item(SHARD, 1),
                        SHARD,
                        new ItemNotUsable(SHARD)),
                refused(
                        "none held, and the booster works",
                        Players.fresh().active(TestBoosters.TURBO_TAP, START + 1),
                        GUM,
                        new InsufficientItems(GUM, 1, 0)),
                refused(
                        "none held, and it would not fit",
                        Players.fresh().wallet(Amounts.MAX, 0),
                        CRATE,
                        new InsufficientItems(CRATE, 1, 0)),
                refused(
                        "the booster works",
                        Players.fresh().active(TestBoosters.TURBO_TAP, START + 1).item(GUM, 1),
                        GUM,
                        new BoosterAlreadyActive(START + 1)),
                refused(
                        "one funz too many, and jokers, and shards",
                        Players.fresh()
                                .wallet(Amounts.MAX - 499, Amounts.MAX)
                                .item(SHARD, 99)
                                .item(CRATE, 1),
                        CRATE,
                        new BalanceCapReached(Currency.FUNZ, Amounts.MAX - 499)),
                refused(
                        "one joker too many, and shards",
                        Players.fresh().wallet(0, Amounts.MAX).item(SHARD, 99).item(CRATE, 1),
                        CRATE,
                        new BalanceCapReached(Currency.JOKERS, Amounts.MAX)),
                refused(
                        "one shard too many",
                        Players.fresh().item(SHARD, 98).item(CRATE, 1),
                        CRATE,
                        new ItemMaximumReached(SHARD, 99, 98)),
                refused(
                        "no ticket for the wheel",
                        Players.fresh(),
                        TICKET,
                        new NoSpinLeft(TICKET)));
    }

    @ParameterizedTest
    @MethodSource({"uses", "refusals"})
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @Test
    void what_was_in_a_crate_is_earned() {
        Play play =
                Play.from(
                                TestCatalog.catalog(),
                                Players.fresh().wallet(new Wallet(0, 0, 4_600)).item(CRATE, 1))
                        .does(new UseItem(CRATE));

        assertThat(play.state().wallet()).isEqualTo(new Wallet(500, 2, 5_100));
        assertThat(play.state().rank().rank()).as("with a joker for the rank").isEqualTo(2);
        assertThat(play.state().items().stacks()).containsExactly(new ItemStack(SHARD, 2));
    }

    @Test
    void an_items_booster_leaves_price_cooldown_and_daily_limit_alone() {
        Play play = Play.from(TestCatalog.catalog(), Players.fresh().item(GUM, 3));
        play.does(new ActivateBooster(TestBoosters.TURBO_TAP)).after(Duration.ofSeconds(20));
        var used = play.state().boosters().uses();

        play.does(new UseItem(GUM));
        assertThat(play.refusalOf(new UseItem(GUM)))
                .isEqualTo(new BoosterAlreadyActive(START + 2 * TURBO));
        play.after(Duration.ofSeconds(20)).does(new UseItem(GUM));

        assertThat(play.state().items().count(GUM)).isOne();
        assertThat(play.state().boosters().uses()).isEqualTo(used);
        assertThat(play.state().boosters().activeAt(TestBoosters.TURBO_TAP, play.now()))
                .isNotNull();
    }

    @Test
    void a_booster_that_stacks_works_longer() {
        ItemId tank = new ItemId("tank");
        var stacking = TestBoosters.row(TestBoosters.ENERGY_TANK);
        var catalog =
                TestCatalog.standard()
                        .booster(TestBoosters.stackable(stacking))
                        .item(
                                new ItemDefinition(
                                        tank,
                                        "Tank",
                                        "Large",
                                        5,
                                        new ItemUse.Boosts(TestBoosters.ENERGY_TANK)))
                        .build();
        Play play = Play.from(catalog, Players.fresh().item(tank, 2));
        play.does(new UseItem(tank)).does(new UseItem(tank));

        assertThat(play.state().boosters().active())
                .extracting(ActiveBooster::untilMillis)
                .containsExactly(START + 2 * stacking.duration().toMillis());
    }

    @Test
    void the_item_that_the_wheel_takes_is_used_by_spinning() {
        Play play = Play.from(TestCatalog.catalog(), Players.fresh().item(TICKET, 2));

        assertThat(play.resultOf(new UseItem(TICKET))).isInstanceOf(SpunForItem.class);
        assertThat(play.lastEvents().getFirst())
                .isInstanceOfSatisfying(
                        WheelSpun.class, spun -> assertThat(spun.spent()).isEqualTo(TICKET));
        assertThat(play.state().bonus().streak()).as("the day is not claimed").isZero();

        play.use(TestCatalog.standard().dailyBonus(TestBonus.meagre()).build());
        assertThat(play.refusalOf(new UseItem(TICKET))).isEqualTo(new ItemNotUsable(TICKET));
    }

    @Test
    void what_the_content_has_no_more_stays_held() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.fresh().item(CRATE, 2))
                        .use(TestCatalogs.empty());

        assertThat(play.refusalOf(new UseItem(CRATE))).isEqualTo(new UnknownItem(CRATE));
        assertThat(play.state().items().count(CRATE)).isEqualTo(2);
    }

    private static Row refused(String name, Players player, ItemId item, Refusal reason) {
        return Row.of(name, player, new UseItem(item), Row.refused(reason));
    }
}
