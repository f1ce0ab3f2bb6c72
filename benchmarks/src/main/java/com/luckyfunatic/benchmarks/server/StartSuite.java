package com.luckyfunatic.benchmarks.server;

import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long the server takes from the command to the first answer that the game can be played, on an
 * empty data directory, with and without the start-up cache that the build makes.
 */
public final class StartSuite {
    private final RunOptions options;
    private final ServerCommand command;
    private final RunDirectory directory;
    private final List<Double> withCache = new ArrayList<>();
    private final List<Double> withoutCache = new ArrayList<>();
    private final List<Long> residentMiB = new ArrayList<>();

    /** A suite as long as the options say. */
    public StartSuite(RunOptions options, ServerCommand command) throws IOException {
        this.options = options;
        this.command = command;
        directory = options.start("start");
    }

    /** Starts the server again and again, and writes the raw file. */
    public void run() throws IOException, InterruptedException {
        boolean cached = command instanceof ServerCommand.Launcher;
        // The first one may build the server and its cache.
        start("on");
        residentMiB.clear();
        for (int i = 0; i < options.choose(10, 1); i++) {
            if (cached) {
                withCache.add(start("on"));
            }
            withoutCache.add(start("off"));
        }
        print("with the start-up cache", withCache);
        print("without", withoutCache);
        directory.write(
                RunDirectory.RESULT_FILE, new StartResult(withCache, withoutCache, residentMiB));
        System.out.println("raw results: " + directory);
    }

    private double start(String cache) throws IOException, InterruptedException {
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            ServerSettings settings = ServerSettings.forLoad(scratch.resolve("data"));
            if (command instanceof ServerCommand.Launcher) {
                settings = settings.with("FUNATIC_AOT", cache);
            }
            try (ServerProcess server = ServerProcess.start(command, settings, ServerProcess.LOG)) {
                residentMiB.add(server.residentMiB());
                return server.startTime().toMillis() / 1e3;
            }
        }
    }

    private static void print(String name, List<Double> seconds) {
        if (!seconds.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-24s median %.2f s of %d starts: %s%n",
                    name,
                    Medians.of(seconds),
                    seconds.size(),
                    seconds);
        }
    }
}
