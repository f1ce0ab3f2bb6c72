package com.luckyfunatic.benchmarks.server;

import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long short commands of {@code ./funatic admin} take, from the shell's command to the end of
 * the process, with and without the start-up cache that the first start of the server makes.
 */
public final class AdminSuite {
    private static final long TELEGRAM_ID = 1;

    private final RunOptions options;
    private final RunDirectory directory;

    /** A suite as long as the options say. */
    public AdminSuite(RunOptions options) throws IOException {
        this.options = options;
        directory = options.start("admin");
    }

    /** Starts commands again and again, and writes the raw file. */
    public void run() throws IOException, InterruptedException {
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            makeCaches(scratch.resolve("server"));
            ServerSettings game = ServerSettings.forLoad(scratch.resolve("game"));
            join(game.dataDir());
            LoadOperator operator =
                    LoadOperator.add(game, "support", scratch.resolve("credential"));
            List<AdminResult.Command> commands = new ArrayList<>();
            commands.add(measure(AdminResult.HELP, List.of("--help")));
            commands.add(
                    measure(AdminResult.LOOK_UP, lookUp("--data-dir", game.dataDir().toString())));
            try (ServerProcess server =
                    ServerProcess.start(new ServerCommand.Launcher(), game, ServerProcess.LOG)) {
                commands.add(
                        measure(
                                AdminResult.LOOK_UP_BY_SERVER,
                                lookUp(
                                        "--server",
                                        server.url().toString(),
                                        "--operator",
                                        operator.name(),
                                        "--credential-file",
                                        operator.credentialFile().toString())));
            }
            AdminResult result = new AdminResult(commands);
            directory.write(RunDirectory.RESULT_FILE, result);
        }
        System.out.println("raw results: " + directory);
    }

    private static List<String> lookUp(String... where) {
        List<String> words =
                new ArrayList<>(
                        List.of("player", "show", "--telegram-id", Long.toString(TELEGRAM_ID)));
        words.addAll(List.of(where));
        return words;
    }

    private static void makeCaches(Path data) throws IOException, InterruptedException {
        ServerProcess.start(
                        new ServerCommand.Launcher(),
                        ServerSettings.forLoad(data),
                        ServerProcess.LOG)
                .close();
        try (Stream<Path> files = Files.walk(Path.of(".funatic"), 2)) {
            if (files.noneMatch(file -> file.getFileName().toString().matches("admin-.*\\.aot"))) {
                throw new IllegalStateException("the server's start has left no cache for admin");
            }
        }
    }

    private static void join(Path directory) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            GameEngine.on(storage, Catalog.of(CatalogLoader.standard()))
                    .logIn(TelegramAccount.of(TELEGRAM_ID, "Ann"), null);
        }
    }

    private AdminResult.Command measure(String name, List<String> words)
            throws IOException, InterruptedException {
        AdminResult.Command command =
                new AdminResult.Command(name, new ArrayList<>(), new ArrayList<>());
        seconds(words, "on");
        for (int i = 0; i < options.choose(20, 1); i++) {
            command.withCacheSeconds().add(seconds(words, "on"));
            command.withoutCacheSeconds().add(seconds(words, "off"));
        }
        System.out.printf(
                Locale.ROOT,
                "%-32s median %.2f s, without the cache %.2f s%n",
                name,
                Medians.of(command.withCacheSeconds()),
                Medians.of(command.withoutCacheSeconds()));
        return command;
    }

    private static double seconds(List<String> words, String cache)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        line.add(Path.of("funatic").toAbsolutePath().toString());
        line.add("admin");
        line.addAll(words);
        ProcessBuilder builder =
                new ProcessBuilder(line)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().retainAll(ServerProcess.PASSED_ON);
        builder.environment().put("FUNATIC_AOT", cache);
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IllegalStateException(words + " ended with " + code);
        }
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3;
    }
}
