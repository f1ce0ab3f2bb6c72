package com.luckyfunatic.engine;

import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.accrual.AccrualEvent.AccrualSettled;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardEvent.CardLevelBought;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.frenzy.FrenzyCommand.StartFrenzy;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.referral.ReferralCommand.CountFriend;
import com.luckyfunatic.engine.referral.ReferralCommand.RewardReferral;
import com.luckyfunatic.engine.session.SessionCommand.LogIn;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleHandlerTest {
    private static final Catalog CATALOG = TestCatalog.standard().version("winter-3").build();
    private static final OperationId OPERATION = new OperationId("op-1");

    private final AtomicLong ids = new AtomicLong(41);
    private final RuleHandler handler =
            new RuleHandler(CATALOG, new SplittableRandom(1), ids::incrementAndGet);

    @Test
    void a_change_says_everything_about_itself() {
        PlayerState before = Players.fresh().wallet(1_500, 2).state();
        Handled handled = handle(before, new BuyCardLevel(MINER, 1_000L), 36_000);

        assertThat(handled.change())
                .isEqualTo(
                        new StateChange(
                                42,
                                PLAYER,
                                2,
                                Play.START + 36_000,
                                "BuyCardLevel",
                                OPERATION,
                                Actor.Player.SELF,
                                "winter-3",
                                Durability.HARD,
                                List.of(
                                        new AccrualSettled(
                                                1_000_000_000, 0, Play.START + 36_000, 0),
                                        new CardLevelBought(MINER, 1, Currency.FUNZ, 1_000)),
                                new Wallet(500, 2, 0)));
        assertThat(handled.answer().nowMillis()).isEqualTo(Play.START + 36_000);
        assertThat(handled.answer().repeated()).isFalse();
        assertThat(handled.answer().passiveIncome()).isEqualTo(PassiveIncome.NONE);
    }

    @Test
    void a_refusal_carries_its_reason_and_neither_state_nor_change() {
        PlayerState before = Players.fresh().wallet(999, 0).state();
        Handled handled = handle(before, new BuyCardLevel(MINER, null), 0);

        assertThat(handled.change()).isNull();
        assertThat(handled.answer().state()).isNull();
        assertThat(handled.answer().outcome())
                .isEqualTo(new Outcome.Refused(new InsufficientFunds(Currency.FUNZ, 1_000, 999)));
        assertThat(ids).as("no id is spent").hasValue(41);
    }

    @Test
    void a_player_who_does_not_exist_can_only_be_created() {
        for (Command command :
                List.of(new Tap(1), new CollectIncome(), new LogIn(5), new CountFriend(PLAYER))) {
            Handled handled = handle(null, command, 0);
            assertThat(handled.answer())
                    .isEqualTo(
                            new Answer(
                                    new Outcome.Refused(new PlayerRefusal.UnknownPlayer(PLAYER)),
                                    null,
                                    PassiveIncome.NONE,
                                    Play.START,
                                    false));
            assertThat(handled.change()).isNull();
        }
        assertThat(handle(null, new CreatePlayer(null, false), 0).change()).isNotNull();
    }

    @Test
    void a_clock_behind_the_last_change_counts_as_that_change() {
        PlayerState before =
                Play.from(CATALOG, Players.fresh().tapTokens(0).energyMicros(0).card(MINER, 1))
                        .after(Duration.ofHours(1))
                        .does(new Tap(50))
                        .state();
        Handled behind = handle(before, new Tap(50, new TapSequence(5, 1)), 0);
        Handled same = handle(before, new Tap(50, new TapSequence(5, 1)), 3_600_000);

        assertThat(behind.answer().nowMillis()).isEqualTo(before.changedAtMillis());
        assertThat(behind.answer()).isEqualTo(same.answer());
    }

    @Test
    void collected_income_is_reported_with_a_read() {
        Handled read =
                handle(Players.fresh().card(MINER, 1).state(), new CollectIncome(), 3_600_000);

        assertThat(read.answer().passiveIncome())
                .isEqualTo(new PassiveIncome(100, 3_600_000, false));
        assertThat(read.answer().outcome())
                .isEqualTo(new Outcome.Accepted(new PassiveIncome(100, 3_600_000, false)));
    }

    static Stream<Arguments> durabilities() {
        return Stream.of(
                Arguments.of(new Tap(1), Durability.SOFT),
                Arguments.of(new CollectIncome(), Durability.SOFT),
                Arguments.of(new LogIn(5), Durability.SOFT),
                Arguments.of(new StartFrenzy(), Durability.SOFT),
                Arguments.of(new ActivateBooster(TestBoosters.TURBO_TAP), Durability.SOFT),
                Arguments.of(new ActivateBooster(TestBoosters.ENERGY_TANK), Durability.HARD),
                Arguments.of(new ActivateBooster(TestBoosters.INCOME_SURGE), Durability.HARD),
                Arguments.of(new ActivateBooster(TestBoosters.MULTITAP), Durability.HARD),
                Arguments.of(new BuyCardLevel(MINER, null), Durability.HARD),
                Arguments.of(new AdjustBalance(Currency.FUNZ, 1, "a gift"), Durability.HARD),
                Arguments.of(new AdjustItem(TestCatalog.TICKET, 1, "a gift"), Durability.HARD),
                Arguments.of(new CountFriend(Players.FRIEND), Durability.HARD),
                Arguments.of(new RewardReferral(Players.FRIEND, true), Durability.HARD));
    }

    @ParameterizedTest
    @MethodSource("durabilities")
    void whoever_pays_or_is_given_something_gets_it_for_sure(
            Command command, Durability durability) {
        PlayerState rich =
                Players.rich().card(MINER, 1).frenzy(new FrenzyState(300, 0, 10_000, 0)).state();

        assertThat(handle(rich, command, 1).change())
                .extracting(StateChange::durability)
                .isEqualTo(durability);
    }

    @Test
    void the_stronger_durability_wins() {
        assertThat(Durability.SOFT.and(Durability.SOFT)).isEqualTo(Durability.SOFT);
        assertThat(Durability.SOFT.and(Durability.HARD)).isEqualTo(Durability.HARD);
        assertThat(Durability.HARD.and(Durability.SOFT)).isEqualTo(Durability.HARD);
        assertThat(new CreatePlayer(null, false).durability()).isEqualTo(Durability.HARD);
    }

    @Test
    void equal_input_gives_equal_output() {
        PlayerState state = Players.rich().card(MINER, 3).state();
        for (Command command :
                List.of(
                        new Tap(3),
                        new CollectIncome(),
                        new ActivateBooster(TestBoosters.MULTITAP),
                        new BuyCardLevel(new CardId("nothing"), null))) {
            Answer first = handle(state, command, 5_000).answer();
            assertThat(handle(state, command, 5_000).answer()).isEqualTo(first);
        }
    }

    private Handled handle(@Nullable PlayerState state, Command command, long afterMillis) {
        return handler.handle(
                state,
                new CommandEnvelope(
                        PLAYER, OPERATION, Play.START + afterMillis, Actor.Player.SELF, command));
    }
}
