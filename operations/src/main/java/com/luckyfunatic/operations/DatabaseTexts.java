package com.luckyfunatic.operations;

import com.luckyfunatic.storage.scylla.ScyllaSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the texts of settings that the server and the command lines share. What is wrong is an
 * {@link IllegalArgumentException}, which never repeats what may be secret.
 */
public final class DatabaseTexts {
    /** What a MySQL address looks like. */
    public static final String MYSQL_ADDRESS =
            "an address such as jdbc:mysql://host:3306/funatic, without a password";

    /** What a Redis address looks like. */
    public static final String REDIS_ADDRESS =
            "an address such as redis://user:password@host:6379 or rediss://host";

    /** What a key prefix looks like. */
    public static final String KEY_PREFIX = "up to 64 letters, digits and : . _ -";

    /** What a keyspace is called. */
    public static final String KEYSPACE =
            "up to 48 lower-case letters, digits and underscores, a letter first";

    private static final List<String> UNITS = List.of("ms", "s", "m", "h", "d");
    private static final Pattern JDBC =
            Pattern.compile("jdbc:(mysql|mariadb):(\\w+:)?//[^/?]+/[^/?]+(\\?.*)?");
    private static final Pattern PASSWORD =
            Pattern.compile("(?i)[?&][^=&]*(password|pwd)[^=&]*=|@");

    /** A brace would decide about the slot of a key. */
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9:._-]{0,64}");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    private DatabaseTexts() {}

    /** Returns {@code text} when it is a MySQL address without a password, or empty. */
    public static String mySqlUrl(String text) {
        boolean isAddress = JDBC.matcher(text).matches() && !PASSWORD.matcher(text).find();
        return require(text, text.isEmpty() || isAddress, "expected " + MYSQL_ADDRESS);
    }

    /** Returns {@code text} when it is a Redis address. */
    public static String redisUrl(String text) {
        return require(text, isRedisUrl(text), "expected " + REDIS_ADDRESS);
    }

    private static boolean isRedisUrl(String text) {
        try {
            URI uri = new URI(text);
            return ("redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme()))
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            // Its message repeats the address, which may hold a password.
            return false;
        }
    }

    /** Returns {@code text} when it may stand in front of keys. */
    public static String keyPrefix(String text) {
        return require(text, PREFIX.matcher(text).matches(), "expected " + KEY_PREFIX);
    }

    /** Returns {@code text} when it may be the name of a keyspace. */
    public static String keyspace(String text) {
        return require(text, NAME.matcher(text).matches(), "expected " + KEYSPACE);
    }

    /** Returns the ScyllaDB node of {@code text}. */
    public static InetSocketAddress node(String text) {
        return ScyllaSettings.contactPoint(text);
    }

    /** Returns a time span such as {@code 500ms}, {@code 10s}, {@code 5m}, {@code 24h}. */
    public static Duration timeSpan(String text) {
        String unit = text.replaceFirst("^\\d+", "");
        var _ = require(text, UNITS.contains(unit), "expected a number and one of " + UNITS);
        long number = Long.parseLong(text.substring(0, text.length() - unit.length()));
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static String require(String text, boolean isGood, String otherwise) {
        if (!isGood) {
            throw new IllegalArgumentException(otherwise);
        }
        return text;
    }
}
