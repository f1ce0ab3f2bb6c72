package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a change takes at a server: a code for the reason, and that it is meant. */
public final class ChangeOptions {
    private static final int REASON_LENGTH_MAX = 150;

    @Option(
            names = "--reason-code",
            paramLabel = "CODE",
            defaultValue = "other",
            description =
                    "At a server: lost_reward, compensation, goodwill, correction, abuse, security"
                            + " or other. Default: ${DEFAULT-VALUE}.")
    private String code;

    @Mixin private Confirmation confirmation;

    /** To be filled in by picocli. */
    @SuppressWarnings("NullAway.Init") // picocli sets them
    public ChangeOptions() {}

    /** Whether nobody needs to be asked. */
    public boolean isMeant() {
        return confirmation.isMeant();
    }

    /** Returns the beginning of a change. */
    public static ObjectNode change(String action) {
        return JsonNodeFactory.instance.objectNode().put("action", action);
    }

    /**
     * Returns the plan for {@code change}, shown before it is carried out.
     *
     * @param reason why, for those who look later
     * @throws ParameterException when no reason is given, or nobody can be asked
     */
    public Exchange plan(
            CommandSpec spec, PlanExchange.Subject subject, ObjectNode change, String reason) {
        return plan(spec, subject, change, reason, confirmation.then());
    }

    /**
     * Returns the plan for a {@code change} that always takes another person: it is only made.
     *
     * @throws ParameterException when no reason is given
     */
    public Exchange planForTwo(
            CommandSpec spec, PlanExchange.Subject subject, ObjectNode change, String reason) {
        return plan(spec, subject, change, reason, PlanExchange.Then.STOP);
    }

    /**
     * Returns the plan for {@code change}, made at most once under {@code key}.
     *
     * @param reason why, for those who look later
     * @param isOnlyMade whether it is shown and left
     * @throws ParameterException when no reason is given, or nobody can be asked
     */
    public Exchange planOnce(
            CommandSpec spec,
            PlanExchange.Subject subject,
            ObjectNode change,
            String reason,
            boolean isOnlyMade,
            String key) {
        return new PlanExchange(
                spec,
                subject,
                withReason(spec, change, reason),
                isOnlyMade ? PlanExchange.Then.STOP : confirmation.then(),
                key);
    }

    private Exchange plan(
            CommandSpec spec,
            PlanExchange.Subject subject,
            ObjectNode change,
            String reason,
            PlanExchange.Then then) {
        return new PlanExchange(spec, subject, withReason(spec, change, reason), then);
    }

    private JsonNode withReason(CommandSpec spec, ObjectNode change, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_LENGTH_MAX) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A server wants a --reason of 1 to " + REASON_LENGTH_MAX + " characters.");
        }
        return change.put("reasonCode", code).put("reason", why);
    }
}
