package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.booster.ActiveBooster;
import com.luckyfunatic.engine.booster.BoosterLevel;
import com.luckyfunatic.engine.booster.BoosterState;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.booster.BoosterUse;
import com.luckyfunatic.engine.effect.Effect;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Boosters as a text that scripts can take apart: {@code type:effect:magnitude:until}, then {@code
 * type:level}, then {@code type:readyAt:day:usedOnDay}; rows by spaces, kinds by semicolons.
 */
final class BoosterText {
    private BoosterText() {}

    /** Returns the text of {@code boosters}. */
    static String write(BoosterState boosters) {
        return rows(boosters.active(), BoosterText::write)
                + ";"
                + rows(boosters.levels(), level -> level.type() + ":" + level.level())
                + ";"
                + rows(boosters.uses(), BoosterText::write);
    }

    private static <T> String rows(List<T> values, Function<T, String> row) {
        return values.stream().map(row).collect(Collectors.joining(" "));
    }

    private static String write(ActiveBooster active) {
        return active.type()
                + ":"
                + active.effect()
                + ":"
                + active.magnitude()
                + ":"
                + active.untilMillis();
    }

    private static String write(BoosterUse use) {
        return use.type()
                + ":"
                + use.readyAtMillis()
                + ":"
                + use.epochDay()
                + ":"
                + use.usedOnDay();
    }

    /**
     * Returns what {@code text} was made of.
     *
     * @throws IllegalArgumentException for any other text
     */
    static BoosterState read(String text) {
        String[] kinds = text.split(";", -1);
        if (kinds.length != 3) {
            throw new IllegalArgumentException("not the text of boosters: '" + text + "'");
        }
        return new BoosterState(
                rows(kinds[0], 4, BoosterText::active),
                rows(kinds[1], 2, BoosterText::level),
                rows(kinds[2], 4, BoosterText::use));
    }

    private static <T> List<T> rows(String text, int parts, Function<String[], T> value) {
        if (text.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(text.split(" ", -1))
                .map(row -> value.apply(split(row, parts)))
                .toList();
    }

    private static String[] split(String row, int parts) {
        String[] split = row.split(":", -1);
        if (split.length != parts) {
            throw new IllegalArgumentException("not the row of a booster: '" + row + "'");
        }
        return split;
    }

    private static ActiveBooster active(String[] row) {
        return new ActiveBooster(
                new BoosterType(row[0]),
                Effect.valueOf(row[1]),
                Long.parseLong(row[2]),
                Long.parseLong(row[3]));
    }

    private static BoosterLevel level(String[] row) {
        return new BoosterLevel(new BoosterType(row[0]), Integer.parseInt(row[1]));
    }

    private static BoosterUse use(String[] row) {
        return new BoosterUse(
                new BoosterType(row[0]),
                Long.parseLong(row[1]),
                Long.parseLong(row[2]),
                Integer.parseInt(row[3]));
    }
}
