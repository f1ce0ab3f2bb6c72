package com.luckyfunatic.admin.audit;

import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands on what is recorded. */
@Command(
        name = "audit",
        description = "Check what is recorded for good.",
        subcommands = VerifyAudit.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class AuditCommands implements Runnable {
    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
