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
import java.util.OptionalInt;
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

    /** A request that is made first, to see what would come of it. */
    private interface Trial {
        SupportClient.Reply by(SupportClient client) throws IOException;
    }

    /** A request that changes something. */
    private interface Change {
        /**
         * Makes it.
         *
         * @param shown in the place of which release it was shown; null where nothing was
         */
        SupportClient.Reply by(SupportClient client, @Nullable Long shown) throws IOException;
    }

    /**
     * What is said of a release.
     *
     * @param reason why
     * @param activeFrom from which moment on it is in force; null for at once
     * @param key what it is published under, at most once
     * @param expected in the place of which release, 0 for none; null for the one that it is shown
     *     in the place of, or for any
     */
    public record Terms(
            String reason, @Nullable String activeFrom, String key, @Nullable Long expected) {}

    private final CommandSpec spec;
    private final Trial trial;
    private final Change change;
    private final String again;
    private final PlanExchange.Then then;
    private boolean isLeft;
    private boolean isAsked;

    private ReleaseChange(
            CommandSpec spec, Trial trial, Change change, String again, PlanExchange.Then then) {
        this.spec = spec;
        this.trial = trial;
        this.change = change;
        this.again = again;
        this.then = then;
        if (then == PlanExchange.Then.ASK) {
            Confirmation.requireTerminal(spec);
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
        return new ReleaseChange(
                spec,
                // Under the key itself, which a trial does not use up: what was published under it
                // is told, though it would be outdated or too late by now.
                client ->
                        client.post(
                                RELEASES + path,
                                more.to(body(terms, terms.expected()).put("dryRun", true)),
                                terms.key()),
                (client, shown) ->
                        client.post(
                                RELEASES + path,
                                more.to(
                                        body(
                                                terms,
                                                terms.expected() == null
                                                        ? shown
                                                        : terms.expected())),
                                terms.key()),
                "with --key " + terms.key() + ", which is done once",
                then);
    }

    private static ObjectNode body(Terms terms, @Nullable Long expected) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", terms.reason());
        if (terms.activeFrom() != null) {
            body.put("activeFrom", terms.activeFrom());
        }
        return expected == null ? body : body.put("expectedCurrent", expected);
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
                (client, _) ->
                        client.post(
                                RELEASES + "/" + number + "/cancel",
                                JsonNodeFactory.instance.objectNode(),
                                UUID.randomUUID().toString()),
                "as it is",
                then);
    }

    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return then == PlanExchange.Then.EXECUTE ? made(client, null) : trial.by(client);
    }

    @Override
    public SupportClient.@Nullable Reply askOn(SupportClient client, SupportClient.Reply before)
            throws IOException {
        if (isAsked || then != PlanExchange.Then.ASK) {
            return null;
        }
        if (!Confirmation.isGivenNow(spec)) {
            spec.commandLine().getErr().println("Nothing has changed.");
            isLeft = true;
            return null;
        }
        JsonNode replaces = before.body().path("data").path("replaces");
        return made(client, replaces.isIntegralNumber() ? replaces.asLong() : null);
    }

    private SupportClient.Reply made(SupportClient client, @Nullable Long shown)
            throws IOException {
        isAsked = true;
        return change.by(client, shown);
    }

    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        return data.has("release") ? ReleaseText.ofChanges(data) : ReleaseText.of(data);
    }

    @Override
    public int codeOfAnswered() {
        return isLeft ? ExitCodes.PROBLEMS : ExitCodes.OK;
    }

    @Override
    public String whenAway() {
        return isAsked
                ? "It may have been done: look at `"
                        + spec.parent().qualifiedName()
                        + " releases`, or give the same command again "
                        + again
                        + "."
                : "Ask again.";
    }
}
