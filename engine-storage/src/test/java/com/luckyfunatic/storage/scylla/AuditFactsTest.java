package com.luckyfunatic.storage.scylla;

import static com.luckyfunatic.storage.scylla.AuditSamples.START;
import static com.luckyfunatic.storage.scylla.AuditSamples.change;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.bonus.BonusEvent.StreakPaid;
import com.luckyfunatic.engine.bonus.BonusEvent.WheelSpun;
import com.luckyfunatic.engine.bonus.SegmentId;
import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterStart;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.conversion.ConversionEvent;
import com.luckyfunatic.engine.conversion.ConversionId;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.forge.ForgeEvent.SpecialCardForged;
import com.luckyfunatic.engine.forge.Ingredient;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.item.ItemEvent;
import com.luckyfunatic.engine.item.ItemEvent.ItemAdjusted;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformEvent.GrantReceived;
import com.luckyfunatic.engine.platform.PlatformEvent.TransferRequested;
import com.luckyfunatic.engine.platform.PlatformEvent.TransferReturned;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerEvent;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.store.ListingId;
import com.luckyfunatic.engine.store.StoreEvent;
import com.luckyfunatic.engine.testkit.GeneratedCommands;
import com.luckyfunatic.engine.testkit.ModelPlayer;
import com.luckyfunatic.engine.testkit.Seeds;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.timetrial.Medal;
import com.luckyfunatic.engine.timetrial.TimeTrialEvent;
import com.luckyfunatic.engine.timetrial.TimeTrialId;
import com.luckyfunatic.engine.wallet.WalletEvent.BalanceAdjusted;
import com.luckyfunatic.storage.scylla.AuditFact.ItemTransaction;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuditFactsTest {
    private static final PlayerId PLAYER = new PlayerId(1);
    private static final ItemId CLOVER = new ItemId("clover");
    private static final ItemId HORSESHOE = new ItemId("horseshoe");

    @Test
    void forging_takes_each_item_that_it_consumes() {
        StateChange change =
                change(
                        PLAYER,
                        4,
                        START,
                        new ItemAdjusted(CLOVER, 2, "found"),
                        new SpecialCardForged(
                                new SpecialCardId("golden"),
                                1,
                                List.of(
                                        new Ingredient.Items(CLOVER, 2),
                                        new Ingredient.CardLevels(new CardId("baker"), 3),
                                        new Ingredient.Items(HORSESHOE, 1)),
                                5));

        assertThat(AuditFacts.of(change))
                .containsExactly(
                        item(change, 0, CLOVER, 2, "found"),
                        item(change, 1_000, CLOVER, -2, "forge golden"),
                        item(change, 1_002, HORSESHOE, -1, "forge golden"));
    }

    @Test
    void the_wheel_takes_the_item_that_was_spent_and_gives_those_that_were_won() {
        Reward won =
                new Reward(1, 0, List.of(new ItemStack(CLOVER, 3), new ItemStack(HORSESHOE, 1)));
        Reward cut = new Reward(0, 0, List.of(new ItemStack(CLOVER, 9)));
        SegmentId meadow = new SegmentId("meadow");
        StateChange change =
                change(
                        PLAYER,
                        4,
                        START,
                        new StreakPaid(20_000, 1, 500, 0),
                        new WheelSpun(null, 7, 10, meadow, won, cut),
                        new WheelSpun(HORSESHOE, 7, 10, meadow, Reward.ofFunz(1), cut));

        assertThat(AuditFacts.of(change))
                .containsExactly(
                        item(change, 1_001, CLOVER, 3, "wheel meadow"),
                        item(change, 1_002, HORSESHOE, 1, "wheel meadow"),
                        item(change, 2_000, HORSESHOE, -1, "spin of the wheel"));
    }

    @Test
    void an_item_that_is_opened_is_taken_and_what_was_in_it_given() {
        Reward inside =
                new Reward(1, 0, List.of(new ItemStack(CLOVER, 3), new ItemStack(HORSESHOE, 1)));
        StateChange change =
                change(PLAYER, 4, START, new ItemEvent.ItemOpened(new ItemId("crate"), inside));

        assertThat(AuditFacts.of(change))
                .containsExactly(
                        item(change, 0, new ItemId("crate"), -1, "opened"),
                        item(change, 1, CLOVER, 3, "item crate"),
                        item(change, 2, HORSESHOE, 1, "item crate"));
    }

    @Test
    void an_item_that_starts_a_booster_is_taken_and_the_booster_told() {
        BoosterType tea = new BoosterType("tea");
        ActiveBooster active = new ActiveBooster(tea, Effect.INCOME_MULTIPLY, 20_000, START + 5);
        StateChange change =
                change(
                        PLAYER,
                        4,
                        START,
                        new ItemEvent.ItemBoosted(CLOVER, tea, new BoosterStart(active, 8)));

        assertThat(AuditFacts.of(change))
                .containsExactly(
                        item(change, 0, CLOVER, -1, "booster tea"),
                        new AuditFact.BoosterSnapshot(
                                PLAYER,
                                new AuditPosition(change.sequence(), change.id(), 0),
                                START,
                                tea,
                                Currency.FUNZ,
                                0,
                                0,
                                active,
                                null));
    }

    @Test
    void a_time_trial_gives_items() {
        StateChange change =
                change(
                        PLAYER,
                        4,
                        START,
                        new TimeTrialEvent.TimeTrialStarted(new TimeTrialId("sprint"), 1, 2, 3),
                        new TimeTrialEvent.TimeTrialFinished(
                                new TimeTrialId("sprint"),
                                9,
                                12,
                                List.of(Medal.GOLD),
                                new Reward(0, 0, List.of(new ItemStack(CLOVER, 2))),
                                Reward.NOTHING));

        assertThat(AuditFacts.of(change))
                .containsExactly(item(change, 1_000, CLOVER, 2, "time trial sprint"));
    }

    @Test
    void a_conversion_takes_items_and_gives_others() {
        Reward taken =
                new Reward(1, 0, List.of(new ItemStack(CLOVER, 3), new ItemStack(HORSESHOE, 1)));
        StateChange change =
                change(
                        PLAYER,
                        4,
                        START,
                        new ConversionEvent.Converted(
                                new ConversionId("luck"),
                                3,
                                taken,
                                Reward.ofItems(new ItemId("star"), 2),
                                20_000,
                                5));

        assertThat(AuditFacts.of(change))
                .containsExactly(
                        item(change, 0, CLOVER, -3, "conversion luck"),
                        item(change, 1, HORSESHOE, -1, "conversion luck"),
                        item(change, 2, new ItemId("star"), 2, "conversion luck"));
    }

    @Test
    void a_reset_takes_items_and_a_restore_takes_and_gives_them() {
        List<ItemStack> clovers = List.of(new ItemStack(CLOVER, 3));
        List<ItemStack> shoes = List.of(new ItemStack(HORSESHOE, 1));
        StateChange change =
                change(
                        PLAYER,
                        4,
                        START,
                        new PlayerEvent.PlayerReset(-1, 0, clovers, 1, 1, START, "x"),
                        new PlayerEvent.PlayerRestored(1, 0, shoes, clovers, START, "x"));

        assertThat(AuditFacts.of(change))
                .containsExactly(
                        item(change, 0, CLOVER, -3, "reset"),
                        item(change, 1_000, HORSESHOE, -1, "restore"),
                        item(change, 1_001, CLOVER, 3, "restore"));
    }

    @Test
    void a_purchase_gives_items() {
        Reward goods = new Reward(1, 0, List.of(new ItemStack(CLOVER, 3)));
        StateChange change =
                change(
                        PLAYER,
                        4,
                        START,
                        new StoreEvent.Purchased(
                                new ListingId("luck"), 3, Currency.FUNZ, 9, goods, 20_000, 5, 6));

        assertThat(AuditFacts.of(change))
                .containsExactly(item(change, 0, CLOVER, 3, "purchase luck"));
    }

    @Test
    void what_was_paid_in_stars_gives_items_and_what_was_turned_away_none() {
        ListingId luck = new ListingId("luck");
        Reward goods = new Reward(1, 0, List.of(new ItemStack(CLOVER, 3)));
        StateChange change =
                change(
                        PLAYER,
                        4,
                        START,
                        new StoreEvent.StarsPaid(luck, 3, 75, "stx_1", goods, 20_000, 5, 6),
                        new StoreEvent.StarsTurnedAway(luck, 3, 75, "stx_2", "not_available"),
                        new StoreEvent.StarsRefunded(75, "stx_2"));

        assertThat(AuditFacts.of(change))
                .containsExactly(item(change, 0, CLOVER, 3, "purchase luck"));
    }

    /** Whoever adds up the item transactions of a player knows what the player holds. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_item_transactions_of_a_life_add_up_to_what_is_held(long seed) {
        RandomGenerator random = Seeds.random(seed);
        Catalog catalog = TestCatalogs.startingWith(50_000, 500);
        SettableClock clock = new SettableClock();
        var commands = new GeneratedCommands(random, catalog);
        var rules = new RuleHandler(catalog, random, new AtomicLong()::incrementAndGet);
        var player = new ModelPlayer();
        player.execute(envelope(clock, new CreatePlayer(null, false)), rules);
        for (int i = 0; i < 600; i++) {
            clock.advance(Duration.ofMillis(random.nextInt(3_000_000)));
            player.execute(envelope(clock, commands.next()), rules);
        }

        Map<ItemId, Integer> told = new HashMap<>();
        Set<AuditPosition> positions = new HashSet<>();
        for (StateChange change : player.changes()) {
            for (AuditFact fact : AuditFacts.of(change)) {
                if (fact instanceof ItemTransaction transaction) {
                    told.merge(transaction.item(), transaction.delta(), Integer::sum);
                    assertThat(positions.add(transaction.position())).as("%s", fact).isTrue();
                }
            }
        }
        told.values().removeIf(count -> count == 0);
        PlayerState state = Objects.requireNonNull(player.state());
        assertThat(told)
                .isNotEmpty()
                .isEqualTo(
                        state.items().stacks().stream()
                                .collect(toMap(ItemStack::item, ItemStack::count)));
    }

    static LongStream seeds() {
        return Seeds.all();
    }

    private static CommandEnvelope envelope(SettableClock clock, Command command) {
        return new CommandEnvelope(PLAYER, null, clock.millis(), Actor.Player.SELF, command);
    }

    @Test
    void a_grant_of_the_platform_gives_items() {
        Reward paid = new Reward(1, 0, List.of(new ItemStack(CLOVER, 3)));
        StateChange change =
                change(PLAYER, 4, START, new GrantReceived(paid, Reward.NOTHING, "campaign 81"));

        assertThat(AuditFacts.of(change))
                .containsExactly(item(change, 0, CLOVER, 3, "platform campaign 81"));
    }

    @Test
    void a_transfer_takes_items_and_its_return_gives_them() {
        TransferId id = new TransferId("0123456789abcdef0123456789abcdef");
        Transfer sent =
                new Transfer(id, PLAYER, new PlatformAccountId("funtico-1"), CLOVER, 3, START);
        StateChange taken = change(PLAYER, 4, START, new TransferRequested(sent));
        StateChange returned = change(PLAYER, 5, START, new TransferReturned(id, CLOVER, 3));

        assertThat(AuditFacts.of(taken))
                .containsExactly(item(taken, 0, CLOVER, -3, "transfer " + id));
        assertThat(AuditFacts.of(returned))
                .containsExactly(item(returned, 0, CLOVER, 3, "transfer returned " + id));
    }

    @Test
    void most_changes_tell_nothing_more() {
        assertThat(
                        AuditFacts.of(
                                change(
                                        PLAYER,
                                        1,
                                        START,
                                        new BalanceAdjusted(Currency.FUNZ, 1, "a gift"))))
                .isEmpty();
    }

    private static ItemTransaction item(
            StateChange change, int event, ItemId item, int delta, String reason) {
        return new ItemTransaction(
                PLAYER,
                new AuditPosition(change.sequence(), change.id(), event),
                START,
                item,
                delta,
                reason);
    }
}
