package com.luckyfunatic.admin.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.StorageTrouble;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.operations.ProgressLine;
import com.luckyfunatic.operations.StorageOptions;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import com.luckyfunatic.storage.verify.Books;
import com.luckyfunatic.storage.verify.ConservationCheck;
import com.luckyfunatic.storage.verify.ConservationReport;
import com.luckyfunatic.storage.verify.Mismatch;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks that everything the storage keeps adds up. */
@Command(
        name = "reconcile",
        aliases = "verify",
        description = {
            "Check that everything adds up: for every player and currency the balance is the sum of"
                    + " the changes, no change is missing or there twice, no balance leaves its"
                    + " range, the audit has what it counts, every hard operation has made one"
                    + " change, and what operators carried out is recorded.",
            "",
            "Distributed storage may be played on meanwhile; embedded storage must be in use by no"
                    + " server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin reconcile --data-dir ./data",
            "  funatic admin reconcile --config server.yaml --player 42 --json"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything adds up",
            "1:something does not; each is a line",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
public final class Reconcile implements Callable<Integer> {
    @Mixin private StorageOptions storage;

    @Option(
            names = "--player",
            paramLabel = "ID",
            description = "Check this player only; may be given several times.")
    private List<PlayerId> players = new ArrayList<>();

    @Option(names = "--json", description = "Answer with one JSON object per line.")
    private boolean json;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    public Reconcile() {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (storage.isDistributed()) {
                try (DistributedStorage opened = storage.openDistributed()) {
                    return check(opened.books());
                }
            }
            if (!storage.hasEmbeddedGame()) {
                err.println(storage.noEmbeddedGame());
                return ExitCodes.UNAVAILABLE;
            }
            try (EmbeddedStorage opened = storage.openEmbedded()) {
                return check(opened.books());
            }
        } catch (StorageException e) {
            err.println(StorageTrouble.text(e));
            return ExitCodes.UNAVAILABLE;
        }
    }

    private int check(Books books) {
        ProgressLine line = ProgressLine.of("players checked", spec.commandLine().getErr());
        ConservationCheck check = ConservationCheck.of(books);
        ConservationReport report =
                players.isEmpty()
                        ? check.run(line::at, this::tell)
                        : check.run(players, this::tell);
        line.end();
        if (json) {
            tellJson(report);
        } else {
            tell(report);
        }
        return report.isClean() ? ExitCodes.OK : ExitCodes.PROBLEMS;
    }

    private void tell(Mismatch mismatch) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode node = new ObjectMapper().createObjectNode();
            node.put("player", mismatch.player().toString());
            node.put("kind", mismatch.kind().name().toLowerCase(Locale.ROOT));
            node.put("detail", mismatch.detail());
            out.println(node);
        } else {
            out.println(
                    "player "
                            + mismatch.player()
                            + ": "
                            + mismatch.kind().name().toLowerCase(Locale.ROOT)
                            + ": "
                            + mismatch.detail());
        }
    }

    private void tell(ConservationReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %d players, %d changes, %d hard operations%n",
                report.isClean()
                        ? "everything adds up"
                        : report.mismatches() + " things do not add up",
                report.players(),
                report.changes(),
                report.operations());
        if (report.changes() > 0) {
            out.printf("checked from %s on%n", Instant.ofEpochMilli(report.oldestMillis()));
        }
        long cut = report.players() - report.completePlayers();
        if (cut > 0) {
            out.printf(
                    "of %d players the first changes are no longer kept: checked from what their"
                            + " oldest change began with%n",
                    cut);
        }
        if (report.operationsOutOfReach() > 0) {
            out.printf(
                    "%d hard operations are older than the changes that are kept, and were not"
                            + " checked%n",
                    report.operationsOutOfReach());
        }
    }

    private void tellJson(ConservationReport report) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        node.put("clean", report.isClean());
        node.put("players", report.players());
        node.put("completePlayers", report.completePlayers());
        node.put("changes", report.changes());
        node.put("operations", report.operations());
        node.put("operationsOutOfReach", report.operationsOutOfReach());
        node.put("mismatches", report.mismatches());
        if (report.changes() > 0) {
            node.put("checkedFrom", Instant.ofEpochMilli(report.oldestMillis()).toString());
        }
        spec.commandLine().getOut().println(node);
    }
}
