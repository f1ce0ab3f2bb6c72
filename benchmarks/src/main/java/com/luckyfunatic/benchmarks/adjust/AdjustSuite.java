package com.luckyfunatic.benchmarks.adjust;

import com.luckyfunatic.benchmarks.audit.DrainServers;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast a file of adjustments is looked at and carried out, one hard command per row: on the
 * embedded store, and on Redis, MariaDB and Cassandra on this machine. The last round is broken off
 * 20 times. In the end of each round it is counted that every row was applied once.
 */
public final class AdjustSuite {
    private static final int KILLS = 20;

    private final RunOptions options;
    private final int rows;
    private final int rounds;

    /** A suite as long as the options say. */
    public AdjustSuite(RunOptions options) {
        this.options = options;
        rows = options.choose(10_000, 1_000);
        rounds = options.choose(3, 1);
    }

    /** Runs everything and writes the raw file. */
    public void run() throws IOException {
        RunDirectory directory = options.start("adjust");
        List<AdjustResult.Storage> storages = new ArrayList<>();
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            try (EmbeddedStorage storage = EmbeddedStorage.open(scratch.resolve("embedded"))) {
                storages.add(measure("embedded", storage, scratch.resolve("embedded-files")));
            }
            try (DrainServers servers = DrainServers.start(scratch.resolve("servers"));
                    DistributedStorage storage =
                            DistributedStorage.open(
                                    servers.settings("adjust", DistributedSettings.FLUSH_AFTER),
                                    InstantSource.system())) {
                storage.workers().start("adjust");
                storages.add(measure("distributed", storage, scratch.resolve("files")));
            }
        }
        directory.write(RunDirectory.RESULT_FILE, new AdjustResult(storages));
        System.out.println("raw results: " + directory);
    }

    private AdjustResult.Storage measure(String name, GameStorage storage, Path files)
            throws IOException {
        AdjustGame game = new AdjustGame(storage, rows, files);
        List<AdjustResult.Round> measured = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            AdjustResult.Round round = game.round(i, i == rounds ? KILLS : 0);
            System.out.printf(
                    Locale.ROOT,
                    "%s, round %d: looked at in %.2f s, carried out in %.2f s, killed %d times%n",
                    name,
                    i,
                    round.checkSeconds(),
                    round.applySeconds(),
                    round.kills());
            // The first one warms up.
            if (i > 0) {
                measured.add(round);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f rows/s%n",
                name,
                Medians.of(measured, AdjustResult.Round::rowsPerSecond));
        return new AdjustResult.Storage(name, rows, measured);
    }
}
