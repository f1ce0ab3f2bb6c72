package com.luckyfunatic.benchmarks.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of commands that start the server. Not thread-safe. */
public final class ServerOptions {
    @Option(
            names = "--server",
            paramLabel = "DIR",
            description =
                    "Start the server from the jars in DIR, without start-up cache. Default: as"
                            + " ./funatic serve does, building it when needed.")
    private @Nullable Path jars;

    /** How to start the server. */
    public ServerCommand command() {
        return jars == null ? new ServerCommand.Launcher() : new ServerCommand.Jars(jars);
    }
}
