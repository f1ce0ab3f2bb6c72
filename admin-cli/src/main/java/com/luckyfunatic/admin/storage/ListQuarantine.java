package com.luckyfunatic.admin.storage;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Printable;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.operations.StorageOptions;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.mysql.Quarantine;
import com.luckyfunatic.storage.mysql.QuarantinedEntry;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the journal entries that could not be understood. */
@Command(
        name = "quarantine",
        description = "List the journal entries that could not be understood, latest first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin journal quarantine --config server.yaml --limit 10"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is none",
            "1:there are some",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
public final class ListQuarantine implements Callable<Integer> {
    @Mixin private StorageOptions storage;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "The most to list. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    public ListQuarantine() {}

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        if (!storage.isDistributed()) {
            err.println("Embedded storage has no quarantine. Say --storage distributed.");
            return ExitCodes.USAGE;
        }
        try (DistributedStorage opened = storage.openDistributed()) {
            List<Quarantine.Listed> listed = opened.quarantine().list(Long.MAX_VALUE, limit);
            listed.forEach(each -> tell(each.entry()));
            spec.commandLine()
                    .getOut()
                    .println(
                            listed.isEmpty()
                                    ? "nothing is quarantined"
                                    : listed.size() + " listed");
            return listed.isEmpty() ? ExitCodes.OK : ExitCodes.PROBLEMS;
        } catch (StorageException e) {
            err.println(e.getMessage());
            return ExitCodes.UNAVAILABLE;
        }
    }

    private void tell(QuarantinedEntry entry) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s partition %d entry %s, not understood by the %s: %s%n",
                Instant.ofEpochMilli(entry.atMillis()),
                entry.partition(),
                entry.name(),
                entry.sink().name().toLowerCase(Locale.ROOT),
                entry.reason());
        entry.document().lines().forEach(line -> out.println("    " + Printable.line(line)));
    }
}
