package com.luckyfunatic.admin.player;

import com.luckyfunatic.engine.account.Ban;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a ban ends: at a time, after a time, or never. */
final class BanEnd {
    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,8})([mhdw])");

    /** Longer is for ever, said with another flag. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "The first moment they may play again, such as 2027-01-31T12:00:00Z.")
    private @Nullable String until;

    @Option(
            names = "--for",
            paramLabel = "LENGTH",
            description = "How long: a number and m, h, d or w, such as 12h or 7d.")
    private @Nullable String length;

    @Option(names = "--forever", description = "Until somebody lifts it.")
    private boolean forEver;

    /**
     * Returns the end of a ban that begins at {@code nowMillis}, epoch milliseconds.
     *
     * @throws IllegalArgumentException when it is not understood, or not later
     */
    long millis(long nowMillis) {
        if (length != null) {
            return nowMillis + millisOf(length);
        }
        return until == null || forEver ? Ban.FOR_EVER : at(until, nowMillis);
    }

    private static long millisOf(String text) {
        Matcher matcher = LENGTH.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "--for is a number and m, h, d or w, such as 7d, not '" + text + "'");
        }
        long count = Long.parseLong(matcher.group(1));
        Duration one =
                switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(1);
                    case "h" -> Duration.ofHours(1);
                    case "d" -> Duration.ofDays(1);
                    default -> Duration.ofDays(7);
                };
        Duration whole = one.multipliedBy(count);
        if (whole.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "--for is at most " + LONGEST.toDays() + "d; for ever is --forever");
        }
        return whole.toMillis();
    }

    private static long at(String text, long nowMillis) {
        long millis;
        try {
            millis = OffsetDateTime.parse(text.strip()).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "--until is a time with its zone, such as 2027-01-31T12:00:00Z, not '"
                            + text
                            + "'",
                    e);
        }
        if (millis <= nowMillis) {
            throw new IllegalArgumentException("--until is over already");
        }
        return millis;
    }
}
