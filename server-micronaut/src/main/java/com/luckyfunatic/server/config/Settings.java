package com.luckyfunatic.server.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The settings in force: a value for every row of the table.
 *
 * <p>Immutable and thread-safe. {@link #toString()} shows no value, since some are secret.
 */
public final class Settings {
    private final Mode mode;
    private final Map<Setting<?>, Object> values;
    private final Map<Setting<?>, String> given;

    Settings(Mode mode, Map<Setting<?>, Object> values, Map<Setting<?>, String> given) {
        this.mode = mode;
        this.values = Map.copyOf(values);
        this.given = Map.copyOf(given);
    }

    public Mode mode() {
        return mode;
    }

    public boolean production() {
        return mode == Mode.PROD;
    }

    /** The value of a setting, its default where nothing was given. */
    @SuppressWarnings("unchecked") // Filled from the settings themselves, each with its own type.
    public <T> T get(Setting<T> setting) {
        Object value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException("not in the table of settings: " + setting.name());
        }
        return (T) value;
    }

    /** Whether the operator gave a value, in whatever way. */
    public boolean isGiven(Setting<?> setting) {
        return given.containsKey(setting);
    }

    /** The secrets that the operator gave, as they must not appear in any output. */
    public List<String> secretTexts() {
        return given.entrySet().stream()
                .filter(each -> each.getKey().secret())
                .flatMap(each -> Arrays.stream(each.getValue().split(",")))
                .map(String::strip)
                .flatMap(Settings::withPartsOf)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /** Keys and tokens of the form {@code id:secret} are secret without their id too. */
    private static Stream<String> withPartsOf(String secret) {
        int colon = secret.indexOf(':');
        boolean named = colon > 0 && !secret.startsWith("//", colon + 1);
        return named ? Stream.of(secret, secret.substring(colon + 1)) : Stream.of(secret);
    }

    @Override
    public String toString() {
        return "Settings[" + mode + "]";
    }
}
