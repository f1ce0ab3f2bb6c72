package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.storage.Page;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows a player. */
@Command(
        name = "player",
        description =
                "Show everything that is kept of a player, or one list of what is known, latest"
                        + " first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin support player 42 --history --server https://game.example --operator"
                    + " ada --credential-file ada.txt",
            "  funatic admin support player 42 --transfers --all --server https://game.example"
                    + " --operator ada --credential-file ada.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was shown",
            "1:there is no such player, or the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:the server cannot be reached, or not do it now"
        })
final class ShowSupportedPlayer extends ServerCommand {
    @Parameters(index = "0", paramLabel = "PLAYER", description = "The player's id.")
    private String player;

    @ArgGroup(exclusive = true)
    private @Nullable Part part;

    /** Which list, in place of the player. */
    static final class Part {
        @Option(
                names = "--history",
                required = true,
                description = "The latest changes with what each changed.")
        private boolean isHistory;

        @Option(
                names = "--sessions",
                required = true,
                description = "The latest stretches of play.")
        private boolean isSessions;

        @Option(
                names = "--transfers",
                required = true,
                description = "The latest transfers to the platform.")
        private boolean isTransfers;

        private String path() {
            if (isHistory) {
                return "/history";
            }
            if (isSessions) {
                return "/sessions";
            }
            return isTransfers ? "/transfers" : "";
        }
    }

    @Option(
            names = "--all",
            description =
                    "Show the whole list and not its beginning only: page after page, each as an"
                            + " answer of its own.")
    private boolean isAll;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    ShowSupportedPlayer() {}

    @Override
    SupportClient.Reply ask(SupportClient client) throws IOException {
        if (isAll && part == null) {
            throw new ParameterException(
                    spec().commandLine(), "--all goes with --history, --sessions or --transfers.");
        }
        return client.get(path() + (isAll ? "?limit=" + Page.LIMIT_MAX : ""));
    }

    private String path() {
        return "players/" + SupportClient.part(player) + (part == null ? "" : part.path());
    }

    @Override
    SupportClient.@Nullable Reply askOn(SupportClient client, SupportClient.Reply before)
            throws IOException {
        JsonNode cursor = before.body().path("nextCursor");
        if (cursor.isTextual() && isAll) {
            return client.getPatiently(
                    path()
                            + "?limit="
                            + Page.LIMIT_MAX
                            + "&cursor="
                            + SupportClient.part(cursor.asText()));
        }
        if (cursor.isTextual()) {
            tell("There is more: --all shows everything.");
        } else if (before.body().path("endsEarly").asBoolean()) {
            tell("There were older ones, which are no longer kept.");
        }
        return null;
    }

    /** Beside the answer, which may be read by a program. */
    private void tell(String text) {
        spec().commandLine().getErr().println(text);
    }
}
