package com.luckyfunatic.benchmarks.crash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Other words in a script of Redis.
 *
 * @param script the name of its file
 * @param words which it has once
 * @param others in their place
 */
record ScriptPatch(String script, String words, String others) implements Plant {
    private static final String SCRIPTS = "com/luckyfunatic/lua/commands/";

    @Override
    public void write(Path directory) throws IOException {
        String file = SCRIPTS + script;
        String text = read(file);
        int at = text.indexOf(words);
        if (at < 0 || text.indexOf(words, at + 1) >= 0) {
            throw new IllegalStateException(script + " does not have once: " + words);
        }
        Path target = directory.resolve(file);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text.replace(words, others));
    }

    private static String read(String file) throws IOException {
        try (InputStream in = ScriptPatch.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("there is no script " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
