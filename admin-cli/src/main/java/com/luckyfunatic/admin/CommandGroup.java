package com.luckyfunatic.admin;

import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing but have others below it. */
@Command
public abstract class CommandGroup implements Runnable {
    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Spec
    private CommandSpec spec;

    /** The classes of the commands below it, in the order of the help. */
    protected abstract List<Class<?>> commands();

    @Override
    public final void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }

    /**
     * Returns it with what is below it, where groups that are not wanted are empty.
     *
     * @param isWanted asked with the name of a group
     */
    final CommandLine line(Predicate<String> isWanted) {
        CommandLine line = new CommandLine(this);
        for (Class<?> each : commands()) {
            CommandLine below = new CommandLine(each);
            if (below.getCommand() instanceof CommandGroup group
                    && isWanted.test(below.getCommandName())) {
                below = group.line(isWanted);
            }
            line.addSubcommand(below);
        }
        return line;
    }
}
