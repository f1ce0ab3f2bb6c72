package com.luckyfunatic.admin.audit;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import java.util.List;
import picocli.CommandLine.Command;

/** Groups the commands on what is recorded. */
@Command(
        name = "audit",
        description = "Check what is recorded for good.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class AuditCommands extends CommandGroup {
    @Override
    protected List<Class<?>> commands() {
        return List.of(VerifyAudit.class);
    }
}
