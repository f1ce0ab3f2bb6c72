package com.luckyfunatic.storage.redis.script;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Assembles scripts from their sources: {@code commands/NAME-KEYS.lua}, and what they include from
 * {@code includes/NAME.lua}, each once, before what needs it. Thread-safe.
 */
public final class ScriptLoader {
    private static final Pattern INCLUDE = Pattern.compile("\\s*--- @include \"([a-z_]+)\"\\s*");
    private static final Pattern DIRECTIVE = Pattern.compile("\\s*---.*");

    private final Sources sources;

    /** Where sources are read from. */
    @FunctionalInterface
    interface Sources {
        /** Returns the text of {@code path}, or null if there is none. */
        @Nullable String read(String path);
    }

    ScriptLoader(Sources sources) {
        this.sources = sources;
    }

    /** Returns a loader of the sources in the module {@code lua}. */
    public static ScriptLoader standard() {
        return new ScriptLoader(ScriptLoader::readResource);
    }

    private static @Nullable String readResource(String path) {
        String resource = "/com/luckyfunatic/lua/" + path;
        try (InputStream in = ScriptLoader.class.getResourceAsStream(resource)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /**
     * Returns the script {@code name}.
     *
     * @param keys how many keys the caller passes; it is part of the file's name
     * @throws ScriptSourceException for a source that is missing, includes itself, includes one
     *     file twice, or holds another directive
     */
    public Script load(String name, int keys) {
        String path = "commands/" + name + "-" + keys + ".lua";
        String source = sources.read(path);
        if (source == null) {
            throw new ScriptSourceException("there is no script " + path);
        }
        Assembly assembly = new Assembly();
        assembly.add(path, source);
        return Script.of(name, keys, String.join("\n", assembly.lines) + "\n");
    }

    /** One script in the making. */
    private final class Assembly {
        final List<String> lines = new ArrayList<>();
        private final Set<String> included = new LinkedHashSet<>();
        private final Set<String> open = new LinkedHashSet<>();

        void add(String path, String source) {
            open.add(path);
            Set<String> ownIncludes = new LinkedHashSet<>();
            int number = 0;
            for (String line : source.lines().toList()) {
                number++;
                Matcher include = INCLUDE.matcher(line);
                if (include.matches()) {
                    String place = path + ":" + number;
                    if (!ownIncludes.add(include.group(1))) {
                        throw new ScriptSourceException(
                                place + ": \"" + include.group(1) + "\" is included twice");
                    }
                    include("includes/" + include.group(1) + ".lua", place);
                } else if (DIRECTIVE.matcher(line).matches()) {
                    throw new ScriptSourceException(
                            path + ":" + number + ": not a directive: " + line.strip());
                } else {
                    lines.add(line);
                }
            }
            open.remove(path);
        }

        private void include(String path, String place) {
            if (open.contains(path)) {
                throw new ScriptSourceException(
                        place + ": " + String.join(" → ", open) + " → " + path + " is a cycle");
            }
            if (!included.add(path)) {
                return;
            }
            String source = sources.read(path);
            if (source == null) {
                throw new ScriptSourceException(place + ": there is no " + path);
            }
            add(path, source);
        }
    }
}
