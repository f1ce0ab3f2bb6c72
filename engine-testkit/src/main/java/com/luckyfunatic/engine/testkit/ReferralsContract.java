package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Login;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That an invitation binds for ever and pays once, on every storage. */
public abstract class ReferralsContract extends StorageContract {
    private static final long REWARD = 5_000;

    private GameEngine engine;

    /** Starts a game on the storage. */
    @BeforeEach
    public final void startEngine() {
        engine =
                GameEngine.builder(storage())
                        .clock(clock)
                        .random(new Random(1))
                        // Worker 0 makes the ids of the contract itself.
                        .worker(1)
                        .build(TestCatalogs.full());
    }

    @Test
    public void an_invited_player_counts_at_once_and_pays_after_enough_taps() {
        Login referrer = engine.logIn(Guests.account(false), null);
        Login friend = engine.logIn(Guests.account(false), Guests.invitation(referrer));
        PlayerId inviting = referrer.profile().id();
        Guests.settleAll(engine);
        assertThat(friend.profile().referrer()).isEqualTo(inviting);
        assertThat(state(inviting).referral().friends()).isEqualTo(1);
        assertThat(state(inviting).wallet().funz()).isZero();

        engine.execute(friend.profile().id(), new Tap(49));
        Guests.settleAll(engine);
        assertThat(state(inviting).wallet().funz()).isZero();
        engine.execute(friend.profile().id(), new Tap(1));
        assertThat(Guests.settleAll(engine)).isEqualTo(1);

        assertThat(state(inviting).wallet().funz()).isEqualTo(5_000);
        assertThat(state(inviting).wallet().funzEarned()).isEqualTo(5_000);
        assertThat(Guests.settleAll(engine)).isZero();
        assertThat(changes(inviting).getLast().actor()).isInstanceOf(Actor.Job.class);
    }

    @Test
    public void a_premium_friend_pays_more() {
        Login referrer = engine.logIn(Guests.account(false), null);
        Login friend =
                engine.logIn(
                        Guests.account(true),
                        Long.toString(referrer.profile().account().telegramId()));

        engine.execute(friend.profile().id(), new Tap(50));
        Guests.settleAll(engine);

        assertThat(state(referrer.profile().id()).wallet().funz()).isEqualTo(25_000);
    }

    @Test
    public void premium_counts_as_it_was_when_joining() {
        Login referrer = engine.logIn(Guests.account(false), null);
        TelegramAccount plain = Guests.account(false);
        Login friend = engine.logIn(plain, Guests.invitation(referrer));
        var premium =
                new TelegramAccount(
                        plain.telegramId(), "Now premium", null, null, null, true, null);
        engine.logIn(premium, null);

        engine.execute(friend.profile().id(), new Tap(50));
        Guests.settleAll(engine);

        assertThat(state(referrer.profile().id()).wallet().funz()).isEqualTo(5_000);
        assertThat(storage().directory().profile(friend.profile().id()).orElseThrow().account())
                .isEqualTo(premium);
    }

    @Test
    public void more_rewards_than_a_day_allows_are_not_paid() {
        Login referrer = engine.logIn(Guests.account(false), null);
        for (int i = 0; i < 3; i++) {
            Login friend = engine.logIn(Guests.account(false), Guests.invitation(referrer));
            engine.execute(friend.profile().id(), new Tap(50));
        }
        Guests.settleAll(engine);

        PlayerState state = state(referrer.profile().id());
        assertThat(state.referral().friends()).isEqualTo(3);
        assertThat(state.wallet().funz()).isEqualTo(2 * 5_000);
    }

    @Test
    public void nobody_invites_themselves_and_nobody_is_invited_late() {
        TelegramAccount account = Guests.account(false);
        Login referrer = engine.logIn(Guests.account(false), null);

        Login self = engine.logIn(account, Guests.invitation(account));
        Login late = engine.logIn(account, Guests.invitation(referrer));

        assertThat(self.isNew()).isTrue();
        assertThat(self.profile().referrer()).isNull();
        assertThat(late.profile().referrer()).isNull();
        assertThat(Guests.settleAll(engine)).isZero();
    }

    @Test
    public void an_invitation_by_somebody_unknown_binds_nobody() {
        Login login = engine.logIn(Guests.account(false), Guests.invitation(Guests.account(false)));

        assertThat(login.isNew()).isTrue();
        assertThat(login.profile().referrer()).isNull();
    }

    @Test
    public void who_invited_is_not_bound_by_the_link_of_whom_he_invited() {
        TelegramAccount account = Guests.account(false);
        Login first = engine.logIn(account, null);
        Login second = engine.logIn(Guests.account(false), Guests.invitation(first));

        Login again = engine.logIn(account, Guests.invitation(second));

        assertThat(again.profile().referrer()).isNull();
        engine.execute(first.profile().id(), new Tap(50));
        engine.execute(second.profile().id(), new Tap(50));
        Guests.settleAll(engine);
        assertThat(state(first.profile().id()).wallet().funz()).isEqualTo(50 + REWARD);
        assertThat(state(second.profile().id()).wallet().funz()).isEqualTo(50);
        assertThat(state(second.profile().id()).referral().friends()).isZero();
    }

    @Test
    public void a_friend_pays_only_who_invited_him_and_nobody_further_up() {
        Login first = engine.logIn(Guests.account(false), null);
        Login second = engine.logIn(Guests.account(false), Guests.invitation(first));
        Login third = engine.logIn(Guests.account(false), Guests.invitation(second));

        engine.execute(third.profile().id(), new Tap(50));
        Guests.settleAll(engine);

        assertThat(state(second.profile().id()).wallet().funz()).isEqualTo(REWARD);
        assertThat(state(first.profile().id()).wallet().funz()).isZero();
        assertThat(state(first.profile().id()).referral().friends()).isEqualTo(1);
    }

    @Test
    public void of_two_who_follow_the_link_of_each_other_at_once_one_at_most_is_bound() {
        for (int round = 0; round < 10; round++) {
            List<TelegramAccount> both = List.of(Guests.account(false), Guests.account(false));

            List<Login> logins =
                    Together.run(
                            2,
                            each ->
                                    engine.logIn(
                                            both.get(each), Guests.invitation(both.get(1 - each))));

            assertThat(logins.stream().filter(each -> each.profile().referrer() != null))
                    .hasSizeLessThanOrEqualTo(1);
            assertThat(Guests.settleAll(engine)).isLessThanOrEqualTo(1);
        }
    }
}
