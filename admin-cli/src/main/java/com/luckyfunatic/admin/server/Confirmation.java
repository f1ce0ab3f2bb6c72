package com.luckyfunatic.admin.server;

import com.luckyfunatic.admin.Terminal;
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
            requireTerminal(spec);
        }
    }

    /** Makes sure that somebody can be asked. */
    static void requireTerminal(CommandSpec spec) {
        if (!Terminal.of(spec).isThere()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Without a terminal nobody can be asked whether it is meant: --yes.");
        }
    }

    /** Asks whether what was shown is meant; nothing but a whole yes says so. */
    static boolean isGivenNow(CommandSpec spec) {
        String answer = Terminal.of(spec).ask("Is this meant? yes to carry it out: ");
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    /**
     * Returns whether what was shown is meant, as was said before or is said now.
     *
     * @param spec the command
     */
    public boolean isGiven(CommandSpec spec) {
        return isMeant || isGivenNow(spec);
    }

    /** What follows when it was shown what a change would come to. */
    public PlanExchange.Then then() {
        return isMeant ? PlanExchange.Then.EXECUTE : PlanExchange.Then.ASK;
    }
}
