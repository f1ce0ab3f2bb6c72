package com.luckyfunatic.admin.storage;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.operations.ProgressLine;
import com.luckyfunatic.operations.StorageOptions;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.distributed.Recovery;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Loads players into Redis again. */
@Command(
        name = "recover",
        description = {
            "Load players into Redis from their snapshots and the archive, after Redis was wiped or"
                    + " came back with an old copy, before they are asked for.",
            "",
            "It loads them as a server does on the first touch: servers may play meanwhile, and it"
                    + " may be interrupted and repeated."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin recover --config server.yaml --dry-run",
            "  funatic admin recover --config server.yaml --player 42 --player 43"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every player is in Redis",
            "1:some could not be loaded; each is a line",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used, or went away meanwhile: repeat it"
        })
public final class Recover implements Callable<Integer> {
    @Mixin private StorageOptions storage;

    @Option(
            names = "--player",
            paramLabel = "ID",
            description = "Load this player only; may be given several times.")
    private List<PlayerId> players = new ArrayList<>();

    @Option(names = "--dry-run", description = "Tell what would be done, and load nobody.")
    private boolean dryRun;

    @Spec private CommandSpec spec;

    private long loaded;
    private long replayed;
    private long current;
    private long nobody;
    private long failed;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    public Recover() {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!storage.isDistributed()) {
            err.println(
                    "Embedded storage recovers by itself when it is opened. For Redis, MySQL and"
                            + " ScyllaDB say --storage distributed.");
            return ExitCodes.USAGE;
        }
        try (DistributedStorage opened = storage.openDistributed()) {
            recover(opened.recovery());
        } catch (StorageException e) {
            err.println(e.getMessage());
            tell();
            return ExitCodes.UNAVAILABLE;
        }
        tell();
        return failed == 0 ? ExitCodes.OK : ExitCodes.PROBLEMS;
    }

    private void recover(Recovery recovery) {
        long[] ids = ids(recovery);
        ProgressLine line =
                ProgressLine.of(
                        dryRun ? "players looked at" : "players recovered",
                        spec.commandLine().getErr());
        long done = 0;
        for (long id : ids) {
            PlayerId player = new PlayerId(id);
            count(player, dryRun ? recovery.plan(player) : recovery.recover(player));
            line.at(++done, ids.length);
        }
        line.end();
    }

    private long[] ids(Recovery recovery) {
        if (!players.isEmpty()) {
            return players.stream().mapToLong(PlayerId::value).toArray();
        }
        LongStream.Builder all = LongStream.builder();
        recovery.forEachPlayer(all::add);
        return all.build().toArray();
    }

    private void count(PlayerId player, Recovery.Outcome outcome) {
        switch (outcome) {
            case Recovery.Outcome.Current() -> current++;
            case Recovery.Outcome.Loaded(long _, int changes) -> {
                loaded++;
                replayed += changes;
            }
            case Recovery.Outcome.Nobody() -> nobody++;
            case Recovery.Outcome.Failed(String reason) -> {
                failed++;
                spec.commandLine().getOut().println("player " + player + ": " + reason);
            }
        }
    }

    private void tell() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s %d players, %d are in Redis already, %d have never played, %d failed%n",
                dryRun ? "would load" : "loaded", loaded, current, nobody, failed);
        if (dryRun) {
            out.printf("%d archived changes would be replayed%n", replayed);
        }
    }
}
