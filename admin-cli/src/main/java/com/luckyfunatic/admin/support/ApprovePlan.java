package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.SupportClient;
import java.io.IOException;
import java.util.UUID;
import picocli.CommandLine.Command;

/** Approves a plan. */
@Command(
        name = "approve",
        description = "Approve a plan of somebody else; look at it with show-plan first.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support approve n3Vd0Xq7m2k --server https://game.example --operator"
                    + " bob --credential-file bob.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is approved, now or before",
            "1:the server refused it",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:the server cannot be reached, or not do it now"
        })
final class ApprovePlan extends PlanStep {
    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.post(
                path() + "/approve",
                JsonNodeFactory.instance.objectNode(),
                UUID.randomUUID().toString());
    }
}
