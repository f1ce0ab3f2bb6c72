package com.luckyfunatic.worker;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.operations.StorageOptions;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.operations.content.ReleaseWatch;
import com.luckyfunatic.operations.job.SealAudit;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs one job once, on a data directory that no server is using. */
@Command(
        name = "once",
        description =
                "Runs one job once: on distributed storage, or on a data directory that no"
                        + " server is using.",
        mixinStandardHelpOptions = true)
final class RunOnce implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "JOB",
            description = "One of: ${COMPLETION-CANDIDATES}.",
            completionCandidates = Jobs.Names.class)
    private String name;

    @Mixin private StorageOptions options;

    @Mixin private GameOptions game;

    @SuppressWarnings("NullAway.Init")
    RunOnce() {}

    @Override
    public Integer call() {
        AuditSealing sealing = game.sealing(options);
        WorkerJob job = Jobs.named(name, sealing, spec.commandLine());
        PrintWriter err = spec.commandLine().getErr();
        if (job.name().equals(SealAudit.NAME)) {
            sealing.warningOfSealing(options.isProduction()).ifPresent(err::println);
        }
        if (job.isForDistributedOnly() && !options.isDistributed()) {
            err.println(job.name() + " is for distributed storage: say --storage distributed.");
            return Worker.UNAVAILABLE;
        }
        if (!options.isDistributed() && !options.hasEmbeddedGame()) {
            err.println(options.noEmbeddedGame());
            return Worker.UNAVAILABLE;
        }
        Catalog catalog = game.catalog(options);
        try (GameStorage storage =
                        options.isDistributed()
                                ? options.openDistributed()
                                : options.openEmbedded();
                ReleaseWatch watch = game.engine(storage, catalog)) {
            long done =
                    job.run(
                            new OpenGame(watch.engine(), storage),
                            count -> err.println(job.name() + ": " + count + " done"));
            spec.commandLine().getOut().println(job.name() + ": finished, " + done + " done");
            return 0;
        } catch (StorageException e) {
            err.println(e.getMessage());
            return Worker.UNAVAILABLE;
        }
    }
}
