package com.luckyfunatic.admin;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Whoever gives a command, as far as they sit at a terminal. */
public interface Terminal {
    /** Whether somebody can be asked. */
    boolean isThere();

    /** How many columns its lines have; empty when what is printed goes elsewhere. */
    OptionalInt columns();

    /** Asks, and waits for the answer; null when there is none and will be none. */
    @Nullable String ask(String question);

    /** Returns the one at which a command is given. */
    static Terminal of(CommandSpec spec) {
        return spec.root().userObject() instanceof Admin admin
                ? admin.terminal()
                : SystemTerminal.INSTANCE;
    }
}
