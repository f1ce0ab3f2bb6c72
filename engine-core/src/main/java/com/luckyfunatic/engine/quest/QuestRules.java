package com.luckyfunatic.engine.quest;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.requirement.Requirements;
import com.luckyfunatic.engine.reward.Payment;
import com.luckyfunatic.engine.reward.Reward;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of quests. Pure.
 *
 * <p>Whether a quest is complete is derived whenever somebody asks ({@link QuestSteps}). It is
 * recorded, with its reward, on occasion: so that content which withdraws the quest does not take
 * what was earned.
 */
public final class QuestRules {
    private QuestRules() {}

    /** Decides a command on quests. */
    public static Decision decide(PlayerState state, QuestCommand command, RuleContext context) {
        return switch (command) {
            case QuestCommand.StartQuest(var quest) -> start(state, quest, context);
            case QuestCommand.ClaimQuest(var quest) -> claim(state, quest, context);
            case QuestCommand.ClaimNextFriendsLevel() -> claimNextFriendsLevel(state, context);
            case QuestCommand.CompleteDueQuest(var quest) -> completeDue(state, quest, context);
            case QuestCommand.ConfirmExternal(var external) ->
                    state.quests().confirmed().contains(external)
                            ? Decision.accepted(Result.Done.DONE)
                            : Decision.accepted(
                                    Result.Done.DONE, new QuestEvent.ExternalConfirmed(external));
        };
    }

    private static Decision start(PlayerState state, QuestId id, RuleContext context) {
        long now = context.nowMillis();
        QuestDefinition quest = context.catalog().quest(id);
        if (quest == null) {
            return Decision.refused(new QuestRefusal.UnknownQuest(id));
        }
        QuestStep step = QuestSteps.of(state, quest, now);
        if (step == QuestStep.CLAIMED) {
            return Decision.refused(new QuestRefusal.QuestAlreadyClaimed(id));
        }
        QuestRefusal closed = closed(state, quest, now);
        if (closed != null) {
            return Decision.refused(closed);
        }
        return step == QuestStep.NOT_STARTED
                ? Decision.accepted(Result.Done.DONE, started(state, quest, now))
                : Decision.accepted(Result.Done.DONE);
    }

    private static QuestEvent.QuestStarted started(
            PlayerState state, QuestDefinition quest, long now) {
        return switch (quest.goal()) {
            case QuestGoal.Visit(var delay) ->
                    new QuestEvent.QuestStarted(quest.id(), now, 0, completesAt(quest, now, delay));
            case QuestGoal.Reach(var counter, long _) ->
                    new QuestEvent.QuestStarted(
                            quest.id(), now, quest.daily() ? counter.of(state, now) : 0, 0);
            case QuestGoal.Instant _, QuestGoal.Confirm _ ->
                    new QuestEvent.QuestStarted(quest.id(), now, 0, 0);
        };
    }

    /** Returns when a visit is complete, 0 for never: its day or the quest's time ends before. */
    private static long completesAt(QuestDefinition quest, long startedAt, Duration delay) {
        long at = startedAt + delay.toMillis();
        boolean isOnItsDay = !quest.daily() || Days.epochDay(at) == Days.epochDay(startedAt);
        return isOnItsDay && quest.isActive(at) ? at : 0;
    }

    private static @Nullable QuestRefusal closed(
            PlayerState state, QuestDefinition quest, long now) {
        if (!quest.isActive(now)) {
            return new QuestRefusal.QuestNotAvailable(quest.id());
        }
        List<Requirement> missing = Requirements.missing(state, quest.requirements());
        return missing.isEmpty() ? null : new QuestRefusal.QuestRequirementsNotMet(missing);
    }

    private static Decision claim(PlayerState state, QuestId id, RuleContext context) {
        long today = Days.epochDay(context.nowMillis());
        QuestDefinition quest = context.catalog().quest(id);
        EarnedQuest earned = state.quests().earned(id, today);
        if (quest != null && QuestSteps.isClaimed(state, quest, today)) {
            return Decision.refused(new QuestRefusal.QuestAlreadyClaimed(id));
        }
        if (earned != null) {
            // The content's own id, where it has one: states of all players share it.
            QuestId shared = quest == null ? id : quest.id();
            return paid(state, shared, earned.onDay() != 0, earned.reward(), context);
        }
        if (quest == null) {
            return Decision.refused(
                    state.quests().isClaimed(id)
                            ? new QuestRefusal.QuestAlreadyClaimed(id)
                            : new QuestRefusal.UnknownQuest(id));
        }
        QuestRefusal closed = closed(state, quest, context.nowMillis());
        if (closed != null) {
            return Decision.refused(closed);
        }
        QuestStep step = QuestSteps.of(state, quest, context.nowMillis());
        return step == QuestStep.COMPLETED
                ? paid(state, quest.id(), quest.daily(), quest.reward(), context)
                : Decision.refused(new QuestRefusal.QuestNotCompleted(id, step));
    }

    private static Decision paid(
            PlayerState state, QuestId id, boolean daily, Reward reward, RuleContext context) {
        Payment payment = Payment.of(reward, state.wallet(), state.items(), context.catalog());
        Reward paid = payment.paid();
        Reward cut = payment.cut();
        return Decision.accepted(
                new QuestResult.QuestPaid(id, paid.funz(), paid.jokers(), paid.items()),
                new QuestEvent.QuestClaimed(
                        id,
                        daily,
                        Days.epochDay(context.nowMillis()),
                        paid.funz(),
                        paid.jokers(),
                        paid.items(),
                        cut.funz(),
                        cut.jokers(),
                        cut.items()));
    }

    private static Decision claimNextFriendsLevel(PlayerState state, RuleContext context) {
        FriendsLevel level = FriendsLadder.next(state, context.catalog());
        if (level == null) {
            return Decision.refused(
                    new QuestRefusal.NoFriendsLevelLeft(state.quests().friendsClaimed()));
        }
        if (state.referral().friends() < level.friends()) {
            return Decision.refused(
                    new QuestRefusal.QuestRequirementsNotMet(
                            List.of(new Requirement.InviteFriends(level.friends()))));
        }
        Payment payment =
                Payment.of(level.reward(), state.wallet(), state.items(), context.catalog());
        Reward paid = payment.paid();
        Reward cut = payment.cut();
        return Decision.accepted(
                new QuestResult.FriendsLevelPaid(
                        level.friends(), paid.funz(), paid.jokers(), paid.items()),
                new QuestEvent.FriendsLevelClaimed(
                        level.friends(),
                        paid.funz(),
                        paid.jokers(),
                        paid.items(),
                        cut.funz(),
                        cut.jokers(),
                        cut.items()));
    }

    /** What is not complete any more, or not yet, is no reason for a refusal: nothing happens. */
    private static Decision completeDue(PlayerState state, QuestId id, RuleContext context) {
        QuestDefinition quest = context.catalog().quest(id);
        return quest != null && isUnrecorded(state, quest, context.nowMillis())
                ? Decision.accepted(Result.Done.DONE, completed(quest, context.nowMillis()))
                : Decision.accepted(Result.Done.DONE);
    }

    private static boolean isUnrecorded(PlayerState state, QuestDefinition quest, long now) {
        return QuestSteps.of(state, quest, now) == QuestStep.COMPLETED
                && state.quests().earned(quest.id(), Days.epochDay(now)) == null;
    }

    private static QuestEvent.QuestCompleted completed(QuestDefinition quest, long now) {
        return new QuestEvent.QuestCompleted(
                quest.id(), quest.daily() ? Days.epochDay(now) : 0, quest.reward());
    }

    /**
     * Returns the event of a quest being complete that is, and is not recorded; null for none. One
     * that needs nothing to be done is not: nothing was earned by it.
     */
    public static QuestEvent.@Nullable QuestCompleted newlyCompleted(
            PlayerState state, RuleContext context) {
        for (QuestDefinition quest : context.catalog().quests()) {
            if (!(quest.goal() instanceof QuestGoal.Instant)
                    && isUnrecorded(state, quest, context.nowMillis())) {
                return completed(quest, context.nowMillis());
            }
        }
        return null;
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, QuestEvent event) {
        QuestState quests = state.quests();
        return switch (event) {
            case QuestEvent.QuestStarted(var quest, long at, long base, long _) ->
                    state.change().quests(quests.with(new StartedQuest(quest, at, base))).done();
            case QuestEvent.QuestCompleted(var quest, long onDay, var reward) ->
                    state.change()
                            .quests(quests.with(new EarnedQuest(quest, onDay, reward)))
                            .done();
            case QuestEvent.QuestClaimed paid ->
                    Payment.pay(state, paid.reward())
                            .quests(quests.with(new ClaimedQuest(paid.quest(), paid.epochDay())))
                            .done();
            case QuestEvent.FriendsLevelClaimed paid ->
                    Payment.pay(state, paid.reward())
                            .quests(quests.withFriendsClaimed(paid.friends()))
                            .done();
            case QuestEvent.ExternalConfirmed(var external) ->
                    state.change().quests(quests.with(external)).done();
        };
    }

    /**
     * Returns what somebody has to confirm before {@code id} can be claimed; null when that is not
     * all it waits for, or when it waits for nothing.
     */
    public static @Nullable External awaited(PlayerState state, QuestId id, RuleContext context) {
        QuestDefinition quest = context.catalog().quest(id);
        if (quest == null
                || !(quest.goal() instanceof QuestGoal.Confirm(var kind, String target))) {
            return null;
        }
        long now = context.nowMillis();
        return switch (QuestSteps.of(state, quest, now)) {
            case NOT_STARTED, STARTED ->
                    QuestSteps.isOpen(state, quest, now) ? new External(kind, target) : null;
            case COMPLETED, CLAIMED -> null;
        };
    }

    /**
     * Returns every quest of the catalog as the player sees it, and after them those that were
     * withdrawn and whose reward waits.
     */
    public static List<QuestStatus> statuses(PlayerState state, RuleContext context) {
        List<QuestStatus> statuses = new ArrayList<>();
        for (QuestDefinition quest : context.catalog().quests()) {
            statuses.add(status(state, quest, context.nowMillis()));
        }
        for (EarnedQuest each : state.quests().earned()) {
            if (context.catalog().quest(each.quest()) == null) {
                QuestStatus withdrawn = withdrawn(state, each.quest(), context.nowMillis());
                if (withdrawn != null) {
                    statuses.add(withdrawn);
                }
            }
        }
        return statuses;
    }

    /**
     * Returns the quest {@code id} as {@link #statuses} has it, or null when it is not among them:
     * whoever claims one does not wait for all.
     */
    public static @Nullable QuestStatus status(PlayerState state, QuestId id, RuleContext context) {
        QuestDefinition quest = context.catalog().quest(id);
        return quest == null
                ? withdrawn(state, id, context.nowMillis())
                : status(state, quest, context.nowMillis());
    }

    private static @Nullable QuestStatus withdrawn(PlayerState state, QuestId id, long now) {
        EarnedQuest earned = state.quests().earned(id, Days.epochDay(now));
        return earned == null
                ? null
                : new QuestStatus(
                        id, null, false, QuestStep.COMPLETED, 0, null, earned.reward(), List.of());
    }

    private static QuestStatus status(PlayerState state, QuestDefinition quest, long now) {
        long today = Days.epochDay(now);
        StartedQuest started = QuestSteps.started(state, quest, today);
        EarnedQuest earned = state.quests().earned(quest.id(), today);
        long completesAt =
                started != null && quest.goal() instanceof QuestGoal.Visit(var delay)
                        ? completesAt(quest, started.atMillis(), delay)
                        : 0;
        return new QuestStatus(
                quest.id(),
                quest,
                quest.isActive(now),
                QuestSteps.of(state, quest, now),
                QuestSteps.progress(state, quest, now),
                completesAt == 0 ? null : completesAt,
                earned == null ? quest.reward() : earned.reward(),
                Requirements.missing(state, quest.requirements()));
    }
}
