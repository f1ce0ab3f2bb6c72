package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ListText;
import com.luckyfunatic.admin.server.ListText.Field;
import picocli.CommandLine.Command;

/** Lists the journal entries that could not be understood, by way of a server. */
@Command(
        name = "quarantine",
        description = {
            "List the journal entries that could not be understood, latest first.",
            "",
            "With embedded storage there are none. What an entry holds, admin journal quarantine"
                    + " shows."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support quarantine --server https://game.example"
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
final class ListServerQuarantine extends ListCommand {
    private static final ListText TEXT =
            new ListText(
                    "Nothing is quarantined.",
                    Field.amount("NUMBER", "number"),
                    Field.exact("SINCE", "since"),
                    Field.exact("PLAYER", "playerId"),
                    Field.amount("SEQUENCE", "sequence"),
                    Field.exact("SINK", "sink"),
                    Field.exact("ENTRY", "entry"),
                    Field.text("REASON", "reason"));

    @Override
    String path() {
        return "quarantine";
    }

    @Override
    ListText text() {
        return TEXT;
    }
}
