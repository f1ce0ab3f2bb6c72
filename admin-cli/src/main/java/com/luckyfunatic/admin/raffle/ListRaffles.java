package com.luckyfunatic.admin.raffle;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.PageLimit;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.storage.GameStorage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin private PageLimit limit;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    ListRaffles() {}

    @Override
    protected void check() {
        limit.value(spec());
    }

    @Override
    protected int run(GameStorage opened) {
        List<Raffle> found = opened.raffles().list(null, limit.value(spec()));
        if (isJson()) {
            ObjectNode node = new ObjectMapper().createObjectNode();
            ArrayNode items = node.putArray("items");
            found.forEach(each -> RaffleLine.put(each, items.addObject()));
            tell(node.toString());
        } else {
            TextTable table = RaffleLine.table();
            found.forEach(each -> RaffleLine.add(each, table));
            tell(table.fit(columns()));
        }
        return ExitCodes.OK;
    }
}
