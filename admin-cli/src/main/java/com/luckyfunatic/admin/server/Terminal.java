package com.luckyfunatic.admin.server;

import java.io.Console;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Whoever gives a command, as far as they can be asked. */
final class Terminal {
    private Terminal() {}

    /**
     * Makes sure that somebody can be asked.
     *
     * @param spec the command, which is told what is missing
     * @throws ParameterException when nobody can be asked
     */
    static void require(CommandSpec spec) {
        if (console() == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Without a terminal nobody can be asked whether it is meant: --yes.");
        }
    }

    /** Asks whether what was shown is meant. */
    static boolean isConfirmed() {
        Console console = console();
        String answer =
                console == null ? null : console.readLine("Is this meant? yes to carry it out: ");
        return answer != null && answer.strip().equalsIgnoreCase("yes");
    }

    @SuppressWarnings("SystemConsoleNull") // it is in JDK 25, whose console is no longer JLine's
    private static @Nullable Console console() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }
}
