package com.luckyfunatic.admin.tournament;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.admin.TextTable.Column;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentPlans;
import com.luckyfunatic.engine.tournament.TournamentPlans.Outcome;
import com.luckyfunatic.storage.codec.GameCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Gives a draft of a tournament another definition. */
@Command(
        name = "change",
        description = {
            "Give a draft of a tournament another definition, of the same name. What is published"
                    + " stays as it is: whoever has entered has paid for that.",
            "",
            "The version is the one that 'show' tells: if somebody else has changed the draft"
                    + " since, nothing is changed."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin tournament change --file spring_cup.json --version-seen 1 --dry-run",
            "  funatic admin tournament change --file spring_cup.json --version-seen 1 --reason"
                    + " 'fee'"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was changed, or would be",
            "1:there is no such draft of that version, something is wrong with the definition, or"
                    + " the content lacks what it needs",
            "2:the command line, the configuration or the form of the file is wrong",
            "66:the file could not be read",
            "69:the storage cannot be used"
        })
final class ChangeTournament extends PlanCommand {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin private DefinitionFile file;

    @Option(
            names = "--version-seen",
            paramLabel = "N",
            required = true,
            description = "The draft's version, as it was looked at.")
    private long version;

    @Option(
            names = "--dry-run",
            description = "Only tell what would change. Nothing is written, and nothing recorded.")
    private boolean isDryRun;

    @Mixin private ContentInForce content;

    @Mixin private ReasonOptions why;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ChangeTournament() {}

    @Override
    protected void check() {
        file.definition(spec());
        if (version < 1) {
            throw new ParameterException(spec().commandLine(), "--version-seen is 1 or more.");
        }
        if (!isDryRun) {
            why.require(spec());
        }
    }

    @Override
    protected int run(GameStorage opened) {
        TournamentDefinition changed = file.definition(spec());
        if (isDryRun) {
            return preview(opened, changed);
        }
        return why.record(opened)
                .around(
                        "change_tournament",
                        null,
                        changed.id().value(),
                        why.reason(),
                        () -> change(opened, changed));
    }

    private int change(GameStorage opened, TournamentDefinition changed) {
        return tell(
                new TournamentPlans(opened)
                        .change(changed, version, content.in(opened, options())));
    }

    private int preview(GameStorage opened, TournamentDefinition changed) {
        Outcome outcome =
                new TournamentPlans(opened)
                        .previewOfChange(changed, version, content.in(opened, options()));
        if (!(outcome instanceof Outcome.Done(var before))) {
            return tell(outcome);
        }
        List<Change> changes = changes(before.definition(), changed);
        if (isJson()) {
            ObjectNode node = JSON.createObjectNode();
            node.put("tournament", changed.id().value());
            node.put("version", version);
            ArrayNode items = node.putArray("changes");
            for (Change each : changes) {
                items.addObject()
                        .put("field", each.field())
                        .put("before", each.before())
                        .put("after", each.after());
            }
            tell(node.toString());
        } else if (changes.isEmpty()) {
            tell("Nothing would change.");
        } else {
            TextTable table =
                    new TextTable(
                            Column.exact("FIELD"), Column.text("BEFORE"), Column.text("AFTER"));
            changes.forEach(each -> table.row(each.field(), each.before(), each.after()));
            tell(table.fit(columns()));
        }
        return ExitCodes.OK;
    }

    /** A field of the file and what it says, as JSON. */
    private record Change(String field, String before, String after) {}

    private static List<Change> changes(TournamentDefinition before, TournamentDefinition after) {
        ObjectNode then = tree(before);
        ObjectNode now = tree(after);
        List<Change> changes = new ArrayList<>();
        now.properties()
                .forEach(each -> {
                    String old = String.valueOf(then.get(each.getKey()));
                    if (!old.equals(each.getValue().toString())) {
                        changes.add(new Change(each.getKey(), old, each.getValue().toString()));
                    }
                });
        return changes;
    }

    /** In the form of the file: whoever wrote it finds the fields again. */
    private static ObjectNode tree(TournamentDefinition definition) {
        try {
            return (ObjectNode) JSON.readTree(new GameCodec().write(definition));
        } catch (IOException e) {
            throw new UncheckedIOException("a definition is written as JSON", e);
        }
    }
}
