package com.luckyfunatic.admin.support;

import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ListText;
import com.luckyfunatic.admin.server.ListText.Field;
import picocli.CommandLine.Command;

/** Lists commands that wait to be carried out. */
@Command(
        name = "follow-ups",
        description = {
            "List commands that wait to be carried out, longest waiting first, and what was in the"
                    + " way of each the last time.",
            "",
            "The server tries each about every second by itself. One that can never be carried out"
                    + " is dropped by a plan: plan --action drop_follow_up."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support follow-ups --server https://game.example"
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
final class ListFollowUps extends ListCommand {
    private static final ListText TEXT =
            new ListText(
                    "Nothing waits.",
                    Field.amount("NUMBER", "number"),
                    Field.exact("PLAYER", "playerId"),
                    Field.text("COMMAND", "command"),
                    Field.exact("QUEUED", "queuedAt"),
                    Field.exact("DUE", "dueAt"),
                    Field.amount("FAILED", "failedAttempts"),
                    Field.exact("LAST FAILED", "lastFailedAt"),
                    Field.exact("OPERATION", "operationId"),
                    Field.text("LAST FAILURE", "lastFailure"));

    @Override
    String path() {
        return "follow-ups";
    }

    @Override
    ListText text() {
        return TEXT;
    }
}
