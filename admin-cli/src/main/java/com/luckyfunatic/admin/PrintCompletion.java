package com.luckyfunatic.admin;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = {
            "Print a script with which bash and zsh complete the commands and options of"
                    + " ./funatic admin, and the names of the launcher's other commands."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  eval \"$(./funatic admin completion)\"",
            "  ./funatic admin completion > ~/.local/share/bash-completion/completions/funatic"
        })
final class PrintCompletion implements Runnable {
    /** What the launcher has beside this program. */
    private static final List<String> OTHERS = List.of("serve", "worker", "verify");

    @Spec private CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    PrintCompletion() {}

    @Override
    public void run() {
        CommandLine launcher = new CommandLine(CommandSpec.create().name("funatic"));
        for (String option : List.of("--offline", "--version", "--help")) {
            launcher.getCommandSpec().addOption(OptionSpec.builder(option).build());
        }
        OTHERS.forEach(name -> launcher.addSubcommand(name, CommandSpec.create()));
        launcher.addSubcommand("admin", Admin.commandLine());
        spec.commandLine().getOut().print(AutoComplete.bash("funatic", launcher));
        spec.commandLine().getOut().flush();
    }
}
