package com.luckyfunatic.admin.adjust;

import com.luckyfunatic.admin.ActorOption;
import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.Confirmation;
import com.luckyfunatic.admin.server.Talk;
import com.luckyfunatic.admin.server.TwoWayCommand;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.CatalogOption;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
            "What moves more than support-limit-funz, -jokers or -items, or is about more than"
                + " support-limit-players players, takes two people: a support-lead looks at the"
                + " file and approves it, another operator carries it out, and both sign in. A file"
                + " counts once against the support-daily-funz, -jokers and -items of whoever"
                + " carries it out, approved or not.",
            "",
            "By way of a server, it is shown what the file moves, and asked whether that is meant."
                    + " A server takes files of up to 40000 rows. On the storage itself (--direct),"
                    + " distributed storage may be played on meanwhile; embedded storage must be in"
                    + " use by no server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin adjust --file lost.csv --reason 'ticket 81' --dry-run --operator ada"
                    + " --credential-file ada.txt",
            "  funatic admin adjust --file lost.csv --reason 'ticket 81' --operator ada"
                    + " --credential-file ada.txt --server https://game.example",
            "  funatic admin adjust --file lost.csv --reason 'ticket 81' --approve --operator bob"
                    + " --credential-file bob.txt",
            "  funatic admin adjust --file lost.csv --reason 'ticket 81' --approved-by bob"
                    + " --operator ada --credential-file ada.txt",
            "  funatic admin adjust --file lost.csv --reason 'ticket 81' --by ada --config"
                    + " server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all rows are carried out, now or before; of a dry run, they could be; it is"
                    + " approved",
            "1:a row is bad, a second person is missing, it is too much for the day, the server"
                    + " refused it, or it was not meant, and nothing was done; or some rows were"
                    + " refused",
            "2:the command line or the configuration is wrong",
            "66:the file or the credential could not be read, or the results not be written",
            "69:the server or the storage cannot be used; the same command goes on"
        })
public final class AdjustPlayers extends TwoWayCommand {
    private static final int REASON_LENGTH_MAX = 500;
    private static final String BY = "--by";

    @Option(names = "--file", paramLabel = "FILE", required = true, description = "The rows.")
    private Path file;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why the file is carried out, for the record; names no person.")
    private String reason;

    @Mixin private ActorOption actor;

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

    @Mixin private Confirmation confirmation;

    @Mixin private CatalogOption content;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    AdjustPlayers() {}

    @Override
    protected boolean takesOperatorDirectly() {
        return true;
    }

    @Override
    protected List<String> ofStorageOnly() {
        return List.of("--catalog");
    }

    @Override
    protected void check() {
        checkAll();
        boolean isNamed = spec().commandLine().getParseResult().hasMatchedOption(BY);
        if (isSigningIn() && isNamed) {
            throw wrong("Either --by or --operator, not both.");
        }
        if (isSigningIn()) {
            requireSignIn();
        } else if (approves) {
            throw wrong("--approve takes --operator.");
        }
    }

    private void checkAll() {
        if (reason.isBlank() || reason.length() > REASON_LENGTH_MAX) {
            throw wrong("--reason must have 1 to " + REASON_LENGTH_MAX + " characters.");
        }
        if (approves && (dryRun || approver != null)) {
            throw wrong("--approve takes neither --dry-run nor --approved-by.");
        }
    }

    private ParameterException wrong(String text) {
        return new ParameterException(spec().commandLine(), text);
    }

    @Override
    protected Talk exchange() {
        checkAll();
        AdjustOrder order = order();
        if (order.aim() == AdjustOrder.Aim.APPLY) {
            confirmation.require(spec());
        }
        return new AdjustmentAtServer(order, report(), confirmation);
    }

    private AdjustOrder order() {
        AdjustOrder.Aim aim =
                approves
                        ? AdjustOrder.Aim.APPROVE
                        : dryRun ? AdjustOrder.Aim.CHECK : AdjustOrder.Aim.APPLY;
        return new AdjustOrder(file, reason, aim, approver, results);
    }

    private AdjustReport report() {
        return new AdjustReport(spec(), isJson());
    }

    @Override
    protected int run(GameStorage opened) {
        AdjustReport report = report();
        Operator signedIn = isSigningIn() ? signedIn(opened.operators()).orElse(null) : null;
        if (isSigningIn() && signedIn == null) {
            // Not under the name that was given, which is another's.
            refused(opened, actor.name(), "no sign-in" + asWhom(opened));
            return report.refuse(
                    "There is no such operator, the credential is another one, or the operator is"
                            + " disabled.");
        }
        String who = signedIn == null ? actor.name() : signedIn.name().value();
        AdjustmentFile read = AdjustmentFile.read(file);
        if (!read.problems().isEmpty()) {
            refused(opened, who, read.problems().getFirst().toString());
            return report.refuse(read, read.problems());
        }
        return new AdjustmentOnStorage(
                        order(),
                        report,
                        new AdjustmentOnStorage.Limits(
                                kind -> limit(kind.key(), kind.variable(), kind.usual()),
                                kind -> limit(kind.key(), kind.variable(), kind.usual())),
                        opened,
                        read,
                        who)
                .run(signedIn, content.catalog(options()));
    }

    /** A name that nobody has may be a credential in the wrong place. */
    private String asWhom(GameStorage opened) {
        return nameGiven(opened.operators()).map(name -> " as " + name).orElse("");
    }

    private void refused(GameStorage opened, String who, String why) {
        new OperatorRecord(opened, who)
                .add(order().action(), null, null, ActionOutcome.REFUSED, why + "; " + reason);
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
}
