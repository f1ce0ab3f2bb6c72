package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.quest.ClaimedQuest;
import com.luckyfunatic.engine.quest.EarnedQuest;
import com.luckyfunatic.engine.quest.External;
import com.luckyfunatic.engine.quest.ExternalKind;
import com.luckyfunatic.engine.quest.QuestId;
import com.luckyfunatic.engine.quest.QuestState;
import com.luckyfunatic.engine.quest.StartedQuest;
import com.luckyfunatic.engine.reward.Reward;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Quests as a text that scripts can take apart: {@code quest:startedAt:base}, then {@code
 * quest:onDay:funz:jokers:items} for what is earned ({@code item=count}, by commas), then {@code
 * quest:day} for what is claimed, then {@code kind:target} for what is confirmed, then the level of
 * friends; rows by spaces, kinds by semicolons.
 */
final class QuestText {
    private QuestText() {}

    /** Returns the text of {@code quests}. */
    static String write(QuestState quests) {
        return String.join(
                ";",
                rows(quests.started(), each -> row(each.quest(), each.atMillis(), each.base())),
                rows(quests.earned(), QuestText::write),
                rows(quests.claimed(), each -> row(each.quest(), each.epochDay())),
                rows(quests.confirmed(), each -> row(each.kind(), each.target())),
                Integer.toString(quests.friendsClaimed()));
    }

    private static String row(Object... parts) {
        return Arrays.stream(parts).map(Object::toString).collect(Collectors.joining(":"));
    }

    private static <T> String rows(List<T> values, Function<T, String> row) {
        return values.stream().map(row).collect(Collectors.joining(" "));
    }

    private static String write(EarnedQuest earned) {
        Reward reward = earned.reward();
        String items =
                reward.items().stream()
                        .map(each -> each.item() + "=" + each.count())
                        .collect(Collectors.joining(","));
        return row(earned.quest(), earned.onDay(), reward.funz(), reward.jokers(), items);
    }

    /**
     * Returns what {@code text} was made of.
     *
     * @throws IllegalArgumentException for any other text
     */
    static QuestState read(String text) {
        String[] kinds = split(text, ";", 5);
        return new QuestState(
                rows(kinds[0], 3, QuestText::started),
                rows(kinds[1], 5, QuestText::earned),
                rows(kinds[2], 2, QuestText::claimed),
                rows(kinds[3], 2, QuestText::confirmed),
                Integer.parseInt(kinds[4]));
    }

    private static <T> List<T> rows(String text, int parts, Function<String[], T> value) {
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.split(" ", -1))
                .map(row -> value.apply(split(row, ":", parts)))
                .toList();
    }

    private static String[] split(String text, String at, int parts) {
        String[] split = text.split(at, -1);
        if (split.length != parts) {
            throw new IllegalArgumentException("not the text of quests: '" + text + "'");
        }
        return split;
    }

    private static StartedQuest started(String[] row) {
        return new StartedQuest(
                new QuestId(row[0]), Long.parseLong(row[1]), Long.parseLong(row[2]));
    }

    private static EarnedQuest earned(String[] row) {
        List<ItemStack> items =
                row[4].isEmpty()
                        ? List.of()
                        : Arrays.stream(row[4].split(",", -1)).map(QuestText::item).toList();
        return new EarnedQuest(
                new QuestId(row[0]),
                Long.parseLong(row[1]),
                new Reward(Long.parseLong(row[2]), Long.parseLong(row[3]), items));
    }

    private static ItemStack item(String text) {
        String[] parts = split(text, "=", 2);
        return new ItemStack(new ItemId(parts[0]), Integer.parseInt(parts[1]));
    }

    private static ClaimedQuest claimed(String[] row) {
        return new ClaimedQuest(new QuestId(row[0]), Long.parseLong(row[1]));
    }

    private static External confirmed(String[] row) {
        return new External(ExternalKind.valueOf(row[0]), row[1]);
    }
}
