package com.luckyfunatic.admin.player;

import picocli.CommandLine.ArgGroup;

/** The player that a command is about, to be mixed in. */
final class NamedPlayer {
    // The processor of picocli takes the class of a group once only.
    @ArgGroup(exclusive = true, multiplicity = "1")
    private PlayerChoice choice;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    NamedPlayer() {}

    PlayerChoice choice() {
        return choice;
    }
}
