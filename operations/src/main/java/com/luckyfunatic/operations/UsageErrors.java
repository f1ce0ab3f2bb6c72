package com.luckyfunatic.operations;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExitCodeExceptionMapper;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with a command line in a few lines: the message, how the command is given,
 * and where its help is. The whole help would bury what was to be told. Immutable and thread-safe.
 */
public final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        CommandLine.Help.ColorScheme colors = command.getColorScheme();
        err.println(colors.errorText(String.valueOf(wrong.getMessage())));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        err.print(command.getHelp().fullSynopsis());
        err.println("Help: " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        IExitCodeExceptionMapper codes = command.getExitCodeExceptionMapper();
        return codes == null
                ? command.getCommandSpec().exitCodeOnInvalidInput()
                : codes.getExitCode(wrong);
    }
}
