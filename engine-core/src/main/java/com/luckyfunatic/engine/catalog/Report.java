package com.luckyfunatic.engine.catalog;

import com.luckyfunatic.engine.id.TextId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the problems of content, and knows the checks that rows share. Not thread-safe. */
final class Report {
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final List<CatalogProblem> problems = new ArrayList<>();

    /** Names a row of a list: {@code cards[3 miner]}, counted from 0. */
    static String row(String list, int index, TextId id) {
        return list + "[" + index + " " + id.value() + "]";
    }

    /** Names a row of a list whose rows have no name: {@code ranks[2]}, counted from 0. */
    static String row(String list, int index) {
        return list + "[" + index + "]";
    }

    List<CatalogProblem> problems() {
        return List.copyOf(problems);
    }

    void add(String row, String reason) {
        problems.add(new CatalogProblem(row, reason));
    }

    /** Checks a number; tells whether it is good. */
    boolean range(String row, long value, long min, long max) {
        if (value >= min && value <= max) {
            return true;
        }
        add(row, "must be " + min + " to " + max + ", was " + value);
        return false;
    }

    /** Checks that a number that this kind of row has no use for was left out. */
    void unused(String row, long value, String why) {
        if (value != 0) {
            add(row, "must be left out or 0, because " + why + ", was " + value);
        }
    }

    void unused(String row, Duration value, String why) {
        if (!value.isZero()) {
            add(row, "must be left out or PT0S, because " + why + ", was " + value);
        }
    }

    /** Checks how long something lasts: more than nothing. */
    boolean lasting(String row, Duration value) {
        if (value.isPositive()) {
            return pause(row, value);
        }
        add(row, "must be longer than PT0S, was " + value);
        return false;
    }

    /** Checks a wait, which may be nothing. */
    boolean pause(String row, Duration value) {
        if (value.isNegative()) {
            add(row, "must not be negative, was " + value);
        } else if (value.compareTo(Limits.DURATION_MAX) > 0) {
            add(row, "must be at most " + Limits.DURATION_MAX + " (365 days), was " + value);
        } else if (value.toNanosPart() % NANOS_PER_MILLI != 0) {
            add(row, "must be whole milliseconds, was " + value);
        } else {
            return true;
        }
        return false;
    }

    /** Checks the time in which something is on offer; null for a side that is open. */
    void window(String row, @Nullable Instant from, @Nullable Instant until) {
        moment(row + ".availableFrom", from);
        moment(row + ".availableUntil", until);
        if (from != null && until != null && !until.isAfter(from)) {
            add(row + ".availableUntil", "must be after availableFrom, " + from + ", was " + until);
        }
    }

    private void moment(String row, @Nullable Instant moment) {
        if (moment != null
                && (moment.isBefore(Limits.MOMENT_MIN) || moment.isAfter(Limits.MOMENT_MAX))) {
            add(
                    row,
                    "must be "
                            + Limits.MOMENT_MIN
                            + " to "
                            + Limits.MOMENT_MAX
                            + ", was "
                            + moment);
        }
    }

    /** Checks a text of one line. */
    void line(String row, String text, int max) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            add(row, "must be one line without control characters");
        }
        size(row, text, max);
    }

    /** Checks a text of any number of lines. */
    void lines(String row, String text, int max) {
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            add(row, "must have no control characters except line breaks");
        }
        size(row, text, max);
    }

    private void size(String row, String text, int max) {
        if (text.isBlank()) {
            add(row, "must not be blank");
        }
        if (text.length() > max) {
            add(row, "must have at most " + max + " characters, has " + text.length());
        }
    }

    /** Checks that no two rows of a list have the same name. */
    <T> void unique(String list, String field, List<T> rows, Function<T, ? extends TextId> id) {
        Map<TextId, Integer> first = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            TextId name = id.apply(rows.get(i));
            Integer earlier = first.putIfAbsent(name, i);
            if (earlier != null) {
                add(
                        row(list, i, name) + "." + field,
                        "is already the " + field + " of " + row(list, earlier, name));
            }
        }
    }
}
