package com.luckyfunatic.worker;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.storage.embedded.EmbeddedSettings;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one job once, on a data directory that no server is using. */
@Command(
        name = "once",
        description = "Runs one job once, on a data directory that no server is using.",
        mixinStandardHelpOptions = true)
final class RunOnce implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "JOB",
            description = "One of: ${COMPLETION-CANDIDATES}.",
            completionCandidates = JobNames.class)
    private String name;

    @Mixin private GameOptions game;

    @SuppressWarnings("NullAway.Init")
    RunOnce() {}

    /** The names, for help and completion. */
    static final class JobNames implements Iterable<String> {
        @Override
        public java.util.Iterator<String> iterator() {
            return Jobs.names().iterator();
        }
    }

    @Override
    public Integer call() {
        Job job =
                Jobs.ALL.stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new ParameterException(
                                        spec.commandLine(),
                                        "There is no job '"
                                                + name
                                                + "'. Jobs: "
                                                + String.join(", ", Jobs.names())));
        Path directory = game.directory();
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.exists(directory.resolve("funatic.db"))) {
            err.println("There is no game in " + directory.toAbsolutePath().normalize() + ".");
            return Worker.UNAVAILABLE;
        }
        Catalog catalog = game.catalog();
        // How long changes are kept is the server's to say: a job removes none.
        EmbeddedSettings settings = EmbeddedSettings.in(directory).withJournalKept(Duration.ZERO);
        try (EmbeddedStorage storage = EmbeddedStorage.open(settings)) {
            GameEngine engine = GameEngine.on(storage, catalog);
            long done =
                    job.run(
                            new OpenGame(engine, storage),
                            count -> err.println(job.name() + ": " + count + " done"));
            spec.commandLine().getOut().println(job.name() + ": finished, " + done + " done");
            return 0;
        } catch (StorageException e) {
            err.println(e.getMessage());
            return Worker.UNAVAILABLE;
        }
    }
}
