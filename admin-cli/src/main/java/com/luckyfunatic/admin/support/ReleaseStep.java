package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.server.SupportClient;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A command that has a server publish content, and tells what is different in it. */
abstract class ReleaseStep extends ServerCommand {
    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            required = true,
            description = "Why, for those who read the list of releases.")
    private String reason;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description =
                    "When it comes into force, such as 2026-12-24T00:00:00Z. Default: at once.")
    private @Nullable String at;

    @Option(names = "--dry-run", description = "Only tell what would come of it.")
    private boolean dryRun;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    ReleaseStep() {}

    /** Where it is asked for, behind {@code catalog/releases}. */
    abstract String path();

    /** Adds what only this command says. */
    abstract void addTo(ObjectNode body);

    @Override
    public final SupportClient.Reply ask(SupportClient client) throws IOException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", reason);
        if (at != null) {
            body.put("activeFrom", at);
        }
        if (dryRun) {
            body.put("dryRun", true);
        }
        addTo(body);
        return client.post("catalog/releases" + path(), body, UUID.randomUUID().toString());
    }

    @Override
    public final String forPeople(JsonNode data) {
        return ReleaseText.ofChanges(data);
    }

    @Override
    public final String whenAway() {
        return dryRun
                ? "Ask again."
                : "It may have been published: look at `funatic admin support releases` before you"
                        + " give the same command again.";
    }
}
