package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Printable;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Makes a plan and shows it, and carries it out if that is wanted and nobody has to approve it. */
public final class PlanExchange implements Exchange {
    /** What follows when a plan was made and shown. */
    public enum Then {
        /** Nothing: somebody gives another command. */
        STOP,
        /** Whoever gives the command is asked. */
        ASK,
        /** It is carried out unseen. */
        EXECUTE
    }

    /** What a plan is about. */
    @FunctionalInterface
    public interface Subject {
        /**
         * Returns where it is, behind {@code /support/}.
         *
         * @throws NotFoundException when the server does not know it
         */
        String path(SupportClient client) throws IOException;
    }

    private final CommandSpec spec;
    private final Subject subject;
    private final JsonNode change;
    private final Then then;
    private final String key;
    private boolean isLeft;
    private boolean isExecuting;
    private String execute = "";

    /**
     * A plan for {@code change}.
     *
     * @param spec the command, which is told what is missing
     * @param subject what it is about
     * @throws ParameterException when nobody can be asked
     */
    public PlanExchange(CommandSpec spec, Subject subject, JsonNode change, Then then) {
        this(spec, subject, change, then, UUID.randomUUID().toString());
    }

    /**
     * A plan for {@code change} that is made at most once.
     *
     * @param spec the command, which is told what is missing
     * @param subject what it is about
     * @param key the caller's name for it
     * @throws ParameterException when nobody can be asked
     */
    public PlanExchange(CommandSpec spec, Subject subject, JsonNode change, Then then, String key) {
        this.spec = spec;
        this.subject = subject;
        this.change = change;
        this.then = then;
        this.key = key;
        if (then == Then.ASK) {
            Confirmation.requireTerminal(spec);
        }
    }

    @Override
    public SupportClient.Reply ask(SupportClient client) throws IOException {
        return client.post(subject.path(client) + "/plans", change, key);
    }

    @Override
    public SupportClient.@Nullable Reply askOn(SupportClient client, SupportClient.Reply before)
            throws IOException {
        JsonNode plan = before.body().path("data");
        if (then == Then.STOP || isExecuting) {
            return null;
        }
        if (plan.path("needsApproval").asBoolean()) {
            return leave("Nothing has changed yet: another person has to approve it.");
        }
        if (then == Then.ASK && !Confirmation.isGivenNow(spec)) {
            return leave("Nothing has changed.");
        }
        isExecuting = true;
        String id = plan.path("planId").asText();
        String hash = plan.path("planHash").asText();
        execute = Printable.line("funatic admin support execute " + id + " --hash " + hash);
        return client.post(
                "plans/" + SupportClient.part(id) + "/execute",
                JsonNodeFactory.instance.objectNode().put("planHash", hash),
                UUID.randomUUID().toString());
    }

    private SupportClient.@Nullable Reply leave(String why) {
        spec.commandLine().getErr().println(why);
        isLeft = true;
        return null;
    }

    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        return isExecuting ? PlanText.ofDone(data, columns) : PlanText.of(data, columns);
    }

    @Override
    public int codeOfAnswered() {
        return isLeft ? ExitCodes.PROBLEMS : ExitCodes.OK;
    }

    @Override
    public String whenAway() {
        return isExecuting
                ? "It may have been carried out. It is done once: " + execute
                : "Ask again.";
    }
}
