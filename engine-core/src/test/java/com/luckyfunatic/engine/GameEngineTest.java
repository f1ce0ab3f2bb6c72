package com.luckyfunatic.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.MapStorage;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestCatalogs;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.FollowUpFailures;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GameEngineTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final TelegramAccount ANN = TelegramAccount.of(111, "Ann");
    private static final TelegramAccount BO = TelegramAccount.of(222, "Bo");
    private static final TelegramAccount RICH_BO =
            new TelegramAccount(222, "Bo", null, null, null, true, null);

    private static final PlayerId FIRST = new PlayerId(1);

    private final MapStorage storage = new MapStorage(0);
    private Instant now = Play.START_INSTANT;
    private final GameEngine engine =
            GameEngine.builder(storage)
                    .clock(() -> now)
                    .random(new SplittableRandom(1))
                    .worker(5)
                    .build(CATALOG);

    @Test
    void the_first_login_starts_the_game_and_later_ones_go_on() {
        Login first = engine.logIn(ANN, null);
        Login second = engine.logIn(TelegramAccount.of(111, "Anna"), null);

        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.profile().id()).isEqualTo(first.profile().id());
        assertThat(second.profile().account().firstName()).isEqualTo("Anna");
        assertThat(second.session()).isGreaterThan(first.session());
        assertThat(second.state().session().session()).isEqualTo(second.session());
        assertThat(first.profile().joinedAtMillis()).isEqualTo(Play.START);
        assertThat(storage.journal())
                .extracting(StateChange::command)
                .containsExactly("CreatePlayer", "LogIn", "LogIn");
    }

    @ParameterizedTest
    @CsvSource({"111, true", "ref_111, true", "ref_999, false", "summer, false", ", false"})
    void a_start_parameter_binds_a_newcomer_to_who_invited_them(
            @Nullable String startParam, boolean bound) {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        Login bo = engine.logIn(BO, startParam);

        assertThat(bo.profile().referrer()).isEqualTo(bound ? ann : null);
        assertThat(bo.state().referral().referrer()).isEqualTo(bound ? ann : null);
        assertThat(bo.profile().campaign())
                .isEqualTo("summer".equals(startParam) ? "summer" : null);
    }

    @Test
    void nobody_invites_themselves() {
        Login ann = engine.logIn(ANN, "ref_111");

        assertThat(ann.profile().referrer()).isNull();
        assertThat(engine.logIn(ANN, "111").profile().referrer()).isNull();
        assertThat(engine.settleFollowUps(10)).isZero();
    }

    @Test
    void nobody_is_bound_after_having_joined() {
        engine.logIn(ANN, null);
        engine.logIn(BO, null);
        Login again = engine.logIn(BO, "ref_111");

        assertThat(again.profile().referrer()).isNull();
        assertThat(again.state().referral().referrer()).isNull();
        assertThat(engine.settleFollowUps(10)).isZero();
    }

    @Test
    void a_friend_counts_at_once_and_is_paid_for_after_50_taps() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        PlayerId bo = engine.logIn(RICH_BO, "ref_111").profile().id();

        assertThat(engine.settleFollowUps(10)).isEqualTo(1);
        assertThat(state(ann).referral().friends()).isEqualTo(1);
        assertThat(state(ann).wallet().funz()).isZero();

        engine.execute(bo, new Tap(50));
        assertThat(engine.settleFollowUps(10)).isEqualTo(1);
        assertThat(engine.settleFollowUps(10)).isZero();
        assertThat(state(ann).wallet().funz()).isEqualTo(25_000);
        assertThat(storage.journal().getLast().actor()).isEqualTo(new Actor.Job("follow-up"));
    }

    @Test
    void a_follow_up_that_is_carried_out_again_changes_nothing() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        PlayerId bo = engine.logIn(BO, "ref_111").profile().id();
        engine.execute(bo, new Tap(50));
        var pending = storage.pending(10);
        assertThat(engine.settleFollowUps(10)).isEqualTo(2);
        PlayerState once = state(ann);

        // As after a crash between carrying out and taking off the queue.
        for (var each : pending) {
            FollowUp followUp = each.followUp();
            Answer again = engine.execute(ann, followUp.operationId(), followUp.command());
            assertThat(again.repeated()).isTrue();
        }
        assertThat(state(ann)).isSameAs(once);
        assertThat(once.wallet().funz()).isEqualTo(5_000);
    }

    @Test
    void a_follow_up_waits_for_a_game_that_has_not_started() {
        // As after a crash between registering a player and starting their game.
        PlayerId ann = storage.register(new Profile(FIRST, ANN, null, null, Play.START)).id();
        engine.logIn(BO, "ref_111");
        assertThat(engine.settleFollowUps(10)).isZero();
        assertThat(only().failures().lastReason()).isEqualTo("the player's game has not begun");

        engine.logIn(ANN, null);
        assertThat(engine.settleFollowUps(10)).isEqualTo(1);
        assertThat(state(ann).referral().friends()).isEqualTo(1);
    }

    @Test
    void a_follow_up_that_fails_does_not_hold_up_the_others() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        PlayerId bo = engine.logIn(BO, null).profile().id();
        engine.logIn(TelegramAccount.of(333, "Cy"), "ref_111");
        engine.logIn(TelegramAccount.of(444, "Di"), "ref_222");

        storage.failFor(ann);
        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> engine.settleFollowUps(10));
        assertThat(state(bo).referral().friends()).isEqualTo(1);

        storage.failFor(null);
        assertThat(engine.settleFollowUps(10)).isEqualTo(1);
        assertThat(state(ann).referral().friends()).isEqualTo(1);
    }

    @Test
    void what_was_in_the_way_of_a_follow_up_is_told_with_it() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        engine.logIn(BO, "ref_111");
        assertThat(only().failures()).isEqualTo(FollowUpFailures.NONE);
        assertThat(only().queuedAtMillis()).isEqualTo(now.toEpochMilli());

        storage.failFor(ann);
        now = now.plusSeconds(1);
        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> engine.settleFollowUps(10));
        assertThat(only().failures())
                .isEqualTo(
                        new FollowUpFailures(
                                1,
                                now.toEpochMilli(),
                                "StorageUnavailableException: away, as the test wants it"));
        now = now.plusSeconds(1);
        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> engine.settleFollowUps(1));

        assertThat(only().failures().count()).isEqualTo(2);
        assertThat(only().failures().lastAtMillis()).isEqualTo(now.toEpochMilli());
        assertThat(only().queuedAtMillis()).isEqualTo(now.minusSeconds(2).toEpochMilli());
    }

    private PendingFollowUp only() {
        assertThat(storage.pending(10)).hasSize(1);
        return storage.pending(10).getFirst();
    }

    @Test
    void a_failure_that_cannot_be_noted_keeps_nothing_waiting() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        PlayerId bo = engine.logIn(BO, null).profile().id();
        engine.logIn(TelegramAccount.of(333, "Cy"), "ref_111");
        engine.logIn(TelegramAccount.of(444, "Di"), "ref_222");

        storage.failFor(ann);
        storage.failToNote();
        assertThatExceptionOfType(StorageUnavailableException.class)
                .isThrownBy(() -> engine.settleFollowUps(10));

        assertThat(state(bo).referral().friends()).isEqualTo(1);
        assertThat(only().failures()).isEqualTo(FollowUpFailures.NONE);
    }

    @Test
    void those_that_cannot_be_carried_out_do_not_keep_later_ones_waiting() {
        storage.register(new Profile(FIRST, ANN, null, null, Play.START));
        PlayerId bo = engine.logIn(BO, null).profile().id();
        for (int i = 1; i <= 4; i++) {
            engine.logIn(TelegramAccount.of(1_000 + i, "Friend"), "ref_111");
        }
        engine.logIn(TelegramAccount.of(2_000, "Friend"), "ref_222");

        assertThat(engine.settleFollowUps(2)).isZero();
        assertThat(engine.settleFollowUps(2)).isZero();
        assertThat(engine.settleFollowUps(2)).isEqualTo(1);
        assertThat(state(bo).referral().friends()).isEqualTo(1);
        engine.logIn(ANN, null);
        assertThat(engine.settleFollowUps(10)).isEqualTo(4);
    }

    @Test
    void a_follow_up_whose_id_is_taken_is_not_lost() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        engine.logIn(BO, "ref_111");
        OperationId taken = storage.pending(1).getFirst().followUp().operationId();
        engine.execute(ann, taken, new Tap(1));

        assertThat(engine.settleFollowUps(10)).isZero();
        assertThat(only().failures().lastReason())
                .isEqualTo("its operation id stands for another command");
    }

    @Test
    void a_follow_up_that_cannot_be_read_stands_in_nobodys_way() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        engine.logIn(BO, "ref_111");
        engine.logIn(TelegramAccount.of(333, "Cy"), "ref_111");
        PendingFollowUp unreadable = storage.makeUnreadable(storage.pending(1).getFirst());

        // Others are carried out, and whoever runs the job learns that somebody has to look.
        assertThatThrownBy(() -> engine.settleFollowUps(2))
                .isInstanceOf(StorageCorruptException.class)
                .hasMessageContaining(unreadable.operationId().toString());

        assertThat(state(ann).referral().friends()).isEqualTo(1);
        assertThat(only().operationId()).isEqualTo(unreadable.operationId());
        assertThat(only().id()).as("behind all others").isGreaterThan(unreadable.id());
        assertThat(only().failures().lastReason())
                .startsWith("StorageCorruptException: this version cannot read the follow-up");
        assertThat(StuckFollowUps.mayBeDropped(only())).isFalse();
    }

    @Test
    void a_limit_leaves_the_rest_for_the_next_call() {
        engine.logIn(ANN, null);
        for (int i = 1; i <= 5; i++) {
            engine.logIn(TelegramAccount.of(1_000 + i, "Friend"), "111");
        }

        assertThat(engine.settleFollowUps(3)).isEqualTo(3);
        assertThat(engine.settleFollowUps(3)).isEqualTo(2);
        assertThat(engine.settleFollowUps(3)).isZero();
    }

    @Test
    void a_command_is_decided_at_the_moment_of_the_clock() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        now = now.plus(Duration.ofMinutes(5));

        assertThat(engine.execute(ann, new Tap(1)).nowMillis()).isEqualTo(now.toEpochMilli());
        assertThat(storage.journal().getLast().atMillis()).isEqualTo(now.toEpochMilli());
        assertThat(storage.journal().getLast().operationId()).isNull();
    }

    @Test
    void a_repeat_under_the_same_operation_id_gives_the_first_answer() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        OperationId id = new OperationId("gift-1");
        AdjustBalance gift = new AdjustBalance(Currency.FUNZ, 10, "a gift");
        Answer first = engine.execute(ann, id, gift);

        assertThat(engine.execute(ann, id, gift)).isEqualTo(first.asRepeat());
        assertThat(engine.operation(ann, id)).contains(first.asRepeat());
        assertThat(engine.operation(ann, new OperationId("other"))).isEmpty();
        assertThat(engine.execute(ann, id, new Tap(1)).outcome())
                .isEqualTo(new Outcome.OperationIdReused());
        assertThat(state(ann).wallet().funz()).isEqualTo(10);
    }

    @Test
    void other_content_is_in_force_for_the_next_command() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        Catalog next = TestCatalog.standard().version("next").build();
        engine.use(next);
        engine.execute(ann, new Tap(1));

        assertThat(engine.catalog()).isSameAs(next);
        assertThat(engine.contextAt(5).catalog()).isSameAs(next);
        assertThat(engine.contextAt(5).nowMillis()).isEqualTo(5);
        assertThat(storage.journal())
                .extracting(StateChange::catalogVersion)
                .containsExactly("test", "test", "next");
    }

    @Test
    void what_has_accrued_is_paid_at_the_rates_of_the_content_before() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        engine.execute(ann, new AdjustBalance(Currency.FUNZ, 1_000, "a gift"));
        engine.execute(ann, new BuyCardLevel(TestCatalog.MINER, null));
        now = now.plus(Duration.ofMinutes(36));
        engine.use(TestCatalogs.empty());
        now = now.plus(Duration.ofMinutes(36));

        assertThat(engine.execute(ann, new CollectIncome()).passiveIncome().amount()).isEqualTo(60);
    }

    @Test
    void content_may_be_in_force_since_before_the_engine_is_told() {
        PlayerId ann = engine.logIn(ANN, null).profile().id();
        engine.execute(ann, new AdjustBalance(Currency.FUNZ, 1_000, "a gift"));
        engine.execute(ann, new BuyCardLevel(TestCatalog.MINER, null));
        now = now.plus(Duration.ofMinutes(36));
        long since = now.toEpochMilli();
        now = now.plus(Duration.ofMinutes(36));
        engine.use(TestCatalogs.empty(), since);

        assertThat(engine.execute(ann, new CollectIncome()).passiveIncome().amount()).isEqualTo(60);
    }

    @Test
    void new_ids_pass_the_greatest_that_is_stored() {
        long stored = Long.MAX_VALUE >> 10;
        GameEngine restarted =
                GameEngine.builder(new MapStorage(stored)).clock(() -> now).build(CATALOG);

        assertThat(restarted.logIn(ANN, null).profile().id().value()).isGreaterThan(stored);
    }

    @Test
    void without_choices_it_runs_on_the_clock_of_the_system() {
        GameEngine plain = GameEngine.on(storage, CATALOG);
        long before = InstantSource.system().millis();

        assertThat(plain.clock().millis()).isGreaterThanOrEqualTo(before);
        assertThat(plain.storage()).isSameAs(storage);
        assertThat(plain.logIn(ANN, null).isNew()).isTrue();
    }

    @Test
    void an_unknown_player_is_told_so() {
        Answer answer = engine.execute(Players.PLAYER, new CollectIncome());

        assertThat(answer.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(answer.state()).isNull();
        assertThat(engine.player(Players.PLAYER)).isEmpty();
    }

    private PlayerState state(PlayerId player) {
        return engine.player(player).orElseThrow();
    }
}
