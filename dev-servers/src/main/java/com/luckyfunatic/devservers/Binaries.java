package com.luckyfunatic.devservers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out, once per JVM, whether a binary runs on this machine: it may miss a shared library. */
final class Binaries {
    private static final Map<Path, Path> RUNS = new ConcurrentHashMap<>();

    private Binaries() {}

    /**
     * Returns {@code binary} if it can say its version.
     *
     * @throws ServerUnavailableException with what it said instead
     */
    static Path checked(Path binary) {
        return RUNS.computeIfAbsent(binary, Binaries::check);
    }

    private static Path check(Path binary) {
        try {
            var process =
                    new ProcessBuilder(binary.toString(), "--version")
                            .redirectErrorStream(true)
                            .start();
            try (var output = process.getInputStream()) {
                var said = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
                if (process.onExit().join().exitValue() != 0) {
                    throw new ServerUnavailableException(binary + " does not run here: " + said);
                }
            }
            return binary;
        } catch (IOException e) {
            // What execve refuses, such as a program for another C library.
            throw new ServerUnavailableException(binary + " does not run here: " + e.getMessage());
        }
    }
}
