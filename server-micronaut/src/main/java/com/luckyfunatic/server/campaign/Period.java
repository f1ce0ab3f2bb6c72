package com.luckyfunatic.server.campaign;

import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.storage.Campaigns.Position;
import com.luckyfunatic.server.api.CursorCodec;
import com.luckyfunatic.server.error.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import org.jspecify.annotations.Nullable;

/**
 * The UTC days that are asked for, both ends included.
 *
 * @param from days since 1970-01-01
 * @param to days since 1970-01-01
 */
record Period(long from, long to) {
    /** How many days are told when none are named. */
    static final int DAYS_DEFAULT = 30;

    /** The most days that can be asked for at once. */
    static final int DAYS_MAX = 366;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final int DAY_LENGTH = 10;

    /**
     * Reads the parameters.
     *
     * @param nowMillis epoch milliseconds
     * @throws ProblemException when one is no day, or they make no period
     */
    static Period parse(@Nullable String from, @Nullable String to, long nowMillis) {
        long last = to == null ? Days.epochDay(nowMillis) : day("to", to);
        long first = from == null ? last - DAYS_DEFAULT + 1 : day("from", from);
        if (first > last) {
            throw ProblemException.invalidField("from", "must not be after 'to'");
        }
        if (last - first >= DAYS_MAX) {
            throw ProblemException.invalidField(
                    "from", "must be less than " + DAYS_MAX + " days before 'to'");
        }
        return new Period(first, last);
    }

    private static long day(String name, String text) {
        try {
            if (text.length() == DAY_LENGTH && text.charAt(0) != '-') {
                return LocalDate.parse(text, DAY).toEpochDay();
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw ProblemException.invalidField(name, "must be a day such as 2026-01-31");
    }

    /** Returns the cursor of {@code position}, for this period only. */
    String encode(CursorCodec codec, Position position) {
        return codec.encode(list(), position.arrivalDay() + ":" + position.campaign());
    }

    /**
     * Returns the place that {@code cursor} stands for, null for none.
     *
     * @throws ProblemException when it was not made for this period
     */
    @Nullable Position decode(CursorCodec codec, @Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String position = codec.decode(list(), cursor);
        int colon = position.indexOf(':');
        return new Position(Long.parseLong(position, 0, colon, 10), position.substring(colon + 1));
    }

    private String list() {
        return "campaigns:" + from + ":" + to;
    }
}
