package com.luckyfunatic.server.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where settings are given; later ones win: file, environment, flags.
 *
 * @param flags texts by setting name, without hyphens
 * @param environment variables of the process
 * @param file YAML file, if one was named
 */
public record SettingsSources(
        Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
    /** Copies the maps. */
    public SettingsSources {
        flags = Map.copyOf(flags);
        environment = Map.copyOf(environment);
    }
}
