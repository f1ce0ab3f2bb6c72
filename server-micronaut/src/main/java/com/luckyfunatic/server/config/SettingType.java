package com.luckyfunatic.server.config;

import com.luckyfunatic.operations.DatabaseTexts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How the text of a setting becomes a value.
 *
 * @param expected what a good text looks like, to end the sentence "expected …"
 * @param parser reads the text; throws {@link IllegalArgumentException} for a bad one
 * @param flag whether the bare flag, without a value, means {@code true}
 * @param <T> the value's type
 */
public record SettingType<T>(String expected, Function<String, T> parser, boolean flag) {
    private static final Pattern MINI_APP =
            Pattern.compile("https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~-]+)*/?");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?");
    private static final int PORT_MAX = 65_535;

    private SettingType(String expected, Function<String, T> parser) {
        this(expected, parser, false);
    }

    /** A whole number between two limits, both allowed. */
    public static SettingType<Integer> integer(int min, int max) {
        return new SettingType<>(
                "a whole number from " + min + " to " + max,
                text -> {
                    int value = Integer.parseInt(text);
                    require(value >= min && value <= max);
                    return value;
                });
    }

    /** True or false. */
    public static SettingType<Boolean> bool() {
        return new SettingType<>(
                "true or false",
                text -> {
                    require(text.equals("true") || text.equals("false"));
                    return text.equals("true");
                },
                true);
    }

    /** Any text; the empty one means "none". */
    public static SettingType<String> text(String expected) {
        return new SettingType<>(expected, text -> text);
    }

    /** A file or directory. */
    public static SettingType<Path> path() {
        return new SettingType<>("a path", Path::of);
    }

    /** A time span such as {@code 500ms}, {@code 10s}, {@code 5m}, {@code 24h} or {@code 3d}. */
    public static SettingType<Duration> duration(Duration min, Duration max) {
        return new SettingType<>(
                "a time span such as 500ms, 10s, 5m, 24h or 3d",
                text -> {
                    Duration value = DatabaseTexts.timeSpan(text);
                    require(value.compareTo(min) >= 0 && value.compareTo(max) <= 0);
                    return value;
                });
    }

    /** One of the constants of an enumeration, in lower case. */
    public static <E extends Enum<E>> SettingType<E> oneOf(Class<E> type) {
        String names =
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" or "));
        return new SettingType<>(names, text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    /** Values separated by commas; the empty text is the empty list. */
    public static <T> SettingType<List<T>> listOf(SettingType<T> element) {
        return new SettingType<>(
                "a comma-separated list; each " + element.expected(),
                text ->
                        text.isEmpty()
                                ? List.of()
                                : Arrays.stream(text.split(",", -1))
                                        .map(String::strip)
                                        .map(element.parser())
                                        .toList());
    }

    /** An origin as browsers send it: scheme and host, perhaps a port; or an asterisk. */
    public static SettingType<String> origin() {
        return new SettingType<>(
                "scheme://host or scheme://host:port without a path",
                text -> {
                    URI uri = URI.create(text.equals("*") ? "https://any" : text);
                    require(uri.getHost() != null && uri.getScheme() != null);
                    require(
                            uri.getPath().isEmpty()
                                    && uri.getQuery() == null
                                    && uri.getUserInfo() == null);
                    return text;
                });
    }

    /** The name of a page's host, perhaps with a port, in lower case. */
    public static SettingType<String> domain() {
        return new SettingType<>(
                "a host name in lower case, perhaps with a port",
                text -> {
                    require(DOMAIN.matcher(text).matches());
                    return text;
                });
    }

    /** A web server, {@code https://host} or {@code http://host:port}. */
    public static SettingType<URI> webServer() {
        return origin().map(
                        "https://host or http://host:port without a path",
                        text -> {
                            URI uri = URI.create(text);
                            require(
                                    "https".equals(uri.getScheme())
                                            || "http".equals(uri.getScheme()));
                            require(uri.getRawFragment() == null);
                            return uri;
                        });
    }

    /**
     * Where an API is, {@code https://host/path}, without a slash at the end; the empty text means
     * "nowhere".
     */
    public static SettingType<String> webAddress() {
        return new SettingType<>(
                "https://host or https://host/path without a slash at the end",
                text -> {
                    if (!text.isEmpty()) {
                        URI uri = URI.create(text);
                        require("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
                        require(uri.getHost() != null && uri.getUserInfo() == null);
                        require(uri.getRawQuery() == null && uri.getRawFragment() == null);
                        require(!text.endsWith("/"));
                    }
                    return text;
                });
    }

    /** Where something listens, {@code host:port}; the empty text means "nowhere". */
    public static SettingType<String> hostAndPort() {
        return new SettingType<>(
                "host:port",
                text -> {
                    if (!text.isEmpty()) {
                        // The scheme makes it an address that the JDK takes apart and checks.
                        URI uri = URI.create("tcp://" + text);
                        require(uri.getHost() != null && uri.getUserInfo() == null);
                        require(uri.getPort() > 0 && uri.getPort() <= PORT_MAX);
                        require(uri.getRawPath().isEmpty() && uri.getRawQuery() == null);
                        require(uri.getRawFragment() == null);
                    }
                    return text;
                });
    }

    /** The address that Sentry gives to a project; the empty text means "none". */
    public static SettingType<String> sentryDsn() {
        return new SettingType<>(
                "https://<key>@<host>/<project>",
                text -> {
                    if (!text.isEmpty()) {
                        URI uri = URI.create(text);
                        require("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
                        require(uri.getHost() != null && uri.getUserInfo() != null);
                        require(!uri.getUserInfo().isEmpty());
                        require(uri.getPath().matches("/(.+/)?[^/]+"));
                    }
                    return text;
                });
    }

    /**
     * The address of a Mini App as Telegram gives it, without its parameters; the empty text means
     * "none". Only characters that mean nothing in HTML.
     */
    public static SettingType<String> miniApp() {
        return new SettingType<>(
                "https://<host>/<path>",
                text -> {
                    require(text.isEmpty() || MINI_APP.matcher(text).matches());
                    return text;
                });
    }

    /** Reads with another type's parser, and refuses what {@code map} refuses. */
    public <R> SettingType<R> map(String newExpected, Function<T, R> map) {
        return new SettingType<>(newExpected, parser.andThen(map), flag);
    }

    T parse(String text) {
        return parser.apply(text);
    }

    private static void require(boolean condition) {
        if (!condition) {
            throw new IllegalArgumentException();
        }
    }
}
