package com.luckyfunatic.server.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Writes moments as ISO-8601 in UTC, always with three digits of milliseconds: {@code
 * 2026-11-22T15:00:00.120Z}. Finer parts are cut off.
 *
 * <p>Every answer holds several, so the digits are put down directly: a {@code DateTimeFormatter}
 * takes several times as long.
 */
final class MillisecondInstants extends StdScalarSerializer<Instant> {
    private static final long serialVersionUID = 1;

    private static final String PATTERN = "0000-00-00T00:00:00.000Z";
    private static final int MILLIS_PER_DAY = 86_400_000;
    private static final int MILLIS_PER_HOUR = 3_600_000;
    private static final int MILLIS_PER_MINUTE = 60_000;
    private static final int MILLIS_PER_SECOND = 1_000;
    private static final int YEAR_MAX = 9_999;

    MillisecondInstants() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant instant, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        json.writeString(format(instant));
    }

    static String format(Instant instant) {
        long epochMillis = instant.toEpochMilli();
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(epochMillis, MILLIS_PER_DAY));
        if (date.getYear() < 0 || date.getYear() > YEAR_MAX) {
            return instant.toString();
        }
        int millis = Math.floorMod(epochMillis, MILLIS_PER_DAY);
        char[] text = PATTERN.toCharArray();
        put(text, 0, 4, date.getYear());
        put(text, 5, 2, date.getMonthValue());
        put(text, 8, 2, date.getDayOfMonth());
        put(text, 11, 2, millis / MILLIS_PER_HOUR);
        put(text, 14, 2, millis % MILLIS_PER_HOUR / MILLIS_PER_MINUTE);
        put(text, 17, 2, millis % MILLIS_PER_MINUTE / MILLIS_PER_SECOND);
        put(text, 20, 3, millis % MILLIS_PER_SECOND);
        return new String(text);
    }

    private static void put(char[] text, int at, int digits, int number) {
        int rest = number;
        for (int i = at + digits - 1; i >= at; i--) {
            text[i] = (char) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
