package com.luckyfunatic.benchmarks.prize;

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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How fast a tournament that is over is ranked and its winners are paid, each by a hard command of
 * its own: on the embedded store, and on Redis, MariaDB and Cassandra on this machine. In the end
 * of each round it is counted that everybody was paid.
 */
public final class PrizeSuite {
    private final RunOptions options;
    private final Size embedded;
    private final Size distributed;

    /**
     * How much is measured: the distributed storage takes a minute for what the other does at once.
     */
    private record Size(int winners, int rounds) {}

    /** A suite as long as the options say. */
    public PrizeSuite(RunOptions options) {
        this.options = options;
        int rounds = options.choose(3, 1);
        embedded = new Size(options.choose(100_000, 2_000), rounds);
        distributed = new Size(options.choose(10_000, 2_000), rounds);
    }

    /** Runs everything and writes the raw file. */
    public void run() throws IOException {
        RunDirectory directory = options.start("prizes");
        List<PrizeResult.Storage> storages = new ArrayList<>();
        try (ScratchDirectory scratch = ScratchDirectory.create()) {
            try (EmbeddedStorage storage = EmbeddedStorage.open(scratch.resolve("embedded"))) {
                storages.add(measure("embedded", storage, embedded));
            }
            try (DrainServers servers = DrainServers.start(scratch.resolve("servers"));
                    DistributedStorage storage =
                            DistributedStorage.open(
                                    servers.settings("prizes", DistributedSettings.FLUSH_AFTER),
                                    InstantSource.system())) {
                storage.workers().start("prizes");
                storages.add(measure("distributed", storage, distributed));
            }
        }
        directory.write(RunDirectory.RESULT_FILE, new PrizeResult(storages));
        System.out.println("raw results: " + directory);
    }

    private PrizeResult.Storage measure(String name, GameStorage storage, Size size) {
        PrizeGame game = new PrizeGame(storage, size.winners());
        List<PrizeResult.Round> measured = new ArrayList<>();
        for (int i = 0; i <= size.rounds(); i++) {
            PrizeResult.Round round = game.round(i);
            System.out.printf(
                    Locale.ROOT,
                    "%s, round %d: %.0f ranked/s, %.0f paid/s%n",
                    name,
                    i,
                    round.rankedPerSecond(),
                    round.paidPerSecond());
            // The first one warms up.
            if (i > 0) {
                measured.add(round);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f winners paid/s%n",
                name,
                Medians.of(measured, PrizeResult.Round::paidPerSecond));
        return new PrizeResult.Storage(name, size.winners(), measured);
    }
}
