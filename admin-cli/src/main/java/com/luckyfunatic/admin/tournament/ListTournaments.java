package com.luckyfunatic.admin.tournament;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.admin.TextTable.Column;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Lists tournaments. */
@Command(
        name = "list",
        description = "List drafts, then the other tournaments, those that close last first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin tournament list --config server.yaml",
            "  funatic admin tournament list --limit 10 --json"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they were listed",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class ListTournaments extends StorageCommand {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "The most of each to list, 1 to 100. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    protected void check() {
        if (limit < 1 || limit > Page.LIMIT_MAX) {
            throw new ParameterException(spec().commandLine(), "--limit is 1 to 100.");
        }
    }

    @Override
    protected int run(GameStorage opened) {
        List<Tournament> found =
                new ArrayList<>(
                        opened.tournaments()
                                .inStage(TournamentStage.DRAFT, Long.MAX_VALUE, null, limit));
        found.addAll(opened.tournaments().page(null, null, null, limit).items());
        tell(isJson() ? json(found) : table(found));
        return ExitCodes.OK;
    }

    private static String json(List<Tournament> found) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        ArrayNode items = node.putArray("items");
        found.forEach(each -> TournamentView.put(each, items.addObject()));
        return node.toString();
    }

    private String table(List<Tournament> found) {
        TextTable table =
                new TextTable(
                        Column.exact("TOURNAMENT"),
                        Column.exact("STAGE"),
                        Column.exact("OPENS"),
                        Column.exact("CLOSES"),
                        Column.amount("ENTERED"),
                        Column.amount("COLLECTED"));
        for (Tournament each : found) {
            table.row(
                    each.id().value(),
                    TournamentView.word(each.stage()),
                    TournamentView.time(each.definition().opensAtMillis()),
                    TournamentView.time(each.definition().closesAtMillis()),
                    Long.toString(each.entered()),
                    Long.toString(each.collected()));
        }
        return table.fit(columns());
    }
}
