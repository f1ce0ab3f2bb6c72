package com.luckyfunatic.benchmarks.server;

import java.nio.file.Path;
import java.util.List;

/** How to start the server. */
public sealed interface ServerCommand {
    /** The command line. */
    List<String> line();

    /**
     * As a user does. The launcher becomes the server, so that its process id is the server's and
     * no signal is lost on the way.
     */
    record Launcher() implements ServerCommand {
        @Override
        public List<String> line() {
            return List.of(Path.of("funatic").toAbsolutePath().toString(), "serve");
        }
    }

    /** From a directory of jars, with this process's own Java. */
    record Jars(Path directory) implements ServerCommand {
        @Override
        public List<String> line() {
            return List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseSerialGC",
                    "-Xmx224m",
                    "-cp",
                    directory.toAbsolutePath() + "/*",
                    "com.luckyfunatic.server.Application");
        }
    }
}
