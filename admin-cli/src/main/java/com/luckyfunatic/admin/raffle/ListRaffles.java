package com.luckyfunatic.admin.raffle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.tournament.TextTable;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Lists raffles. */
@Command(
        name = "list",
        description = "List raffles, those that close last first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin raffle list --config server.yaml",
            "  funatic admin raffle list --limit 10 --json"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they were listed",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class ListRaffles extends StorageCommand {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "The most to list, 1 to 100. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Override
    protected void check() {
        if (limit < 1 || limit > Page.LIMIT_MAX) {
            throw new ParameterException(spec().commandLine(), "--limit is 1 to 100.");
        }
    }

    @Override
    protected int run(GameStorage opened) {
        List<Raffle> found = opened.raffles().list(null, limit);
        if (isJson()) {
            ObjectNode node = new ObjectMapper().createObjectNode();
            ArrayNode items = node.putArray("items");
            found.forEach(each -> RaffleLine.put(each, items.addObject()));
            tell(node.toString());
        } else {
            TextTable table = RaffleLine.table();
            found.forEach(each -> RaffleLine.add(each, table));
            tell(table.toString());
        }
        return ExitCodes.OK;
    }
}
