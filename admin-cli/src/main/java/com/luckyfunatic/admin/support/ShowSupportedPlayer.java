package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ListText;
import com.luckyfunatic.admin.server.ListText.Field;
import com.luckyfunatic.admin.server.SupportClient;
import com.luckyfunatic.admin.server.ThingText;
import java.io.IOException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    private Choice choice = new Choice();

    /** Transfers to the platform, anybody's. */
    static final ListText TRANSFERS =
            new ListText(
                    "There is no transfer.",
                    Field.exact("TRANSFER", "transferId"),
                    Field.exact("PLAYER", "playerId"),
                    Field.text("ACCOUNT", "accountId"),
                    Field.text("ITEM", "itemId"),
                    Field.amount("COUNT", "count"),
                    Field.exact("STATUS", "status"),
                    Field.exact("GIVEN BACK", "givenBack"),
                    Field.amount("SENDS", "sends"),
                    Field.exact("REQUESTED", "requestedAt"),
                    Field.text("SAID AGAINST IT", "reason"));

    private static final ListText CHANGES =
            new ListText(
                    "There is no change.",
                    Field.amount("CHANGE", "sequence"),
                    Field.exact("AT", "at"),
                    Field.text("COMMAND", "command"),
                    Field.amount("FUNZ", "funz"),
                    Field.amount("BY", "funzDelta"),
                    Field.amount("JOKERS", "jokers"),
                    Field.amount("BY", "jokersDelta"),
                    Field.text("ACTOR", "actor"),
                    Field.exact("OPERATION", "operationId"));

    private static final ListText STRETCHES =
            new ListText(
                    "There is no session.",
                    Field.exact("STARTED", "startedAt"),
                    Field.exact("ENDED", "endedAt"),
                    Field.amount("SECONDS", "lengthSeconds"),
                    Field.amount("REQUESTS", "requests"),
                    Field.amount("TAPS", "taps"),
                    Field.text("PLATFORM", "platform"),
                    Field.text("VERSION", "version"));

    /** What is shown. */
    enum Part {
        PLAYER(""),
        HISTORY("/history"),
        SESSIONS("/sessions"),
        TRANSFERS("/transfers");

        private final String path;

        Part(String path) {
            this.path = path;
        }
    }

    /** One flag for each list that can be shown in place of the player. */
    static final class Choice {
        private Part part = Part.PLAYER;

        @Option(
                names = "--history",
                required = true,
                arity = "0",
                fallbackValue = "HISTORY",
                description = "The latest changes with what each changed.")
        void history(Part history) {
            part = history;
        }

        @Option(
                names = "--sessions",
                required = true,
                arity = "0",
                fallbackValue = "SESSIONS",
                description = "The latest stretches of play.")
        void sessions(Part sessions) {
            part = sessions;
        }

        @Option(
                names = "--transfers",
                required = true,
                arity = "0",
                fallbackValue = "TRANSFERS",
                description = "The latest transfers to the platform.")
        void transfers(Part transfers) {
            part = transfers;
        }
    }

    @Mixin private Paging paging;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    ShowSupportedPlayer() {}

    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        if (paging.isAll() && choice.part == Part.PLAYER) {
            throw new ParameterException(
                    spec().commandLine(), "--all goes with --history, --sessions or --transfers.");
        }
        return paging.first(client, path());
    }

    private String path() {
        return "players/" + SupportClient.part(player) + choice.part.path;
    }

    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        return switch (choice.part) {
            case PLAYER -> ThingText.of(data, columns);
            case HISTORY -> CHANGES.of(data, columns);
            case SESSIONS -> STRETCHES.of(data, columns);
            case TRANSFERS -> TRANSFERS.of(data, columns);
        };
    }

    @Override
    public SupportClient.@Nullable Reply askOn(SupportClient client, SupportClient.Reply before)
            throws IOException {
        return choice.part == Part.PLAYER ? null : paging.next(client, path(), before);
    }
}
