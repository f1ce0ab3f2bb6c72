package com.luckyfunatic.admin.server;

import picocli.CommandLine.Option;

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

    /** What follows when it was shown what a change would come to. */
    public PlanExchange.Then then() {
        return isMeant ? PlanExchange.Then.EXECUTE : PlanExchange.Then.ASK;
    }
}
