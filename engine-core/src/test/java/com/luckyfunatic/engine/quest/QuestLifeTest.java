package com.luckyfunatic.engine.quest;

import static com.luckyfunatic.engine.fixture.Players.FRIEND;
import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static com.luckyfunatic.engine.fixture.TestCatalog.CHANNEL;
import static com.luckyfunatic.engine.fixture.TestCatalog.CHECK_IN;
import static com.luckyfunatic.engine.fixture.TestCatalog.COLLECTOR;
import static com.luckyfunatic.engine.fixture.TestCatalog.DAILY_LINK;
import static com.luckyfunatic.engine.fixture.TestCatalog.DAILY_TAPS;
import static com.luckyfunatic.engine.fixture.TestCatalog.EXCHANGE;
import static com.luckyfunatic.engine.fixture.TestCatalog.MINER;
import static com.luckyfunatic.engine.fixture.TestCatalog.NORTH;
import static com.luckyfunatic.engine.fixture.TestCatalog.TAPPER;
import static com.luckyfunatic.engine.fixture.TestCatalog.WEBSITE;
import static com.luckyfunatic.engine.fixture.TestCatalog.WELCOME;
import static com.luckyfunatic.engine.fixture.TestCatalog.funz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.bonus.BonusCommand.ClaimDailyBonus;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.connection.ConnectionCommand;
import com.luckyfunatic.engine.connection.ConnectionCommand.ChooseExchange;
import com.luckyfunatic.engine.connection.ConnectionCommand.ConnectTonWallet;
import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.quest.FriendsLadder.LevelStatus;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimNextFriendsLevel;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.quest.QuestCommand.CompleteDueQuest;
import com.luckyfunatic.engine.quest.QuestCommand.ConfirmExternal;
import com.luckyfunatic.engine.quest.QuestCommand.StartQuest;
import com.luckyfunatic.engine.quest.QuestEvent.QuestCompleted;
import com.luckyfunatic.engine.quest.QuestEvent.QuestStarted;
import com.luckyfunatic.engine.referral.ReferralCommand.CountFriend;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.session.SessionCommand.LogIn;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.wallet.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Quests from the beginning to the end, as a player goes through them. */
class QuestLifeTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final long MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final QuestId REGULAR = new QuestId("regular");
    private static final External NEWS =
            new External(ExternalKind.CHANNEL_JOINED, "lucky_funatic_news");

    /** What the list says of a quest, which is what is said of it alone. */
    private static QuestStatus status(Play play, QuestId quest) {
        QuestStatus listed =
                QuestRules.statuses(play.state(), play.context()).stream()
                        .filter(each -> each.id().equals(quest))
                        .findFirst()
                        .orElseThrow();
        assertThat(QuestRules.status(play.state(), quest, play.context())).isEqualTo(listed);
        return listed;
    }

    private static QuestStep step(Play play, QuestId quest) {
        return status(play, quest).step();
    }

    private static Refusal claimedBefore(QuestId quest) {
        return new QuestRefusal.QuestAlreadyClaimed(quest);
    }

    @Test
    void a_visit_goes_through_all_steps_and_pays_once() {
        Play play = Play.begin(CATALOG);
        assertThat(step(play, WEBSITE)).isEqualTo(QuestStep.NOT_STARTED);
        assertThat(status(play, WEBSITE).completesAtMillis()).isNull();
        play.does(new StartQuest(WEBSITE));
        assertThat(step(play, WEBSITE)).isEqualTo(QuestStep.STARTED);
        assertThat(status(play, WEBSITE).completesAtMillis()).isEqualTo(Play.START + 30_000);
        play.after(Duration.ofSeconds(30));
        assertThat(step(play, WEBSITE)).isEqualTo(QuestStep.COMPLETED);
        play.does(new CompleteDueQuest(WEBSITE));
        assertThat(step(play, WEBSITE)).isEqualTo(QuestStep.COMPLETED);
        play.does(new ClaimQuest(WEBSITE));
        assertThat(step(play, WEBSITE)).isEqualTo(QuestStep.CLAIMED);
        assertThat(play.state().wallet()).isEqualTo(new Wallet(200, 0, 200));
        assertThat(play.state().items().count(TestCatalog.TICKET)).isEqualTo(2);

        for (int day = 0; day < 3; day++) {
            assertThat(play.refusalOf(new ClaimQuest(WEBSITE))).isEqualTo(claimedBefore(WEBSITE));
            assertThat(play.refusalOf(new StartQuest(WEBSITE))).isEqualTo(claimedBefore(WEBSITE));
            play.after(Duration.ofDays(1));
        }
        assertThat(play.state().quests().started()).isEmpty();
        assertThat(play.state().quests().earned()).isEmpty();
    }

    @Test
    void starting_again_does_not_move_the_moment_of_completion() {
        Play play = Play.begin(CATALOG).does(new StartQuest(WEBSITE));
        play.after(Duration.ofSeconds(29)).does(new StartQuest(WEBSITE));

        play.after(Duration.ofSeconds(1)).does(new ClaimQuest(WEBSITE));

        assertThat(play.journal()).hasSize(3);
    }

    @Test
    void a_visit_is_scheduled_on_the_player_himself() {
        QuestStarted started = new QuestStarted(WEBSITE, 5, 0, 30_005);

        assertThat(started.followUp(PLAYER))
                .isEqualTo(
                        new FollowUp(
                                PLAYER,
                                OperationId.own("quest:website:5"),
                                new CompleteDueQuest(WEBSITE),
                                30_005));
        assertThat(new QuestStarted(TAPPER, 5, 0, 0).followUp(PLAYER)).isNull();
    }

    @Test
    void the_longest_name_fits_the_operation_of_the_schedule() {
        QuestId longest = new QuestId("q".repeat(QuestId.LENGTH_MAX));

        assertThat(new QuestStarted(longest, Amounts.MAX, 0, Amounts.MAX).followUp(PLAYER))
                .isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QuestId("q".repeat(QuestId.LENGTH_MAX + 1)))
                .withMessageContaining("1 to 40 characters");
    }

    @Test
    void a_daily_quest_is_claimed_until_the_last_millisecond_of_a_day_and_again_in_the_first() {
        Play play = Play.begin(CATALOG).at(MIDNIGHT - 1).does(new ClaimQuest(CHECK_IN));
        assertThat(play.refusalOf(new ClaimQuest(CHECK_IN))).isEqualTo(claimedBefore(CHECK_IN));

        play.at(MIDNIGHT).does(new ClaimQuest(CHECK_IN));
        assertThat(play.refusalOf(new ClaimQuest(CHECK_IN))).isEqualTo(claimedBefore(CHECK_IN));
        play.at(MIDNIGHT + Duration.ofDays(1).toMillis() - 1);
        assertThat(play.refusalOf(new ClaimQuest(CHECK_IN))).isEqualTo(claimedBefore(CHECK_IN));

        assertThat(play.state().wallet().funz()).isEqualTo(20);
        assertThat(play.state().quests().claimed())
                .containsExactly(new ClaimedQuest(CHECK_IN, Days.epochDay(MIDNIGHT)));
    }

    @Test
    void a_clock_that_goes_back_over_midnight_brings_no_second_day() {
        Play play = Play.begin(CATALOG).at(MIDNIGHT).does(new ClaimQuest(CHECK_IN));

        play.at(MIDNIGHT - 1);

        assertThat(play.refusalOf(new ClaimQuest(CHECK_IN))).isEqualTo(claimedBefore(CHECK_IN));
        assertThat(step(play, CHECK_IN)).isEqualTo(QuestStep.CLAIMED);
    }

    @Test
    void a_clock_that_goes_back_completes_no_visit_early() {
        Play play = Play.begin(CATALOG).after(Duration.ofHours(1)).does(new StartQuest(WEBSITE));

        play.after(Duration.ofMinutes(-30)).does(new CompleteDueQuest(WEBSITE));
        assertThat(play.refusalOf(new ClaimQuest(WEBSITE)))
                .isEqualTo(new QuestRefusal.QuestNotCompleted(WEBSITE, QuestStep.STARTED));
        play.at(Play.START + 3_600_000 + 30_000).does(new ClaimQuest(WEBSITE));
    }

    @Test
    void a_daily_visit_does_not_outlast_its_day() {
        Play play = Play.begin(CATALOG).at(MIDNIGHT - 10_001).does(new StartQuest(DAILY_LINK));
        play.at(MIDNIGHT - 1).does(new CompleteDueQuest(DAILY_LINK));
        assertThat(step(play, DAILY_LINK)).isEqualTo(QuestStep.COMPLETED);

        play.at(MIDNIGHT);

        assertThat(step(play, DAILY_LINK)).isEqualTo(QuestStep.NOT_STARTED);
        assertThat(play.refusalOf(new ClaimQuest(DAILY_LINK)))
                .isEqualTo(new QuestRefusal.QuestNotCompleted(DAILY_LINK, QuestStep.NOT_STARTED));
        play.does(new StartQuest(DAILY_LINK)).after(Duration.ofSeconds(10));
        play.does(new ClaimQuest(DAILY_LINK));
    }

    @Test
    void a_daily_visit_that_would_end_on_the_next_day_promises_nothing() {
        Play play = Play.begin(CATALOG).at(MIDNIGHT - 10_000).does(new StartQuest(DAILY_LINK));

        assertThat(status(play, DAILY_LINK).completesAtMillis()).isNull();
        play.at(MIDNIGHT).does(new CompleteDueQuest(DAILY_LINK));
        assertThat(step(play, DAILY_LINK)).isEqualTo(QuestStep.NOT_STARTED);

        play.does(new StartQuest(DAILY_LINK));
        assertThat(status(play, DAILY_LINK).completesAtMillis()).isEqualTo(MIDNIGHT + 10_000);
    }

    @Test
    void daily_taps_count_from_the_start_of_the_day() {
        Play play = Play.begin(CATALOG).does(new Tap(30)).does(new StartQuest(DAILY_TAPS));
        play.does(new Tap(30));
        assertThat(status(play, DAILY_TAPS).progress()).isEqualTo(30);
        assertThat(play.refusalOf(new ClaimQuest(DAILY_TAPS)))
                .isEqualTo(new QuestRefusal.QuestNotCompleted(DAILY_TAPS, QuestStep.STARTED));
        play.after(Duration.ofSeconds(10)).does(new Tap(10)).does(new ClaimQuest(DAILY_TAPS));

        play.after(Duration.ofDays(1));

        assertThat(status(play, DAILY_TAPS).progress()).isZero();
        assertThat(step(play, DAILY_TAPS)).isEqualTo(QuestStep.NOT_STARTED);
    }

    @Test
    void only_the_funz_of_a_daily_quest_are_soft() {
        Play play = Play.begin(CATALOG).does(new ClaimQuest(CHECK_IN));
        assertThat(play.journal().getLast().durability()).isEqualTo(Durability.SOFT);
        play.does(new ClaimQuest(WELCOME));
        assertThat(play.journal().getLast().durability()).isEqualTo(Durability.HARD);
        play.does(new StartQuest(DAILY_TAPS)).does(new Tap(40)).does(new ClaimQuest(DAILY_TAPS));
        assertThat(play.journal().getLast().durability())
                .as("an item comes with it")
                .isEqualTo(Durability.HARD);
    }

    @Test
    void a_quest_withdrawn_from_the_catalog_keeps_what_was_earned() {
        Play play = Play.begin(CATALOG).does(new StartQuest(WEBSITE)).after(Duration.ofMinutes(1));
        play.does(new CompleteDueQuest(WEBSITE));

        play.use(TestCatalog.standard().without(WEBSITE).build()).after(Duration.ofDays(100));

        QuestStatus waiting = status(play, WEBSITE);
        assertThat(waiting.definition()).isNull();
        assertThat(waiting.isActive()).isFalse();
        assertThat(waiting.step()).isEqualTo(QuestStep.COMPLETED);
        assertThat(waiting.reward().funz()).isEqualTo(200);
        play.does(new ClaimQuest(WEBSITE));
        assertThat(play.state().wallet().funz()).isEqualTo(200);
        assertThat(play.refusalOf(new ClaimQuest(WEBSITE))).isEqualTo(claimedBefore(WEBSITE));
        play.use(CATALOG);
        assertThat(play.refusalOf(new ClaimQuest(WEBSITE))).isEqualTo(claimedBefore(WEBSITE));
    }

    @Test
    void what_a_login_finds_complete_is_recorded_with_its_reward() {
        Play play = Play.begin(CATALOG);
        for (int i = 0; i < 10; i++) {
            play.does(new Tap(50)).after(Duration.ofSeconds(10));
        }
        assertThat(play.state().quests().earned()).as("taps look for nothing").isEmpty();

        play.does(new LogIn(1));

        assertThat(play.lastEvents()).endsWith(new QuestCompleted(TAPPER, 0, funz(300)));
        play.use(TestCatalog.standard().without(TAPPER).build()).does(new ClaimQuest(TAPPER));
        assertThat(play.state().wallet().funz()).isEqualTo(800);
    }

    @Test
    void a_streak_that_was_reached_is_not_lost_by_a_day_that_is_missed() {
        QuestGoal threeDays = new QuestGoal.Reach(QuestCounter.STREAK, 3);
        Play play =
                Play.begin(
                        TestCatalog.standard()
                                .quest(TestCatalog.quest(REGULAR, threeDays, false, funz(70)))
                                .build());
        play.at(MIDNIGHT).does(new ClaimDailyBonus());
        play.after(Duration.ofDays(1)).does(new ClaimDailyBonus());
        assertThat(status(play, REGULAR).progress()).isEqualTo(2);
        assertThat(play.after(Duration.ofDays(2)).refusalOf(new ClaimQuest(REGULAR)))
                .isInstanceOf(QuestRefusal.QuestNotCompleted.class);
        assertThat(status(play, REGULAR).progress()).as("a day was missed").isZero();

        for (int day = 1; day <= 3; day++) {
            play.does(new ClaimDailyBonus());
            assertThat(status(play, REGULAR).progress()).isEqualTo(day);
            play.after(Duration.ofDays(1));
        }
        play.after(Duration.ofDays(5));

        assertThat(step(play, REGULAR)).isEqualTo(QuestStep.COMPLETED);
        long before = play.state().wallet().funz();
        play.does(new ClaimQuest(REGULAR));
        assertThat(play.state().wallet().funz()).isEqualTo(before + 70);
    }

    @Test
    void another_reward_in_the_content_changes_nothing_of_what_was_earned() {
        Play play = Play.begin(CATALOG).does(new StartQuest(WEBSITE)).after(Duration.ofMinutes(1));
        play.does(new CompleteDueQuest(WEBSITE));
        QuestGoal goal = new QuestGoal.Visit(Duration.ofDays(9));
        play.use(
                TestCatalog.standard()
                        .quest(TestCatalog.quest(WEBSITE, goal, false, funz(7)))
                        .build());

        assertThat(status(play, WEBSITE).reward().funz()).isEqualTo(200);
        play.does(new ClaimQuest(WEBSITE));
        assertThat(play.state().wallet().funz()).isEqualTo(200);
    }

    @Test
    void a_quest_that_becomes_daily_or_ceases_to_be_is_not_paid_twice_for_a_day() {
        Reward reward = funz(10);
        Catalog once =
                TestCatalog.standard()
                        .quest(TestCatalog.quest(CHECK_IN, new QuestGoal.Instant(), false, reward))
                        .build();
        Play play = Play.begin(CATALOG).does(new ClaimQuest(CHECK_IN)).use(once);
        assertThat(play.after(Duration.ofDays(1)).refusalOf(new ClaimQuest(CHECK_IN)))
                .isEqualTo(claimedBefore(CHECK_IN));
        play.use(CATALOG).does(new ClaimQuest(CHECK_IN)).use(once).use(CATALOG);
        assertThat(play.refusalOf(new ClaimQuest(CHECK_IN))).isEqualTo(claimedBefore(CHECK_IN));
    }

    @Test
    void what_is_confirmed_completes_the_quest_at_once() {
        Play play = Play.begin(CATALOG).does(new StartQuest(CHANNEL));
        assertThat(step(play, CHANNEL)).isEqualTo(QuestStep.STARTED);

        play.does(new ConfirmExternal(NEWS));

        assertThat(play.lastEvents()).endsWith(new QuestCompleted(CHANNEL, 0, funz(1_000)));
        assertThat(play.journal().getLast().durability()).isEqualTo(Durability.HARD);
        play.does(new ClaimQuest(CHANNEL));
        assertThat(play.state().wallet().funz()).isEqualTo(1_000);
    }

    @Test
    void a_confirmation_is_awaited_only_while_it_would_help() {
        Play play = Play.begin(CATALOG);
        assertThat(awaited(play, CHANNEL)).isEqualTo(NEWS);
        assertThat(awaited(play, WEBSITE)).as("one that nobody confirms").isNull();
        assertThat(awaited(play, new QuestId("nope"))).isNull();

        play.does(new StartQuest(CHANNEL));
        assertThat(awaited(play, CHANNEL)).isEqualTo(NEWS);

        play.does(new ConfirmExternal(NEWS));
        assertThat(awaited(play, CHANNEL)).as("once it is complete").isNull();
        play.does(new ClaimQuest(CHANNEL));
        assertThat(awaited(play, CHANNEL)).as("once it is claimed").isNull();
    }

    private static @Nullable External awaited(Play play, QuestId quest) {
        return QuestRules.awaited(play.state(), quest, play.context());
    }

    @Test
    void a_wallet_that_is_connected_completes_its_quest_at_once() {
        connecting_completes(
                ExternalKind.WALLET_CONNECTED,
                new ConnectTonWallet(
                        new TonAddress("0:" + "a".repeat(64)),
                        Players.PLAYER,
                        Play.START,
                        Play.START,
                        Play.START + 1_000));
    }

    @Test
    void an_exchange_that_is_chosen_completes_its_quest_at_once() {
        connecting_completes(ExternalKind.EXCHANGE_CHOSEN, new ChooseExchange(NORTH));
    }

    /** Nobody has to confirm what the game knows by itself. */
    private static void connecting_completes(ExternalKind kind, ConnectionCommand command) {
        QuestGoal goal = new QuestGoal.Confirm(kind, "");
        Catalog catalog =
                TestCatalog.standard()
                        .quest(TestCatalog.quest(CHANNEL, goal, false, funz(1_000)))
                        .build();
        Play play = Play.begin(catalog);
        assertThat(play.refusalOf(new ClaimQuest(CHANNEL)))
                .isEqualTo(new QuestRefusal.QuestNotCompleted(CHANNEL, QuestStep.NOT_STARTED));

        play.does(command);

        assertThat(play.lastEvents()).endsWith(new QuestCompleted(CHANNEL, 0, funz(1_000)));
        play.does(new ClaimQuest(CHANNEL));
        assertThat(play.state().wallet().funz()).isEqualTo(1_000);

        Play late = Play.begin(TestCatalog.standard().without(CHANNEL).build()).does(command);
        late.use(catalog).does(new ClaimQuest(CHANNEL));
    }

    @Test
    void what_is_confirmed_before_the_quest_exists_counts() {
        Play play = Play.begin(TestCatalog.standard().without(CHANNEL).build());
        play.does(new ConfirmExternal(NEWS)).does(new ConfirmExternal(NEWS));
        assertThat(play.journal()).hasSize(2);

        play.use(CATALOG).does(new ClaimQuest(CHANNEL));
    }

    @ParameterizedTest
    @EnumSource
    void something_outside_has_a_target_if_its_kind_has_several(ExternalKind kind) {
        String right = kind.hasTarget() ? "somewhere" : "";
        String wrong = kind.hasTarget() ? "" : "somewhere";

        assertThat(new External(kind, right).target()).isEqualTo(right);
        assertThatIllegalArgumentException().isThrownBy(() -> new External(kind, wrong));
    }

    @Test
    void a_quest_waits_for_another_and_is_recorded_when_its_condition_is_met() {
        Play play = Play.from(CATALOG, Players.rich().rank(2)).does(new ClaimQuest(WELCOME));
        play.does(new BuyCardLevel(MINER, null));
        assertThat(status(play, COLLECTOR).progress()).isEqualTo(1);

        play.does(new BuyCardLevel(EXCHANGE, null));

        assertThat(play.lastEvents())
                .contains(new QuestCompleted(COLLECTOR, 0, new Reward(0, 2, List.of())));
    }

    @Test
    void a_condition_by_quest_is_met_by_the_claim() {
        Play play = Play.from(CATALOG, Players.rich().rank(2));
        assertThat(status(play, COLLECTOR).missing())
                .containsExactly(new Requirement.FinishQuest(WELCOME));

        play.does(new ClaimQuest(WELCOME));

        assertThat(status(play, COLLECTOR).missing()).isEmpty();
    }

    @Test
    void the_ladder_of_friends_is_climbed_step_by_step() {
        Play play = Play.begin(CATALOG);
        for (int i = 0; i < 4; i++) {
            play.does(new CountFriend(FRIEND));
        }
        assertThat(steps(play))
                .containsExactly(QuestStep.COMPLETED, QuestStep.STARTED, QuestStep.NOT_STARTED);
        play.does(new ClaimNextFriendsLevel());
        assertThat(steps(play))
                .containsExactly(QuestStep.CLAIMED, QuestStep.COMPLETED, QuestStep.NOT_STARTED);
        play.does(new ClaimNextFriendsLevel());
        assertThat(play.refusalOf(new ClaimNextFriendsLevel()))
                .isInstanceOf(QuestRefusal.QuestRequirementsNotMet.class);
        assertThat(play.state().wallet().funz()).isEqualTo(200);
        assertThat(play.journal().getLast().durability()).isEqualTo(Durability.HARD);
    }

    private static List<QuestStep> steps(Play play) {
        return FriendsLadder.statuses(play.state(), play.catalog()).stream()
                .map(LevelStatus::step)
                .toList();
    }

    @Test
    void claims_raise_ranks() {
        Catalog rich =
                TestCatalog.standard()
                        .quest(
                                TestCatalog.quest(
                                        WELCOME, new QuestGoal.Instant(), false, funz(5_000)))
                        .build();
        Play play = Play.begin(rich).does(new ClaimQuest(WELCOME));

        assertThat(play.state().rank().rank()).isEqualTo(2);
    }
}
