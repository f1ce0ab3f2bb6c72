package com.luckyfunatic.admin;

import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.storage.GameStorage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    /** Returns where it is recorded. */
    public OperatorRecord record(GameStorage opened) {
        return new OperatorRecord(opened, actor.name());
    }

    /** Returns why; empty when it was not said. */
    public String reason() {
        return OperatorAction.detailOf(reason.strip());
    }
}
