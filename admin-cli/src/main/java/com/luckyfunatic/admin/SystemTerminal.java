package com.luckyfunatic.admin;

import java.io.Console;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The terminal of this process, if both what is typed and what is printed are its. */
final class SystemTerminal implements Terminal {
    static final Terminal INSTANCE = new SystemTerminal();

    private SystemTerminal() {}

    @Override
    public boolean isThere() {
        return console() != null;
    }

    /** What the shell says, or else what picocli finds out for its help. */
    @Override
    public OptionalInt columns() {
        if (!isThere()) {
            return OptionalInt.empty();
        }
        String said = System.getenv("COLUMNS");
        return OptionalInt.of(
                said != null && said.matches("[1-9]\\d{0,5}")
                        ? Integer.parseInt(said)
                        : new UsageMessageSpec().autoWidth(true).width());
    }

    @Override
    public @Nullable String ask(String question) {
        Console console = console();
        return console == null ? null : console.readLine("%s", question);
    }

    @SuppressWarnings("SystemConsoleNull") // it is in JDK 25, whose console is no longer JLine's
    private static @Nullable Console console() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }
}
