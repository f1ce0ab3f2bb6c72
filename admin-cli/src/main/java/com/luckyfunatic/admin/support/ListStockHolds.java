package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ListText;
import com.luckyfunatic.admin.server.ListText.Field;
import picocli.CommandLine.Command;

/** Lists what is held of supplies. */
@Command(
        name = "stock-holds",
        description = {
            "List what is held of supplies for purchases under way, oldest first.",
            "",
            "Each for a minute, and half a minute more until it goes back by itself: what is held"
                    + " for much longer is stuck."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support stock-holds --server https://game.example"
                    + " --operator bob --credential-file bob.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they were listed",
            "1:the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:the server cannot be reached, or not do it now"
        })
final class ListStockHolds extends ListCommand {
    private static final ListText TEXT =
            new ListText(
                    "Nothing is held.",
                    Field.exact("STOCK", "stock"),
                    Field.amount("QUANTITY", "quantity"),
                    Field.exact("PLAYER", "playerId"),
                    Field.exact("SINCE", "heldSince"),
                    Field.exact("UNTIL", "heldUntil"),
                    Field.exact("OPERATION", "operationId"));

    @Override
    String path() {
        return "stock-holds";
    }

    @Override
    ListText text() {
        return TEXT;
    }
}
