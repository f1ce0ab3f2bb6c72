package com.luckyfunatic.admin.server;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Whether a change is meant. */
public final class Confirmation {
    @Option(names = "--yes", description = "It is meant: carry it out without asking, and unseen.")
    private boolean isMeant;

    /** To be filled in by picocli. */
    public Confirmation() {}

    /** Whether nobody needs to be asked. */
    public boolean isMeant() {
        return isMeant;
    }

    /**
     * Makes sure that somebody can be asked, if nobody has said that it is meant.
     *
     * @param spec the command, which is told what is missing
     * @throws ParameterException when nobody can be asked
     */
    public void require(CommandSpec spec) {
        if (!isMeant) {
            Terminal.require(spec);
        }
    }

    /** Returns whether what was shown is meant, as was said before or is said now. */
    public boolean isGiven() {
        return isMeant || Terminal.isConfirmed();
    }

    /** What follows when it was shown what a change would come to. */
    public PlanExchange.Then then() {
        return isMeant ? PlanExchange.Then.EXECUTE : PlanExchange.Then.ASK;
    }
}
