package com.luckyfunatic.devservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarCacheTest {
    @TempDir Path directory;
    private JarCache cache;

    @BeforeEach
    void make_cache() throws IOException {
        cache = new JarCache(Files.createDirectories(directory.resolve("cache")));
    }

    @Test
    void unpacks_what_is_needed_executable_and_under_its_new_name() throws Exception {
        var jar = jar("bin/server", "doc/manual");

        var unpacked =
                cache.unpacked(jar, sha256(jar), name -> name.equals("bin/server") ? "run" : "");

        assertThat(files(unpacked)).containsExactly("run");
        assertThat(unpacked.resolve("run")).hasContent("content of bin/server").isExecutable();
    }

    @Test
    void many_at_once_unpack_once() throws Exception {
        var jar = jar("server");
        var sha256 = sha256(jar);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Path> task = () -> cache.unpacked(jar, sha256, name -> name);
            var results = threads.invokeAll(Collections.nCopies(8, task));
            for (var result : results) {
                assertThat(result.get().resolve("server")).exists();
            }
        }
        Files.delete(jar);
        assertThat(cache.unpacked(jar, sha256, name -> name).resolve("server")).exists();
    }

    @Test
    void goes_on_where_a_killed_jvm_left_half_of_it() throws Exception {
        var jar = jar("server");
        var partial = Files.createDirectories(directory.resolve("cache/partial"));
        Files.writeString(partial.resolve("half"), "of it");

        assertThat(files(cache.unpacked(jar, sha256(jar), name -> name))).containsExactly("server");
    }

    @Test
    void refuses_a_jar_that_is_not_the_expected_one() throws Exception {
        var jar = jar("server");
        var other = sha256(jar).replaceFirst("^..", "zz");

        assertThatThrownBy(() -> cache.unpacked(jar, other, name -> name))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("expected " + other);
        assertThat(files(directory.resolve("cache"))).doesNotContain("server-zz");
        assertThat(cache.unpacked(jar, sha256(jar), name -> name).resolve("server")).exists();
    }

    @Test
    void refuses_an_entry_that_points_elsewhere() throws Exception {
        var jar = jar("../../elsewhere");

        assertThatThrownBy(() -> cache.unpacked(jar, sha256(jar), name -> name))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("the entry ../../elsewhere points out of the jar");
        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    private Path jar(String... entries) throws IOException {
        var jar = directory.resolve("some.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(("content of " + entry).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return jar;
    }

    private static String sha256(Path file) throws Exception {
        var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }

    private static Stream<String> files(Path directory) throws IOException {
        try (var all = Files.list(directory)) {
            return all.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
