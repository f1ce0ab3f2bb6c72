package com.luckyfunatic.engine.quest;

import static com.luckyfunatic.engine.fixture.TestCatalog.CHANNEL;
import static com.luckyfunatic.engine.fixture.TestCatalog.COLLECTOR;
import static com.luckyfunatic.engine.fixture.TestCatalog.DAILY_LINK;
import static com.luckyfunatic.engine.fixture.TestCatalog.DAILY_TAPS;
import static com.luckyfunatic.engine.fixture.TestCatalog.HAPPY_HOUR;
import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestCatalog.TAPPER;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static com.luckyfunatic.engine.fixture.TestCatalog.WEBSITE;
import static com.luckyfunatic.engine.fixture.TestCatalog.WELCOME;
import static com.luckyfunatic.engine.fixture.TestCatalog.funz;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimNextFriendsLevel;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.quest.QuestCommand.CompleteDueQuest;
import com.luckyfunatic.engine.quest.QuestCommand.ConfirmExternal;
import com.luckyfunatic.engine.quest.QuestCommand.StartQuest;
import com.luckyfunatic.engine.quest.QuestEvent.ExternalConfirmed;
import com.luckyfunatic.engine.quest.QuestEvent.FriendsLevelClaimed;
import com.luckyfunatic.engine.quest.QuestEvent.QuestClaimed;
import com.luckyfunatic.engine.quest.QuestEvent.QuestCompleted;
import com.luckyfunatic.engine.quest.QuestEvent.QuestStarted;
import com.luckyfunatic.engine.quest.QuestResult.FriendsLevelPaid;
import com.luckyfunatic.engine.quest.QuestResult.QuestPaid;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.tap.TapState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestRulesTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final QuestId NOTHING = new QuestId("nothing");
    private static final long TODAY = Days.epochDay(Play.START);
    private static final long HOUR = 3_600_000;
    private static final External NEWS =
            new External(ExternalKind.CHANNEL_JOINED, "lucky_funatic_news");
    private static final Decision UNCHANGED = Row.accepted(Result.Done.DONE);

    static Stream<Row> starts() {
        return Stream.of(
                Row.of(
                        "unknown",
                        Players.fresh(),
                        new StartQuest(NOTHING),
                        Row.refused(new QuestRefusal.UnknownQuest(NOTHING))),
                Row.of(
                        "claimed for good",
                        claimed(Players.fresh(), WEBSITE, TODAY - 100),
                        new StartQuest(WEBSITE),
                        Row.refused(new QuestRefusal.QuestAlreadyClaimed(WEBSITE))),
                Row.of(
                        "claimed for today",
                        claimed(Players.fresh(), DAILY_LINK, TODAY),
                        new StartQuest(DAILY_LINK),
                        Row.refused(new QuestRefusal.QuestAlreadyClaimed(DAILY_LINK))),
                Row.of(
                        "not yet on offer",
                        Players.fresh(),
                        new StartQuest(HAPPY_HOUR),
                        Row.refused(new QuestRefusal.QuestNotAvailable(HAPPY_HOUR))),
                Row.of(
                        "conditions are not met",
                        Players.fresh(),
                        new StartQuest(COLLECTOR),
                        Row.refused(
                                new QuestRefusal.QuestRequirementsNotMet(
                                        List.of(
                                                new Requirement.FinishQuest(WELCOME),
                                                new Requirement.ReachRank(2))))),
                Row.of(
                        "a visit is due after its delay",
                        Players.fresh(),
                        new StartQuest(WEBSITE),
                        starts(WEBSITE, 0, Play.START + 30_000)),
                Row.of(
                        "started before",
                        started(Players.fresh(), WEBSITE, Play.START - 10, 0),
                        new StartQuest(WEBSITE),
                        UNCHANGED),
                Row.of(
                        "complete already",
                        started(Players.fresh(), WEBSITE, Play.START - 30_000, 0),
                        new StartQuest(WEBSITE),
                        UNCHANGED),
                Row.of(
                        "what can be claimed at once need not be started",
                        Players.fresh(),
                        new StartQuest(WELCOME),
                        UNCHANGED),
                Row.of(
                        "a condition counts the whole life",
                        taps(Players.fresh(), 77),
                        new StartQuest(TAPPER),
                        starts(TAPPER, 0, 0)),
                Row.of(
                        "a daily condition counts from now on",
                        taps(Players.fresh(), 77),
                        new StartQuest(DAILY_TAPS),
                        starts(DAILY_TAPS, 77, 0)),
                Row.of(
                        "a daily quest started yesterday starts anew",
                        started(
                                claimed(Players.fresh(), DAILY_TAPS, TODAY - 1),
                                DAILY_TAPS,
                                Play.START - 12 * HOUR - 1,
                                5),
                        new StartQuest(DAILY_TAPS),
                        starts(DAILY_TAPS, 0, 0)),
                Row.of(
                        "one that somebody confirms",
                        Players.fresh(),
                        new StartQuest(CHANNEL),
                        starts(CHANNEL, 0, 0)));
    }

    static Stream<Row> claims() {
        return Stream.of(
                Row.of(
                        "unknown",
                        Players.fresh(),
                        new ClaimQuest(NOTHING),
                        Row.refused(new QuestRefusal.UnknownQuest(NOTHING))),
                Row.of(
                        "withdrawn and claimed before",
                        claimed(Players.fresh(), NOTHING, TODAY),
                        new ClaimQuest(NOTHING),
                        Row.refused(new QuestRefusal.QuestAlreadyClaimed(NOTHING))),
                Row.of(
                        "withdrawn, with a reward that waits",
                        earned(Players.fresh(), NOTHING, 0, funz(9)),
                        new ClaimQuest(NOTHING),
                        paid(NOTHING, false, 9, 0, List.of())),
                Row.of(
                        "withdrawn, with a reward of a day that is over",
                        earned(Players.fresh(), NOTHING, TODAY - 1, funz(9)),
                        new ClaimQuest(NOTHING),
                        Row.refused(new QuestRefusal.UnknownQuest(NOTHING))),
                Row.of(
                        "claimed for good, although it is complete",
                        claimed(taps(Players.fresh(), 500), TAPPER, TODAY - 9),
                        new ClaimQuest(TAPPER),
                        Row.refused(new QuestRefusal.QuestAlreadyClaimed(TAPPER))),
                Row.of(
                        "earned before conditions and offer have changed",
                        earned(Players.fresh(), COLLECTOR, 0, funz(8)),
                        new ClaimQuest(COLLECTOR),
                        paid(COLLECTOR, false, 8, 0, List.of())),
                Row.at(
                        2 * HOUR,
                        "on offer no more",
                        Players.fresh(),
                        new ClaimQuest(HAPPY_HOUR),
                        Row.refused(new QuestRefusal.QuestNotAvailable(HAPPY_HOUR))),
                Row.at(
                        2 * HOUR - 1,
                        "on offer for another millisecond",
                        Players.fresh(),
                        new ClaimQuest(HAPPY_HOUR),
                        paid(HAPPY_HOUR, false, 5, 0, List.of())),
                Row.of(
                        "conditions are not met",
                        claimed(Players.fresh(), WELCOME, TODAY),
                        new ClaimQuest(COLLECTOR),
                        Row.refused(
                                new QuestRefusal.QuestRequirementsNotMet(
                                        List.of(new Requirement.ReachRank(2))))),
                Row.of(
                        "not started",
                        Players.fresh(),
                        new ClaimQuest(WEBSITE),
                        Row.refused(
                                new QuestRefusal.QuestNotCompleted(
                                        WEBSITE, QuestStep.NOT_STARTED))),
                Row.at(
                        29_999,
                        "a visit a millisecond too short",
                        started(Players.fresh(), WEBSITE, Play.START, 0),
                        new ClaimQuest(WEBSITE),
                        Row.refused(
                                new QuestRefusal.QuestNotCompleted(WEBSITE, QuestStep.STARTED))),
                Row.at(
                        30_000,
                        "a visit just long enough",
                        started(Players.fresh(), WEBSITE, Play.START, 0),
                        new ClaimQuest(WEBSITE),
                        paid(WEBSITE, false, 200, 0, List.of(new ItemStack(TICKET, 2)))),
                Row.of(
                        "at once",
                        Players.fresh(),
                        new ClaimQuest(WELCOME),
                        paid(WELCOME, false, 100, 1, List.of())),
                Row.of(
                        "one tap too few",
                        taps(Players.fresh(), 499),
                        new ClaimQuest(TAPPER),
                        Row.refused(
                                new QuestRefusal.QuestNotCompleted(TAPPER, QuestStep.NOT_STARTED))),
                Row.of(
                        "as many taps as asked for, never started",
                        taps(Players.fresh(), 500),
                        new ClaimQuest(TAPPER),
                        paid(TAPPER, false, 300, 0, List.of())),
                Row.of(
                        "the taps of another day do not count",
                        started(taps(Players.fresh(), 99), DAILY_TAPS, Play.START, 60),
                        new ClaimQuest(DAILY_TAPS),
                        Row.refused(
                                new QuestRefusal.QuestNotCompleted(DAILY_TAPS, QuestStep.STARTED))),
                Row.of(
                        "the taps since the start of today",
                        started(taps(Players.fresh(), 100), DAILY_TAPS, Play.START, 60),
                        new ClaimQuest(DAILY_TAPS),
                        paid(DAILY_TAPS, true, 30, 0, List.of(new ItemStack(SHARD, 1)))),
                Row.of(
                        "what was confirmed elsewhere",
                        confirmed(Players.fresh()),
                        new ClaimQuest(CHANNEL),
                        paid(CHANNEL, false, 1_000, 0, List.of())),
                Row.of(
                        "what does not fit is cut",
                        started(
                                Players.fresh().wallet(Amounts.MAX - 5, 0).item(TICKET, 4),
                                WEBSITE,
                                Play.START - 30_000,
                                0),
                        new ClaimQuest(WEBSITE),
                        Row.accepted(
                                new QuestPaid(WEBSITE, 5, 0, List.of(new ItemStack(TICKET, 1))),
                                new QuestClaimed(
                                        WEBSITE,
                                        false,
                                        TODAY,
                                        5,
                                        0,
                                        List.of(new ItemStack(TICKET, 1)),
                                        195,
                                        0,
                                        List.of(new ItemStack(TICKET, 1))))),
                Row.of(
                        "more than a later content allows is left as it is",
                        earned(
                                Players.fresh().wallet(0, Amounts.MAX).item(TICKET, 6),
                                NOTHING,
                                0,
                                new Reward(0, 1, List.of(new ItemStack(TICKET, 1)))),
                        new ClaimQuest(NOTHING),
                        Row.accepted(
                                new QuestPaid(NOTHING, 0, 0, List.of()),
                                new QuestClaimed(
                                        NOTHING,
                                        false,
                                        TODAY,
                                        0,
                                        0,
                                        List.of(),
                                        0,
                                        1,
                                        List.of(new ItemStack(TICKET, 1))))));
    }

    static Stream<Row> friends() {
        return Stream.of(
                Row.of(
                        "no friend",
                        Players.fresh(),
                        new ClaimNextFriendsLevel(),
                        Row.refused(
                                new QuestRefusal.QuestRequirementsNotMet(
                                        List.of(new Requirement.InviteFriends(1))))),
                Row.of(
                        "the first level comes first, whatever is reached",
                        Players.fresh().friends(4),
                        new ClaimNextFriendsLevel(),
                        levelPaid(1, 50, 0)),
                Row.of(
                        "the next one after it",
                        ladder(Players.fresh().friends(4), 1),
                        new ClaimNextFriendsLevel(),
                        levelPaid(3, 150, 0)),
                Row.of(
                        "the one after that is not reached",
                        ladder(Players.fresh().friends(4), 3),
                        new ClaimNextFriendsLevel(),
                        Row.refused(
                                new QuestRefusal.QuestRequirementsNotMet(
                                        List.of(new Requirement.InviteFriends(5))))),
                Row.of(
                        "cut at the cap",
                        ladder(Players.fresh().wallet(Amounts.MAX - 1, 0).friends(5), 3),
                        new ClaimNextFriendsLevel(),
                        levelPaid(5, 1, 249)),
                Row.of(
                        "none left",
                        ladder(Players.fresh().friends(100), 5),
                        new ClaimNextFriendsLevel(),
                        Row.refused(new QuestRefusal.NoFriendsLevelLeft(5))));
    }

    static Stream<Row> jobs() {
        return Stream.of(
                Row.of(
                        "withdrawn meanwhile",
                        started(Players.fresh(), NOTHING, Play.START - HOUR, 0),
                        new CompleteDueQuest(NOTHING),
                        UNCHANGED),
                Row.at(
                        29_999,
                        "the condition is checked again: not yet",
                        started(Players.fresh(), WEBSITE, Play.START, 0),
                        new CompleteDueQuest(WEBSITE),
                        UNCHANGED),
                Row.at(
                        30_000,
                        "due",
                        started(Players.fresh(), WEBSITE, Play.START, 0),
                        new CompleteDueQuest(WEBSITE),
                        Row.accepted(
                                Result.Done.DONE,
                                new QuestCompleted(
                                        WEBSITE,
                                        0,
                                        new Reward(200, 0, List.of(new ItemStack(TICKET, 2)))))),
                Row.at(
                        30_000,
                        "a daily one can be claimed on its day",
                        started(Players.fresh(), DAILY_LINK, Play.START, 0),
                        new CompleteDueQuest(DAILY_LINK),
                        Row.accepted(
                                Result.Done.DONE, new QuestCompleted(DAILY_LINK, TODAY, funz(20)))),
                Row.at(
                        30_000,
                        "complete before",
                        earned(Players.fresh(), WEBSITE, 0, funz(1)),
                        new CompleteDueQuest(WEBSITE),
                        UNCHANGED),
                Row.at(
                        30_000,
                        "claimed before",
                        claimed(Players.fresh(), WEBSITE, TODAY),
                        new CompleteDueQuest(WEBSITE),
                        UNCHANGED),
                Row.of(
                        "something is confirmed",
                        Players.fresh(),
                        new ConfirmExternal(NEWS),
                        Row.accepted(Result.Done.DONE, new ExternalConfirmed(NEWS))),
                Row.of(
                        "it was confirmed before",
                        confirmed(Players.fresh()),
                        new ConfirmExternal(NEWS),
                        UNCHANGED));
    }

    @ParameterizedTest
    @MethodSource({"starts", "claims", "friends", "jobs"})
    void decides(Row row) {
        row.check(CATALOG);
    }

    private static Decision starts(QuestId quest, long base, long dueAt) {
        return Row.accepted(Result.Done.DONE, new QuestStarted(quest, Play.START, base, dueAt));
    }

    private static Decision paid(
            QuestId quest, boolean daily, long funz, long jokers, List<ItemStack> items) {
        return Row.accepted(
                new QuestPaid(quest, funz, jokers, items),
                new QuestClaimed(quest, daily, TODAY, funz, jokers, items, 0, 0, List.of()));
    }

    private static Decision levelPaid(int friends, long funz, long cut) {
        return Row.accepted(
                new FriendsLevelPaid(friends, funz, 0, List.of()),
                new FriendsLevelClaimed(friends, funz, 0, List.of(), cut, 0, List.of()));
    }

    private static QuestState quests(Players player) {
        return player.state().quests();
    }

    private static Players started(Players player, QuestId quest, long atMillis, long base) {
        return player.quests(quests(player).with(new StartedQuest(quest, atMillis, base)));
    }

    private static Players earned(Players player, QuestId quest, long onDay, Reward reward) {
        return player.quests(quests(player).with(new EarnedQuest(quest, onDay, reward)));
    }

    private static Players claimed(Players player, QuestId quest, long day) {
        return player.quests(quests(player).with(new ClaimedQuest(quest, day)));
    }

    private static Players confirmed(Players player) {
        return player.quests(quests(player).with(NEWS));
    }

    private static Players ladder(Players player, int friendsClaimed) {
        return player.quests(quests(player).withFriendsClaimed(friendsClaimed));
    }

    private static Players taps(Players player, long taps) {
        PlayerState state = player.state();
        return Players.of(
                state.change().tap(new TapState(taps, 60_000, Play.START, List.of())).done());
    }

    @Test
    void quests_that_are_stored_without_a_list_are_none() {
        PlayerState state = Players.fresh().state();

        assertThat(
                        new PlayerState(
                                        state.id(),
                                        state.sequence(),
                                        state.changedAtMillis(),
                                        state.wallet(),
                                        state.tap(),
                                        state.energy(),
                                        state.income(),
                                        state.boosters(),
                                        state.frenzy(),
                                        state.cards(),
                                        state.stories(),
                                        state.forge(),
                                        state.items(),
                                        state.rank(),
                                        state.referral(),
                                        state.session(),
                                        null)
                                .quests())
                .isEqualTo(QuestState.NONE);
    }
}
