package com.luckyfunatic.admin.adjust;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.CatalogOption;
import com.luckyfunatic.operations.ConcurrentTasks;
import com.luckyfunatic.operations.ProgressLine;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.AdjustmentResults;
import com.luckyfunatic.operations.adjust.AdjustmentRun;
import com.luckyfunatic.operations.adjust.AdjustmentTotals;
import com.luckyfunatic.operations.adjust.FileApprovals;
import com.luckyfunatic.operations.adjust.FileSpending;
import com.luckyfunatic.operations.adjust.RowProblem;
import com.luckyfunatic.operations.content.ReleaseWatch;
import com.luckyfunatic.operations.operator.DailyLimit;
import com.luckyfunatic.operations.operator.SupportLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Adjusts the funds and items of many players. */
@Command(
        name = "adjust",
        description = {
            "Give and take funds and items of many players, from a file: CSV in UTF-8 with the"
                    + " columns operation_id,player_id,currency_or_item,amount,reason_code,reason.",
            "",
            "Every row is looked at first, and if one is bad nothing is done. Each row is carried"
                    + " out at most once for ever under its operation id: broken off, the same"
                    + " command goes on. Results are written beside the file, one per row. What"
                    + " the rules refuse because a player has changed meanwhile is among them.",
            "",
            "What moves more than support-limit-funz, -jokers or -items takes two people: a"
                    + " support-lead looks at the file and approves it, another operator carries it"
                    + " out, and both sign in. A file counts once against the support-daily-funz,"
                    + " -jokers and -items of whoever carries it out, approved or not.",
            "",
            "Distributed storage may be played on meanwhile; embedded storage must be in use by no"
                    + " server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin adjust --file lost.csv --reason 'ticket 81' --dry-run",
            "  funatic admin adjust --file lost.csv --reason 'ticket 81' --by ada",
            "  funatic admin adjust --file lost.csv --reason 'ticket 81' --approve --operator bob"
                    + " --credential-file bob.txt",
            "  funatic admin adjust --file lost.csv --reason 'ticket 81' --approved-by bob"
                    + " --operator ada --credential-file ada.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all rows are carried out, now or before; of a dry run, they could be; it is"
                    + " approved",
            "1:a row is bad, a second person is missing, or it is too much for the day, and nothing"
                    + " was done; or some rows were refused",
            "2:the command line or the configuration is wrong",
            "66:the file could not be read, or the results not be written",
            "69:the storage cannot be used; the same command goes on"
        })
public final class AdjustPlayers extends StorageCommand {
    private static final int AT_ONCE = 64;
    private static final int REASON_LENGTH_MAX = 500;
    private static final String ACTION = "adjust_file";

    @Option(names = "--file", paramLabel = "FILE", required = true, description = "The rows.")
    private Path file;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why the file is carried out, for the record; names no person.")
    private String reason;

    @Option(
            names = "--by",
            paramLabel = "NAME",
            description =
                    "Who does it, where nobody signs in. Default: the user of the operating"
                            + " system.")
    private @Nullable String actor;

    @ArgGroup(exclusive = false)
    private @Nullable SigningIn signingIn;

    @Option(
            names = "--approve",
            description =
                    "Look at every row, change nothing, and approve the file for somebody else to"
                            + " carry out.")
    private boolean approves;

    @Option(
            names = "--approved-by",
            paramLabel = "NAME",
            description = "Who has approved the file.")
    private @Nullable String approver;

    @Option(
            names = "--results",
            paramLabel = "FILE",
            description =
                    "Where results are written. Default: beside the file, by its name and what is"
                            + " in it.")
    private @Nullable Path results;

    @Option(names = "--dry-run", description = "Look at every row and change nothing.")
    private boolean dryRun;

    @Mixin private CatalogOption content;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    AdjustPlayers() {}

    @Override
    protected void check() {
        if (reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--reason must have 1 to " + REASON_LENGTH_MAX + " characters.");
        }
        if (signingIn != null && actor != null) {
            throw new ParameterException(
                    spec().commandLine(), "Either --by or --operator, not both.");
        }
        if (approves && (signingIn == null || dryRun || approver != null)) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--approve takes --operator, and neither --dry-run nor --approved-by.");
        }
    }

    @Override
    protected int run(GameStorage opened) {
        AdjustmentFile read = AdjustmentFile.read(file);
        if (!read.problems().isEmpty()) {
            return refuse(read, read.problems());
        }
        Operator signedIn =
                signingIn == null ? null : signingIn.in(opened.operators()).orElse(null);
        if (signingIn != null && signedIn == null) {
            return refuseAll(
                    "There is no such operator, the credential is another one, or the operator is"
                            + " disabled.");
        }
        OperatorRecord record = new OperatorRecord(opened, who(signedIn));
        String missing = approves ? notLead(signedIn) : secondMissing(read, signedIn, opened);
        if (missing != null && !dryRun) {
            record.add(
                    approves ? FileApprovals.APPROVE : ACTION,
                    null,
                    approves ? read.hash() : read.mark(),
                    ActionOutcome.REFUSED,
                    missing + " " + reason);
            return refuseAll(missing);
        }
        // By the content that the servers play by: a balance can reach a rank, and that pays.
        try (ReleaseWatch watch =
                        ReleaseWatch.over(
                                GameEngine.builder(opened),
                                opened.catalogReleases(),
                                content.catalog(options()),
                                opened.clock().millis());
                ExecutorService threads =
                        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            return run(
                    read,
                    new AdjustmentRun(watch.engine(), record.who(), new ConcurrentTasks(threads)),
                    record,
                    missing,
                    opened);
        }
    }

    private String who(@Nullable Operator signedIn) {
        if (signedIn != null) {
            return signedIn.name().value();
        }
        return actor == null ? System.getProperty("user.name", "admin") : actor;
    }

    private static @Nullable String notLead(@Nullable Operator signedIn) {
        return signedIn != null && signedIn.hasAny(Set.of(Role.SUPPORT_LEAD))
                ? null
                : "Who approves has the role " + Role.SUPPORT_LEAD.word() + ".";
    }

    /** Returns what keeps one person from carrying the file out; null for nothing. */
    private @Nullable String secondMissing(
            AdjustmentFile read, @Nullable Operator signedIn, GameStorage opened) {
        List<String> beyond = AdjustmentTotals.of(read.rows()).beyond(this::alone);
        if (beyond.isEmpty()) {
            return null;
        }
        String why = "More than one person may move alone: " + String.join("; ", beyond) + ". ";
        if (signedIn == null || !signedIn.hasAny(Set.of(Role.SUPPORT, Role.SUPPORT_LEAD))) {
            return why
                    + "Who carries it out signs in with --operator, and has the role support or"
                    + " support-lead.";
        }
        OperatorName second = approver == null ? null : SigningIn.nameOf(approver).orElse(null);
        if (second == null || second.equals(signedIn.name())) {
            return why + "Another person approves it with --approve; name them by --approved-by.";
        }
        boolean isLead =
                opened.operators()
                        .find(second)
                        .filter(found -> found.hasAny(Set.of(Role.SUPPORT_LEAD)))
                        .isPresent();
        return isLead && new FileApprovals(opened.operatorActions()).isApproved(read, second)
                ? null
                : why + second + " has not approved exactly this file.";
    }

    private long alone(SupportLimit kind) {
        return limit(kind.key(), kind.variable(), kind.usual());
    }

    private long daily(DailyLimit kind) {
        return limit(kind.key(), kind.variable(), kind.usual());
    }

    private long limit(String key, String variable, String usual) {
        String text = options().setting(key, System.getenv(variable), usual);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ParameterException(
                    spec().commandLine(), key + " is a whole number, not '" + text + "'.", e);
        }
    }

    private int run(
            AdjustmentFile read,
            AdjustmentRun run,
            OperatorRecord record,
            @Nullable String missing,
            GameStorage opened) {
        Path target = results == null ? beside(read.mark()) : results;
        // What was begun was in order; players may have changed by it.
        if (dryRun || approves || !AdjustmentResults.isBegun(target)) {
            List<RowProblem> problems =
                    told("rows checked", read, line -> run.check(read.rows(), line));
            if (!problems.isEmpty()) {
                record.add(
                        approves ? FileApprovals.APPROVE : ACTION,
                        null,
                        approves ? read.hash() : read.mark(),
                        ActionOutcome.REFUSED,
                        problems.getFirst() + "; " + reason);
                return refuse(read, problems);
            }
        }
        if (dryRun) {
            tell(
                    isJson()
                            ? AdjustView.json(read.rows().size(), List.of(), null, null)
                            : read.rows().size() + " rows, all in order; nothing was changed");
            if (missing != null) {
                complain(missing);
            }
            return ExitCodes.OK;
        }
        if (approves) {
            return approve(read, record);
        }
        return apply(read, run, record, target, opened);
    }

    private int approve(AdjustmentFile read, OperatorRecord record) {
        record.add(
                FileApprovals.APPROVE,
                null,
                read.hash(),
                ActionOutcome.DONE,
                read.rows().size() + " rows; " + reason);
        tell(
                isJson()
                        ? AdjustView.json(read.rows().size(), List.of(), null, null)
                        : read.rows().size()
                                + " rows, approved by "
                                + record.who()
                                + "; nothing was changed");
        return ExitCodes.OK;
    }

    private int apply(
            AdjustmentFile read,
            AdjustmentRun run,
            OperatorRecord record,
            Path target,
            GameStorage opened) {
        FileSpending spending = new FileSpending(opened.supportPlans(), record.who());
        String rows = read.rows().size() + " rows; ";
        AdjustmentRun.Tally tally;
        // Recorded before anything is done, after it is known that results can be written.
        try (AdjustmentResults written = AdjustmentResults.open(target, read.mark())) {
            String tooMuch =
                    spending.count(read, Days.epochDay(opened.clock().millis()), this::daily)
                            .orElse(null);
            if (tooMuch != null) {
                record.add(
                        ACTION, null, read.mark(), ActionOutcome.REFUSED, tooMuch + " " + reason);
                return refuseAll(tooMuch);
            }
            record.add(ACTION, null, read.mark(), ActionOutcome.BEGUN, rows + reason);
            tally = told("rows done", read, line -> run.apply(read.rows(), written, line));
        }
        if (tally.applied() == 0) {
            spending.release(read);
        }
        record.add(
                ACTION,
                null,
                read.mark(),
                ActionOutcome.DONE,
                rows
                        + tally.applied()
                        + " applied, "
                        + tally.refused()
                        + " refused, "
                        + tally.conflicts()
                        + " conflicts; "
                        + reason);
        tell(
                isJson()
                        ? AdjustView.json(read.rows().size(), List.of(), tally, target)
                        : AdjustView.text(tally, target));
        return tally.isClean() ? ExitCodes.OK : ExitCodes.PROBLEMS;
    }

    private Path beside(String mark) {
        return file.resolveSibling(file.getFileName() + "." + mark + ".results.csv");
    }

    private <T> T told(String what, AdjustmentFile read, Function<IntConsumer, T> work) {
        ProgressLine line = ProgressLine.of(what, spec().commandLine().getErr());
        try {
            return work.apply(done -> line.at(done, read.rows().size()));
        } finally {
            line.end();
        }
    }

    private int refuseAll(String why) {
        complain(why);
        return refuse("Nothing was done.");
    }

    private int refuse(AdjustmentFile read, List<RowProblem> problems) {
        if (isJson()) {
            tell(AdjustView.json(read.rows().size(), problems, null, null));
        } else {
            problems.forEach(each -> complain(each.toString()));
            complain("Nothing was done.");
        }
        return ExitCodes.PROBLEMS;
    }
}
