package com.luckyfunatic.server.config;

import com.luckyfunatic.server.text.Suggestions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings from their sources and refuses what is unknown, unreadable or unsafe.
 *
 * <p>All problems are gathered and reported together, so that an operator need not start once per
 * mistake.
 */
public final class SettingsLoader {
    /** What must not be repeated, wherever somebody has put it. */
    private static final Pattern PASSWORD = Pattern.compile("(?i)password|pwd|://.*@");

    /** Those of {@code funatic admin support}: one shell may have them and start a server. */
    private static final List<String> VARIABLES_OF_ADMIN =
            List.of("FUNATIC_SERVER", "FUNATIC_OPERATOR");

    /** A text and where it came from, for messages. */
    private record Given(String text, String origin) {}

    private final List<String> problems = new ArrayList<>();
    private final Map<String, Given> givenByName = new HashMap<>();

    private SettingsLoader() {}

    /**
     * Reads, checks and merges all sources.
     *
     * @throws SettingsException when anything is wrong
     */
    public static Settings load(SettingsSources sources) {
        return load(sources, List.of());
    }

    /**
     * Reads, checks and merges all sources.
     *
     * @param mistakes what is known to be wrong already, to be told with the rest
     * @throws SettingsException when anything is wrong
     */
    static Settings load(SettingsSources sources, List<String> mistakes) {
        SettingsLoader loader = new SettingsLoader();
        loader.problems.addAll(mistakes);
        return loader.read(sources);
    }

    private Settings read(SettingsSources sources) {
        if (sources.file() != null) {
            SettingsFile.read(sources.file(), problems)
                    .forEach((name, text) -> giveFromFile(name, text, sources));
        }
        giveFromEnvironment(sources.environment());
        sources.flags()
                .forEach((name, text) -> givenByName.put(name, new Given(text, "--" + name)));

        Mode mode = mode();
        Map<Setting<?>, Object> values = new LinkedHashMap<>();
        for (Setting<?> setting : ServerSettings.ALL) {
            Object value = setting.equals(ServerSettings.MODE) ? mode : value(setting, mode);
            if (value != null) {
                values.put(setting, value);
            }
        }
        refuseProblems();
        Settings settings =
                new Settings(
                        mode,
                        values,
                        ServerSettings.ALL.stream()
                                .filter(setting -> givenByName.containsKey(setting.name()))
                                .collect(
                                        Collectors.toMap(
                                                Function.identity(),
                                                setting ->
                                                        Objects.requireNonNull(
                                                                        givenByName.get(
                                                                                setting.name()))
                                                                .text())));
        problems.addAll(UnsafeSettings.find(settings));
        refuseProblems();
        return settings;
    }

    private void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }

    private void giveFromFile(String name, String text, SettingsSources sources) {
        List<String> known = names(Setting::name);
        if (known.contains(name)) {
            givenByName.put(name, new Given(text, name + " in " + sources.file()));
        } else {
            problems.add(
                    "unknown setting '"
                            + name
                            + "' in "
                            + sources.file()
                            + Suggestions.didYouMean(name, known));
        }
    }

    private void giveFromEnvironment(Map<String, String> environment) {
        for (Setting<?> setting : ServerSettings.ALL) {
            Stream.concat(setting.otherVariables().stream(), Stream.of(setting.variable()))
                    .filter(variable -> !environment.getOrDefault(variable, "").isEmpty())
                    .forEach(variable ->
                            givenByName.put(
                                    setting.name(),
                                    new Given(
                                            Objects.requireNonNull(environment.get(variable)),
                                            variable)));
        }
        List<String> known = new ArrayList<>(names(Setting::variable));
        known.add(SettingsCommand.CONFIG_VARIABLE);
        environment.keySet().stream()
                .filter(variable -> variable.startsWith(Setting.VARIABLE_PREFIX))
                .filter(variable -> !known.contains(variable))
                .filter(variable -> !VARIABLES_OF_ADMIN.contains(variable))
                .sorted()
                .forEach(variable ->
                        problems.add(
                                "unknown environment variable "
                                        + variable
                                        + Suggestions.didYouMean(variable, known)));
    }

    private static List<String> names(Function<Setting<?>, String> name) {
        return ServerSettings.ALL.stream().map(name).toList();
    }

    private Mode mode() {
        if (givenByName.containsKey(ServerSettings.MODE.name())) {
            Mode given = value(ServerSettings.MODE, Mode.PROD);
            return given == null ? Mode.PROD : given;
        }
        return listensOnLoopback() ? Mode.DEV : Mode.PROD;
    }

    private boolean listensOnLoopback() {
        Given host = givenByName.get(ServerSettings.HTTP_HOST.name());
        return isLoopback(host == null ? ServerSettings.HTTP_HOST.devDefault() : host.text());
    }

    /**
     * Letting anyone in as anyone is no default where others can reach the server, whatever the
     * mode.
     */
    private Mode defaultsOf(Setting<?> setting, Mode mode) {
        return setting.equals(ServerSettings.DEV_LOGIN) && !listensOnLoopback() ? Mode.PROD : mode;
    }

    private <T> @Nullable T value(Setting<T> setting, Mode mode) {
        Given given = givenByName.get(setting.name());
        if (given == null) {
            return setting.type().parse(setting.defaultText(defaultsOf(setting, mode)));
        }
        try {
            return setting.type().parse(given.text().strip());
        } catch (IllegalArgumentException e) {
            boolean isShown = !setting.secret() && !PASSWORD.matcher(given.text()).find();
            String shown = isShown ? "'" + given.text() + "'" : "its value";
            problems.add(
                    given.origin()
                            + ": "
                            + shown
                            + " is not valid; expected "
                            + setting.type().expected());
            return null;
        }
    }

    /**
     * Whether only this machine can reach an address; a name that does not resolve counts as
     * reachable.
     */
    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
