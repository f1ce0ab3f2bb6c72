package com.luckyfunatic.admin.storage;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import java.util.List;
import picocli.CommandLine.Command;

/** Groups the commands on the journals. */
@Command(
        name = "journal",
        description = "Look at the journals of the distributed storage.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class JournalCommands extends CommandGroup {
    @Override
    protected List<Class<?>> commands() {
        return List.of(ListQuarantine.class);
    }
}
