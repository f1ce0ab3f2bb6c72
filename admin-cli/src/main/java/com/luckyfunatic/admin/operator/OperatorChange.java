package com.luckyfunatic.admin.operator;

import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.GameStorage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * A command that changes one operator. It is recorded among what operators do, so that nobody comes
 * to rights which nobody gave.
 */
abstract class OperatorChange extends OperatorCommand {
    private final String action;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description =
                    "The operator: 1 to "
                            + OperatorName.LENGTH_MAX
                            + " of a-z, 0-9, - and _, a letter first.")
    private String name;

    @Mixin private ReasonOptions why;

    /**
     * @param action under which word of {@link OperatorAction} it is recorded
     */
    @SuppressWarnings("NullAway.Init") // picocli sets them
    OperatorChange(String action) {
        this.action = action;
    }

    /** Does what the command is for; returns the exit code. */
    abstract int change(GameStorage opened, OperatorName operator);

    /** What is recorded beside the reason, such as the roles; empty for nothing. */
    String detail() {
        return "";
    }

    @Override
    protected void check() {
        operator();
        why.require(spec());
    }

    /** Whom it is about. */
    final OperatorName operator() {
        try {
            return new OperatorName(name);
        } catch (IllegalArgumentException e) {
            throw wrong("NAME: " + e.getMessage() + ".");
        }
    }

    @Override
    protected final int run(GameStorage opened) {
        OperatorName operator = operator();
        return why.record(opened)
                .around(
                        action,
                        null,
                        operator.value(),
                        (detail() + " " + why.reason()).strip(),
                        () -> change(opened, operator));
    }
}
