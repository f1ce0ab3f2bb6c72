package com.luckyfunatic.server.config;

import java.util.Map;
import java.util.Set;

/**
 * The settings in force: a value for every row of the table.
 *
 * <p>Immutable and thread-safe. {@link #toString()} shows no value, since some are secret.
 */
public final class Settings {
    private final Mode mode;
    private final Map<Setting<?>, Object> values;
    private final Set<Setting<?>> given;

    Settings(Mode mode, Map<Setting<?>, Object> values, Set<Setting<?>> given) {
        this.mode = mode;
        this.values = Map.copyOf(values);
        this.given = Set.copyOf(given);
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
        return given.contains(setting);
    }

    @Override
    public String toString() {
        return "Settings[" + mode + "]";
    }
}
