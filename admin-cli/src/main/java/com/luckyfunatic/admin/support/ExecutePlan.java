package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.PlanText;
import com.luckyfunatic.admin.server.SupportClient;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Carries a plan out. */
@Command(
        name = "execute",
        description = {
            "Carry out exactly the plan that was seen, once for ever. Given again, it gives the"
                    + " first answer."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Example:",
            "  funatic admin support execute n3Vd0Xq7m2k --hash 9f86d0… --server"
                    + " https://game.example --operator ada --credential-file ada.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is carried out, now or before",
            "1:the server refused it, and nothing has changed",
            "2:the command line is wrong",
            "66:the credential could not be read",
            "69:it may have been carried out: ask again"
        })
final class ExecutePlan extends PlanStep {
    @Option(
            names = "--hash",
            paramLabel = "HASH",
            required = true,
            description = "The hash of the plan that was seen.")
    private String hash;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    ExecutePlan() {}

    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.post(
                path() + "/execute",
                JsonNodeFactory.instance.objectNode().put("planHash", hash),
                UUID.randomUUID().toString());
    }

    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        return PlanText.ofDone(data, columns);
    }

    @Override
    public String whenAway() {
        return "It may have been carried out. Give the same command again: it is done once.";
    }
}
