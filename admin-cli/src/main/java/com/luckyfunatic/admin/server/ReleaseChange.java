package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Has a server publish content, bring it back or call it off. What would come of it is shown first,
 * if somebody is to be asked.
 */
public final class ReleaseChange implements Exchange {
    private static final String RELEASES = "catalog/releases";

    /** A request. */
    private interface Request {
        SupportClient.Reply by(SupportClient client) throws IOException;
    }

    /**
     * What is said of a release.
     *
     * @param reason why
     * @param activeFrom from which moment on it is in force; null for at once
     */
    public record Terms(String reason, @Nullable String activeFrom) {}

    private final CommandSpec spec;
    private final Request trial;
    private final Request change;
    private final PlanExchange.Then then;
    private boolean isLeft;
    private boolean isAsked;

    private ReleaseChange(CommandSpec spec, Request trial, Request change, PlanExchange.Then then) {
        this.spec = spec;
        this.trial = trial;
        this.change = change;
        this.then = then;
        if (then == PlanExchange.Then.ASK) {
            Terminal.require(spec);
        }
    }

    /**
     * Publishes a file. What is wrong in it the server tells; it must only be a text.
     *
     * @param spec the command, which is told what is missing
     * @param then {@link PlanExchange.Then#STOP} only to see what would come of it
     * @throws ParameterException when nobody can be asked
     * @throws UncheckedIOException when the file cannot be read
     */
    public static ReleaseChange publish(
            CommandSpec spec, Path file, Terms terms, PlanExchange.Then then) {
        String document;
        try {
            document = CatalogLoader.document(file);
        } catch (CatalogFileException e) {
            throw new UncheckedIOException(
                    "cannot read " + file, new IOException(String.join("; ", e.lines())));
        }
        return published(spec, "", terms, body -> body.put("document", document), then);
    }

    /**
     * Brings the content of the release {@code number} back.
     *
     * @param spec the command, which is told what is missing
     * @param acceptsLosses whether players may lose something
     * @param then {@link PlanExchange.Then#STOP} only to see what would come of it
     * @throws ParameterException when nobody can be asked
     */
    public static ReleaseChange restore(
            CommandSpec spec,
            long number,
            boolean acceptsLosses,
            Terms terms,
            PlanExchange.Then then) {
        return published(
                spec,
                "/" + number + "/restore",
                terms,
                body -> acceptsLosses ? body.put("acceptLosses", true) : body,
                then);
    }

    /** What only one of the commands says. */
    private interface Addition {
        ObjectNode to(ObjectNode body);
    }

    private static ReleaseChange published(
            CommandSpec spec, String path, Terms terms, Addition more, PlanExchange.Then then) {
        String key = UUID.randomUUID().toString();
        return new ReleaseChange(
                spec,
                client -> client.post(RELEASES + path, more.to(body(terms, true)), key + "-trial"),
                client -> client.post(RELEASES + path, more.to(body(terms, false)), key),
                then);
    }

    private static ObjectNode body(Terms terms, boolean isTrial) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", terms.reason());
        if (terms.activeFrom() != null) {
            body.put("activeFrom", terms.activeFrom());
        }
        return isTrial ? body.put("dryRun", true) : body;
    }

    /**
     * Calls the release {@code number} off.
     *
     * @param spec the command, which is told what is missing
     * @throws ParameterException when nobody can be asked
     */
    public static ReleaseChange cancel(CommandSpec spec, long number, PlanExchange.Then then) {
        return new ReleaseChange(
                spec,
                new ShownRelease(number, null)::ask,
                client ->
                        client.post(
                                RELEASES + "/" + number + "/cancel",
                                JsonNodeFactory.instance.objectNode(),
                                UUID.randomUUID().toString()),
                then);
    }

    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return then == PlanExchange.Then.EXECUTE ? made(client) : trial.by(client);
    }

    @Override
    public SupportClient.@Nullable Reply askOn(SupportClient client, SupportClient.Reply before)
            throws IOException {
        if (isAsked || then != PlanExchange.Then.ASK) {
            return null;
        }
        if (!Terminal.isConfirmed()) {
            spec.commandLine().getErr().println("Nothing has changed.");
            isLeft = true;
            return null;
        }
        return made(client);
    }

    private SupportClient.Reply made(SupportClient client) throws IOException {
        isAsked = true;
        return change.by(client);
    }

    @Override
    public String forPeople(JsonNode data) {
        return data.has("release") ? ReleaseText.ofChanges(data) : ReleaseText.of(data);
    }

    @Override
    public int codeOfAnswered() {
        return isLeft ? ExitCodes.PROBLEMS : ExitCodes.OK;
    }

    @Override
    public String whenAway() {
        return isAsked
                ? "It may have been done: look at `funatic admin support releases` before you give"
                        + " the same command again."
                : "Ask again.";
    }
}
