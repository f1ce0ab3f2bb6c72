package com.luckyfunatic.storage.scylla;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One step of the schema: a file of statements that may each run again.
 *
 * @param version its place in the order, from 1
 * @param name the file's name
 * @param text the file without comments and line ends of its own
 */
record Migration(int version, String name, String text) {
    private static final String DIRECTORY = "/db/scylla/";
    private static final Pattern NAME = Pattern.compile("V([1-9]\\d*)__\\w+\\.cql");

    /** All there are, in order. A jar's directories cannot be listed, so they are named here. */
    static List<Migration> all() {
        return List.of(
                read("V1__audit_trail.cql"),
                read("V2__play_sessions.cql"),
                read("V3__audit_manifest.cql"));
    }

    private static Migration read(String name) {
        try (InputStream in = Migration.class.getResourceAsStream(DIRECTORY + name)) {
            if (in == null) {
                throw new IllegalStateException(DIRECTORY + name + " is missing");
            }
            return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the migration that a file of this name and content describes. */
    static Migration of(String name, String content) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name of a migration");
        }
        String text =
                content.lines()
                        .filter(line -> !line.startsWith("--"))
                        .collect(Collectors.joining("\n"));
        return new Migration(Integer.parseInt(matcher.group(1)), name, text);
    }

    List<String> statements() {
        return Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** Tells it from every other: comments may be corrected later, statements not. */
    String checksum() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
