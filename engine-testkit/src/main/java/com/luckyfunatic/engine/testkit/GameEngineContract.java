package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Login;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.StateChangedException;
import com.luckyfunatic.engine.StuckFollowUps;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.income.IncomeEvent.IncomeCollected;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerCommand.ResetPlayer;
import com.luckyfunatic.engine.player.PlayerCommand.RestorePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.FollowUpQueue.Dropped;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the whole engine works on every storage, from a login on. */
public abstract class GameEngineContract extends StorageContract {
    private GameEngine engine;

    /** Starts a game on the storage. */
    @BeforeEach
    public final void startEngine() {
        engine = newEngine();
    }

    private GameEngine newEngine() {
        return GameEngine.builder(storage())
                .clock(clock)
                .random(new Random(1))
                // Worker 0 makes the ids of the contract itself.
                .worker(1)
                .build(TestCatalogs.full());
    }

    @Test
    public void the_first_login_starts_a_game() {
        TelegramAccount account = Guests.account(false);

        Login login = engine.logIn(account, null);

        assertThat(login.isNew()).isTrue();
        assertThat(login.profile().account()).isEqualTo(account);
        assertThat(login.profile().joinedAtMillis()).isEqualTo(clock.millis());
        assertThat(login.profile().referrer()).isNull();
        assertThat(login.profile().campaign()).isNull();
        assertThat(login.state().sequence()).isEqualTo(2);
        assertThat(login.state().session().session()).isEqualTo(login.session()).isPositive();
        assertThat(engine.player(login.profile().id())).hasValue(login.state());
    }

    @Test
    public void a_later_login_finds_the_game_as_it_was() {
        TelegramAccount account = Guests.account(false);
        Login first = engine.logIn(account, null);
        engine.execute(first.profile().id(), new Tap(5));
        clock.advance(Duration.ofDays(1));

        Login second = engine.logIn(account, "late-campaign");

        assertThat(second.isNew()).isFalse();
        assertThat(second.profile()).isEqualTo(first.profile());
        assertThat(second.session()).isGreaterThan(first.session());
        assertThat(second.state().wallet().funz()).isEqualTo(5);
        assertThat(second.state().sequence()).isEqualTo(4);
    }

    @Test
    public void a_command_for_a_state_that_has_changed_since_is_not_carried_out() {
        PlayerId player = engine.logIn(Guests.account(false), null).profile().id();
        long seen = state(player).sequence();
        CommandEnvelope first = adjustment(player, "first");

        assertThat(engine.executeAt(first, seen).repeated()).isFalse();
        PlayerState after = state(player);
        assertThatThrownBy(() -> engine.executeAt(adjustment(player, "second"), seen))
                .isInstanceOfSatisfying(
                        StateChangedException.class,
                        e -> {
                            assertThat(e.expected()).isEqualTo(seen);
                            assertThat(e.actual()).isEqualTo(after.sequence());
                        });

        assertThat(state(player)).isEqualTo(after);
        assertThat(engine.operation(player, new OperationId("second"))).isEmpty();
        assertThat(engine.executeAt(first, seen).repeated()).isTrue();
        assertThat(engine.executeAt(adjustment(player, "second"), after.sequence()).repeated())
                .isFalse();
        assertThat(state(player).wallet().jokers()).isEqualTo(10);
        assertThatThrownBy(() -> engine.executeAt(adjustment(unknownPlayer(), "x"), 1))
                .isInstanceOf(StateChangedException.class);
    }

    @Test
    public void of_many_commands_for_one_state_one_is_carried_out() {
        PlayerId player = engine.logIn(Guests.account(false), null).profile().id();
        long seen = state(player).sequence();

        List<Boolean> done =
                Together.run(
                        20,
                        i -> {
                            try {
                                engine.executeAt(adjustment(player, "op" + i), seen);
                                return true;
                            } catch (StateChangedException e) {
                                return false;
                            }
                        });

        assertThat(done.stream().filter(each -> each)).hasSize(1);
        assertThat(state(player).wallet().jokers()).isEqualTo(5);
    }

    /** The game and what is kept of the one before are one state: there is nothing between them. */
    @Test
    public void a_game_that_began_anew_comes_back_exactly_once() {
        PlayerId player = engine.logIn(Guests.account(false), null).profile().id();
        engine.execute(player, new Tap(7));
        engine.executeAt(adjustment(player, "jokers"), state(player).sequence());
        PlayerState before = state(player);
        CommandEnvelope reset = byOperator(player, "reset", new ResetPlayer("a test"));

        engine.executeAt(reset, before.sequence());
        assertThat(engine.executeAt(reset, before.sequence()).repeated()).isTrue();
        assertThat(state(player).wallet().jokers()).isZero();
        assertThat(state(player).tap().taps()).isZero();
        assertThat(state(player).session()).isEqualTo(before.session());
        clock.advance(Duration.ofMinutes(1));
        engine.execute(player, new Tap(3));
        CommandEnvelope restore = byOperator(player, "restore", new RestorePlayer("a test"));
        List<Boolean> repeated = Together.run(10, _ -> newEngine().execute(restore).repeated());

        assertThat(repeated).containsOnlyOnce(false);
        PlayerState after = state(player);
        assertThat(after.wallet()).isEqualTo(before.wallet());
        assertThat(after.tap().taps()).isEqualTo(7);
        assertThat(after.sequence()).isEqualTo(before.sequence() + 3);
        assertThat(after)
                .isEqualTo(
                        before.change()
                                .version(after.sequence(), after.changedAtMillis())
                                .resets(after.resets())
                                .done());
        assertThat(after.resets().kept()).isNull();
        assertThat(
                        engine.execute(byOperator(player, "again", new RestorePlayer("a test")))
                                .outcome())
                .isEqualTo(new Outcome.Refused(new PlayerRefusal.AlreadyRestored(player)));
    }

    private CommandEnvelope byOperator(PlayerId player, String operation, Command command) {
        return new CommandEnvelope(
                player,
                new OperationId(operation),
                clock.millis(),
                new Actor.Operator("ada"),
                command);
    }

    private CommandEnvelope adjustment(PlayerId player, String operation) {
        return new CommandEnvelope(
                player,
                new OperationId(operation),
                clock.millis(),
                new Actor.Operator("ada"),
                new AdjustBalance(Currency.JOKERS, 5, "for a test"));
    }

    @Test
    public void logins_of_one_new_account_at_once_start_one_game() {
        TelegramAccount account = Guests.account(false);

        List<Login> logins = Together.run(20, _ -> engine.logIn(account, null));

        PlayerId player = logins.getFirst().profile().id();
        assertThat(logins).allMatch(login -> login.profile().id().equals(player));
        assertThat(logins.stream().filter(Login::isNew)).hasSize(1);
        assertThat(logins.stream().map(Login::session)).doesNotHaveDuplicates();
        assertThat(state(player).sequence()).isEqualTo(21);
    }

    @Test
    public void a_game_that_could_not_start_when_its_player_registered_starts_at_the_next_login() {
        TelegramAccount account = Guests.account(false);
        Profile registered =
                storage()
                        .directory()
                        .register(
                                new Profile(unknownPlayer(), account, null, null, clock.millis()));

        Login login = engine.logIn(account, null);

        assertThat(login.isNew()).isTrue();
        assertThat(login.profile()).isEqualTo(registered);
    }

    @Test
    public void a_campaign_is_kept_with_the_profile() {
        Login login = engine.logIn(Guests.account(false), "Spring_2026-a");

        assertThat(login.profile().campaign()).isEqualTo("Spring_2026-a");
        assertThat(storage().directory().profile(login.profile().id())).hasValue(login.profile());
    }

    @Test
    public void the_first_command_after_a_login_collects_passive_income() {
        TelegramAccount account = Guests.account(false);
        PlayerId player = engine.logIn(account, null).profile().id();
        execute(player, funz(1_000));
        engine.execute(player, new OperationId("buy"), new BuyCardLevel(TestContent.MINER, null));
        clock.advance(Duration.ofHours(1));
        engine.logIn(account, null);
        long before = state(player).wallet().funz();

        Answer first = engine.execute(player, new Tap(1));
        Answer second = engine.execute(player, new Tap(1));

        assertThat(first.passiveIncome()).isEqualTo(new PassiveIncome(600, 3_600_000, false));
        assertThat(second.passiveIncome()).isEqualTo(PassiveIncome.NONE);
        assertThat(state(player).wallet().funz()).isEqualTo(before + 600 + 2);
        assertThat(changes(player).get(changes(player).size() - 2).events().getFirst())
                .isInstanceOf(IncomeCollected.class);
    }

    @Test
    public void a_follow_up_carried_out_before_a_crash_is_not_carried_out_again() {
        Login referrer = engine.logIn(Guests.account(false), null);
        Login friend = engine.logIn(Guests.account(false), Guests.invitation(referrer));
        engine.execute(friend.profile().id(), new Tap(50));
        // The crash comes after each command and before it is taken off the queue.
        for (PendingFollowUp each : pendingFollowUps()) {
            Answer answer = engine.execute(asJob(each.followUp()));
            assertThat(answer.outcome()).isInstanceOf(Outcome.Accepted.class);
        }
        PlayerState paid = state(referrer.profile().id());

        assertThat(newEngine().settleFollowUps(FOLLOW_UPS_MAX)).isEqualTo(2);
        assertThat(settleAll()).isZero();

        assertThat(paid.wallet().funz()).isEqualTo(5_000);
        assertThat(state(referrer.profile().id())).isEqualTo(paid);
    }

    @Test
    public void a_follow_up_for_a_game_that_has_not_started_waits_for_it() {
        TelegramAccount waiting = Guests.account(false);
        Profile referrer = new Profile(unknownPlayer(), waiting, null, null, clock.millis());
        storage().directory().register(referrer);
        engine.logIn(Guests.account(false), "ref_" + waiting.telegramId());
        assertThat(settleAll()).isZero();

        engine.logIn(waiting, null);

        assertThat(settleAll()).isEqualTo(1);
        assertThat(state(referrer.id()).referral().friends()).isEqualTo(1);
    }

    @Test
    public void a_follow_up_that_is_dropped_is_never_carried_out() {
        Login referrer = engine.logIn(Guests.account(false), null);
        engine.logIn(Guests.account(false), Guests.invitation(referrer));
        FollowUp followUp = pendingFollowUps().getFirst().followUp();
        PlayerState before = state(referrer.profile().id());

        Optional<Dropped> dropped = drop(followUp, "p1");

        assertThat(dropped).contains(new Dropped(OperationId.own("plan:p1"), clock.millis()));
        // Somebody may have read it before, and be about to carry it out.
        assertThat(engine.execute(asJob(followUp)).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.reason().code()).isEqualTo("follow_up_dropped"));
        assertThat(settleAll()).isZero();
        assertThat(state(referrer.profile().id())).isEqualTo(before);
        assertThat(drop(followUp, "p1")).isEqualTo(dropped);
        assertThat(drop(followUp, "p2")).isEmpty();
        assertThat(pendingFollowUps()).isEmpty();
    }

    @Test
    public void a_follow_up_that_was_carried_out_is_not_dropped() {
        Login referrer = engine.logIn(Guests.account(false), null);
        engine.logIn(Guests.account(false), Guests.invitation(referrer));
        FollowUp followUp = pendingFollowUps().getFirst().followUp();
        engine.execute(asJob(followUp));

        assertThat(drop(followUp, "p1")).isEmpty();

        assertThat(settleAll()).isEqualTo(1);
        assertThat(drop(followUp, "p1")).isEmpty();
        assertThat(state(referrer.profile().id()).referral().friends()).isEqualTo(1);
    }

    @Test
    public void a_follow_up_for_a_game_that_has_not_started_can_be_dropped() {
        TelegramAccount waiting = Guests.account(false);
        Profile referrer = new Profile(unknownPlayer(), waiting, null, null, clock.millis());
        storage().directory().register(referrer);
        engine.logIn(Guests.account(false), "ref_" + waiting.telegramId());
        FollowUp followUp =
                storage().followUps().pending(FOLLOW_UPS_MAX).stream()
                        .map(PendingFollowUp::followUp)
                        .filter(each -> each.player().equals(referrer.id()))
                        .findFirst()
                        .orElseThrow();

        assertThat(drop(followUp, "p1")).isPresent();

        engine.logIn(waiting, null);
        assertThat(settleAll()).isZero();
        assertThat(state(referrer.id()).referral().friends()).isZero();
    }

    @Test
    public void of_who_drops_and_who_carries_out_at_once_one_does() {
        for (int i = 0; i < 10; i++) {
            Login referrer = engine.logIn(Guests.account(false), null);
            engine.logIn(Guests.account(false), Guests.invitation(referrer));
            FollowUp followUp = pendingFollowUps().getFirst().followUp();
            AtomicBoolean isDropped = new AtomicBoolean();

            Together.run(
                    2,
                    each -> {
                        if (each == 0) {
                            isDropped.set(drop(followUp, "p1").isPresent());
                        } else {
                            engine.settleFollowUps(FOLLOW_UPS_MAX);
                        }
                        return each;
                    });

            int friends = state(referrer.profile().id()).referral().friends();
            assertThat(friends).isEqualTo(isDropped.get() ? 0 : 1);
            assertThat(settleAll()).isLessThanOrEqualTo(1);
            assertThat(state(referrer.profile().id()).referral().friends()).isEqualTo(friends);
        }
    }

    private Optional<Dropped> drop(FollowUp followUp, String plan) {
        return new StuckFollowUps(engine)
                .drop(followUp, OperationId.own("plan:" + plan), new Actor.Operator("ada"));
    }

    @Test
    public void follow_ups_settled_by_many_at_once_are_carried_out_once() {
        Login referrer = engine.logIn(Guests.account(false), null);
        for (int i = 0; i < 2; i++) {
            Login friend = engine.logIn(Guests.account(false), Guests.invitation(referrer));
            engine.execute(friend.profile().id(), new Tap(50));
        }

        Together.run(10, _ -> settleAll());

        PlayerState state = state(referrer.profile().id());
        assertThat(state.referral().friends()).isEqualTo(2);
        assertThat(state.wallet().funz()).isEqualTo(2 * 5_000);
        assertThat(pendingFollowUps()).isEmpty();
    }

    @Test
    public void follow_ups_are_settled_in_portions() {
        Login referrer = engine.logIn(Guests.account(false), null);
        for (int i = 0; i < 5; i++) {
            engine.logIn(Guests.account(false), Guests.invitation(referrer));
        }

        assertThat(engine.settleFollowUps(2)).isEqualTo(2);
        assertThat(state(referrer.profile().id()).referral().friends()).isEqualTo(2);
        assertThat(engine.settleFollowUps(2)).isEqualTo(2);
        assertThat(engine.settleFollowUps(2)).isEqualTo(1);
        assertThat(engine.settleFollowUps(2)).isZero();
    }

    @Test
    public void another_engine_on_the_storage_goes_on_with_greater_ids() {
        Login login = engine.logIn(Guests.account(false), null);
        clock.advance(Duration.ofDays(-10));

        Login again = newEngine().logIn(login.profile().account(), null);

        assertThat(again.session()).isGreaterThan(login.session());
        assertThat(engine.operation(login.profile().id(), OperationId.own("create"))).isPresent();
    }

    private int settleAll() {
        return Guests.settleAll(engine);
    }

    private CommandEnvelope asJob(FollowUp followUp) {
        return new CommandEnvelope(
                followUp.player(),
                followUp.operationId(),
                clock.millis(),
                new Actor.Job("follow-up"),
                followUp.command());
    }
}
