package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.TextTable.Column;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ListText;
import com.luckyfunatic.admin.server.ListText.Field;
import com.luckyfunatic.admin.server.SupportClient;
import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds players. */
@Command(
        name = "find",
        description = {
            "Find players by their id, Telegram id, account on the platform, or the beginning of a"
                    + " name. It is recorded who was found."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support find 777 --server https://game.example --operator ada"
                    + " --credential-file ada.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was answered, perhaps with nobody",
            "1:the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:the server cannot be reached, or not do it now"
        })
final class FindPlayers extends ServerCommand {
    private static final ListText FOUND =
            new ListText(
                    "Nobody was found.",
                    Field.exact("PLAYER", "playerId"),
                    Field.exact("TELEGRAM ID", "telegramId"),
                    new Field(Column.text("NAME"), FindPlayers::name),
                    Field.text("USERNAME", "username"),
                    Field.exact("JOINED", "joinedAt"));

    private static String name(JsonNode player) {
        if (player.path("erased").asBoolean()) {
            return "(erased)";
        }
        String last = player.path("lastName").asText("");
        return (player.path("firstName").asText() + " " + last).strip();
    }

    @Parameters(index = "0", paramLabel = "QUERY", description = "Whom.")
    private String query;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    FindPlayers() {}

    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.get("players?query=" + SupportClient.part(query));
    }

    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        return FOUND.of(data.path("players"), columns);
    }

    @Override
    public SupportClient.@Nullable Reply askOn(SupportClient client, SupportClient.Reply before) {
        if (before.body().path("data").path("more").asBoolean()) {
            spec().commandLine()
                    .getErr()
                    .println("There are more: ask for a longer beginning of the name.");
        }
        return null;
    }
}
