package com.luckyfunatic.engine.referral;

import static com.luckyfunatic.engine.fixture.Players.FRIEND;
import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.referral.ReferralCommand.CountFriend;
import com.luckyfunatic.engine.referral.ReferralCommand.RewardReferral;
import com.luckyfunatic.engine.referral.ReferralEvent.FriendCounted;
import com.luckyfunatic.engine.referral.ReferralEvent.ReferralQualified;
import com.luckyfunatic.engine.referral.ReferralEvent.ReferralRewarded;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapState;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferralRulesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final long TODAY = Days.epochDay(Play.START);
    private static final Actor JOB = new Actor.Job("test");

    static Stream<Row> rows() {
        Command plain = new RewardReferral(FRIEND, false);
        Command premium = new RewardReferral(FRIEND, true);
        Decision limited = Row.refused(new ReferralRefusal.ReferralDailyLimitReached(50));
        return Stream.of(
                Row.of(
                        "a friend counts at once",
                        Players.fresh(),
                        new CountFriend(FRIEND),
                        Row.accepted(Result.Done.DONE, new FriendCounted(FRIEND))),
                Row.of("a friend who plays", Players.fresh(), plain, rewarded(5_000)),
                Row.of("a friend with Premium", Players.fresh(), premium, rewarded(25_000)),
                Row.of("the 50th of the day", paid(49, TODAY), plain, rewarded(5_000)),
                Row.of("the 51st of the day", paid(50, TODAY), plain, limited),
                Row.of("beyond a limit that was greater", paid(80, TODAY), premium, limited),
                Row.of("the first of the next day", paid(50, TODAY - 1), plain, rewarded(5_000)),
                Row.of(
                        "what does not fit below the cap is cut",
                        Players.fresh().wallet(Amounts.MAX - 4_999, 0),
                        plain,
                        rewarded(4_999, 1)));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decides(Row row) {
        row.check(CATALOG);
    }

    @ParameterizedTest
    @CsvSource({
        "49, 8, false, false",
        "50, 8, false, true",
        "51, 8, false, true",
        "50, , false, false",
        "50, 8, true, false"
    })
    void an_invited_player_qualifies_once_after_50_taps(
            long taps, @Nullable Long referrer, boolean qualified, boolean now) {
        PlayerId by = referrer == null ? null : new PlayerId(referrer);
        PlayerState state =
                Players.fresh()
                        .referral(new ReferralState(by, true, qualified, 0, 0, 0))
                        .state()
                        .change()
                        .tap(new TapState(taps, 0, Play.START, List.of()))
                        .done();

        assertThat(ReferralRules.newlyQualified(state, CATALOG))
                .isEqualTo(now && by != null ? new ReferralQualified(by, true) : null);
    }

    @Test
    void the_tap_that_makes_50_calls_for_the_reward_of_the_referrer() {
        Play play = Play.before(PLAYER, CATALOG).does(new CreatePlayer(FRIEND, true));
        play.does(new Tap(49));
        assertThat(play.state().referral().qualified()).isFalse();

        play.does(new Tap(1));
        assertThat(play.lastEvents()).endsWith(new ReferralQualified(FRIEND, true));
        assertThat(play.state().referral())
                .isEqualTo(new ReferralState(FRIEND, true, true, 0, 0, 0));

        play.does(new Tap(1));
        assertThat(play.lastEvents()).hasSize(1);
    }

    @Test
    void taps_that_were_cut_do_not_count() {
        Play play = Play.before(PLAYER, CATALOG).does(new CreatePlayer(FRIEND, false));
        play.does(new Tap(40)).does(new Tap(50)).after(Duration.ofHours(1));

        assertThat(play.state().tap().taps()).isEqualTo(60);
        assertThat(play.journal())
                .as("once, with the 60th")
                .filteredOn(
                        change -> change.events().contains(new ReferralQualified(FRIEND, false)))
                .hasSize(1);
    }

    @Test
    void events_call_for_commands_on_the_referrer_under_ids_that_repeat() {
        Play play = Play.before(PLAYER, CATALOG).does(new CreatePlayer(FRIEND, true));

        assertThat(play.lastEvents().getFirst().followUp(PLAYER))
                .isEqualTo(
                        new FollowUp(FRIEND, OperationId.own("friend:7"), new CountFriend(PLAYER)));
        assertThat(new ReferralQualified(FRIEND, true).followUp(PLAYER))
                .isEqualTo(
                        new FollowUp(
                                FRIEND,
                                OperationId.own("referral:7"),
                                new RewardReferral(PLAYER, true)));
        assertThat(new FriendCounted(FRIEND).followUp(PLAYER)).isNull();
        assertThat(Play.begin(CATALOG).lastEvents().getFirst().followUp(PLAYER)).isNull();
    }

    @Test
    void fifty_rewards_a_day_are_paid_earned_and_counted_from_midnight_on() {
        Play play = Play.begin(CATALOG);
        for (int i = 1; i <= 50; i++) {
            play.execute(new RewardReferral(new PlayerId(100 + i), false), JOB);
        }
        assertThat(play.state().wallet().funz()).isEqualTo(250_000);
        assertThat(play.state().wallet().funzEarned()).isEqualTo(250_000);
        assertThat(play.execute(new RewardReferral(new PlayerId(200), true), JOB).outcome())
                .isEqualTo(new Outcome.Refused(new ReferralRefusal.ReferralDailyLimitReached(50)));

        play.at(Play.START + Duration.ofHours(12).toMillis());
        play.execute(new RewardReferral(new PlayerId(200), true), JOB);
        assertThat(play.state().wallet().funz()).isEqualTo(275_000);
        assertThat(play.state().referral().paidOnDay()).isEqualTo(1);
    }

    @Test
    void friends_are_counted() {
        Play play = Play.begin(CATALOG);
        play.execute(new CountFriend(FRIEND), JOB);
        play.execute(new CountFriend(new PlayerId(9)), JOB);

        assertThat(play.state().referral().friends()).isEqualTo(2);
    }

    private static Decision rewarded(long funz) {
        return rewarded(funz, 0);
    }

    private static Decision rewarded(long funz, long cut) {
        return Row.accepted(Result.Done.DONE, new ReferralRewarded(FRIEND, funz, TODAY, cut));
    }

    private static Players paid(int times, long epochDay) {
        return Players.fresh().referral(new ReferralState(null, false, false, 0, times, epochDay));
    }
}
