package com.luckyfunatic.admin;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.storage.GameStorage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Who gives a command, and why: both are recorded. */
public final class ReasonOptions {
    @Mixin private ActorOption actor;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why, for those who run the game; names no person.")
    private String reason;

    /** To be filled in by picocli. */
    @SuppressWarnings("NullAway.Init")
    public ReasonOptions() {}

    /**
     * Makes sure that it is said why.
     *
     * @throws ParameterException when it is not
     */
    public void require(CommandSpec spec) {
        if (reason().isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Say --reason: it is recorded.");
        }
    }

    /** Returns who gives the command, as it was said. */
    public String actor() {
        return actor.name();
    }

    /** Returns where it is recorded. */
    public OperatorRecord record(GameStorage opened) {
        return new OperatorRecord(opened, actor.name());
    }

    /** Returns why; empty when it was not said. */
    public String reason() {
        return OperatorAction.detailOf(reason.strip());
    }
}
