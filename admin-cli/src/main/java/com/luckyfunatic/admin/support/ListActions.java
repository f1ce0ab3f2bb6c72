package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ListText;
import com.luckyfunatic.admin.server.ListText.Field;
import com.luckyfunatic.admin.server.SupportClient;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what operators asked for. */
@Command(
        name = "actions",
        description =
                "List what operators asked for, latest first: of one of them, about one player, or"
                        + " all.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support actions --of ada --server https://game.example"
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
final class ListActions extends ListCommand {
    private static final ListText TEXT =
            new ListText(
                    "Nothing was asked for.",
                    Field.exact("AT", "at"),
                    Field.text("OPERATOR", "operator"),
                    Field.exact("ACTION", "action"),
                    Field.exact("PLAYER", "playerId"),
                    Field.exact("OUTCOME", "outcome"),
                    Field.exact("REFERENCE", "reference"),
                    Field.text("DETAIL", "detail"));

    @Option(names = "--of", paramLabel = "NAME", description = "Only what this operator did.")
    private @Nullable String who;

    @Option(names = "--player", paramLabel = "PLAYER", description = "Only about this player.")
    private @Nullable String player;

    @Override
    String path() {
        List<String> asked = new ArrayList<>();
        if (who != null) {
            asked.add("operator=" + SupportClient.part(who));
        }
        if (player != null) {
            asked.add("playerId=" + SupportClient.part(player));
        }
        return asked.isEmpty() ? "actions" : "actions?" + String.join("&", asked);
    }

    @Override
    ListText text() {
        return TEXT;
    }
}
