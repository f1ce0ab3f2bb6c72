package com.luckyfunatic.server.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the configuration file: a flat YAML mapping from setting names to values or lists of
 * values.
 */
final class SettingsFile {
    private SettingsFile() {}

    /** Texts by setting name; what cannot be read is added to {@code problems}. */
    static Map<String, String> read(Path file, List<String> problems) {
        Map<String, String> texts = new LinkedHashMap<>();
        switch (load(file, problems)) {
            case Map<?, ?> map ->
                    map.forEach(
                            (key, value) -> add(texts, file, String.valueOf(key), value, problems));
            case null -> {}
            default -> problems.add(file + ": expected lines of the form name: value");
        }
        return texts;
    }

    private static @Nullable Object load(Path file, List<String> problems) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(options)).load(reader);
        } catch (IOException e) {
            problems.add(
                    "cannot read the configuration file "
                            + file
                            + " ("
                            + e.getClass().getSimpleName()
                            + ")");
        } catch (YAMLException e) {
            problems.add(file + ": not valid YAML: " + firstLine(e));
        }
        return null;
    }

    /** Only the first line: the next ones quote the file, which may hold secrets. */
    private static String firstLine(YAMLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static void add(
            Map<String, String> texts,
            Path file,
            String name,
            @Nullable Object value,
            List<String> problems) {
        switch (value) {
            case null -> {}
            case Map<?, ?> _ ->
                    problems.add(
                            file
                                    + ": '"
                                    + name
                                    + "' holds names of its own; expected a value or a list");
            case List<?> list ->
                    texts.put(
                            name,
                            list.stream().map(String::valueOf).collect(Collectors.joining(",")));
            default -> texts.put(name, String.valueOf(value));
        }
    }
}
