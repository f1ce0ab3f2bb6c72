package com.luckyfunatic.admin.storage;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;

/** Groups the commands on the journals. */
@Command(
        name = "journal",
        description = "Look at the journals of the distributed storage.",
        subcommands = ListQuarantine.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class JournalCommands extends CommandGroup {}
