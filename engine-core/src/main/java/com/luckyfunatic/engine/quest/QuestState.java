package com.luckyfunatic.engine.quest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A player's quests. Each list names a quest once.
 *
 * @param started started and not claimed since, in that order
 * @param earned completed and not claimed, in that order
 * @param claimed paid, in the order of the first time; never taken back
 * @param confirmed what happened outside the game, in the order it was confirmed
 * @param friendsClaimed the last level of the ladder of friends that was paid; 0 for none
 */
public record QuestState(
        List<StartedQuest> started,
        List<EarnedQuest> earned,
        List<ClaimedQuest> claimed,
        List<External> confirmed,
        int friendsClaimed) {
    /** No quest. */
    public static final QuestState NONE =
            new QuestState(List.of(), List.of(), List.of(), List.of(), 0);

    /** Copies the lists. */
    public QuestState {
        started = List.copyOf(started);
        earned = List.copyOf(earned);
        claimed = List.copyOf(claimed);
        confirmed = List.copyOf(confirmed);
    }

    /** Returns whether {@code quest} was ever paid. */
    public boolean isClaimed(QuestId quest) {
        return find(claimed, ClaimedQuest::quest, quest) != null;
    }

    /** Returns the UTC day that {@code quest} was last paid for, or {@link Long#MIN_VALUE}. */
    long claimedOn(QuestId quest) {
        ClaimedQuest found = find(claimed, ClaimedQuest::quest, quest);
        return found == null ? Long.MIN_VALUE : found.epochDay();
    }

    /** Returns since when {@code quest} is started, or null. */
    public @Nullable StartedQuest started(QuestId quest) {
        return find(started, StartedQuest::quest, quest);
    }

    /** Returns what can be claimed of {@code quest} on {@code epochDay}, or null. */
    public @Nullable EarnedQuest earned(QuestId quest, long epochDay) {
        EarnedQuest found = find(earned, EarnedQuest::quest, quest);
        return found != null && (found.onDay() == 0 || found.onDay() == epochDay) ? found : null;
    }

    QuestState with(StartedQuest quest) {
        return new QuestState(
                put(started, StartedQuest::quest, quest),
                earned,
                claimed,
                confirmed,
                friendsClaimed);
    }

    QuestState with(EarnedQuest quest) {
        return new QuestState(
                started,
                put(earned, EarnedQuest::quest, quest),
                claimed,
                confirmed,
                friendsClaimed);
    }

    /** What is paid is neither started nor earned any more. */
    QuestState with(ClaimedQuest quest) {
        return new QuestState(
                without(started, StartedQuest::quest, quest.quest()),
                without(earned, EarnedQuest::quest, quest.quest()),
                put(claimed, ClaimedQuest::quest, quest),
                confirmed,
                friendsClaimed);
    }

    QuestState with(External external) {
        return new QuestState(
                started,
                earned,
                claimed,
                put(confirmed, Function.identity(), external),
                friendsClaimed);
    }

    QuestState withFriendsClaimed(int friends) {
        return new QuestState(started, earned, claimed, confirmed, friends);
    }

    /**
     * Returns this with what {@code other} says of the world outside the game: what was confirmed
     * of it, and which friends were paid for.
     */
    public QuestState withOutside(QuestState other) {
        return new QuestState(started, earned, claimed, other.confirmed, other.friendsClaimed);
    }

    private static <T, K> @Nullable T find(List<T> rows, Function<T, K> name, K wanted) {
        for (T each : rows) {
            if (name.apply(each).equals(wanted)) {
                return each;
            }
        }
        return null;
    }

    /** Puts {@code row} in the place of one of the same name, or at the end. */
    private static <T, K> List<T> put(List<T> rows, Function<T, K> name, T row) {
        List<T> copy = new ArrayList<>(rows);
        for (int i = 0; i < copy.size(); i++) {
            if (name.apply(copy.get(i)).equals(name.apply(row))) {
                copy.set(i, row);
                return copy;
            }
        }
        copy.add(row);
        return copy;
    }

    private static <T, K> List<T> without(List<T> rows, Function<T, K> name, K unwanted) {
        return rows.stream().filter(each -> !name.apply(each).equals(unwanted)).toList();
    }
}
