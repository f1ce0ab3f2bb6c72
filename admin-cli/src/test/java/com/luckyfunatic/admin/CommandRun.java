package com.luckyfunatic.admin;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * One command, executed in this process.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it printed as errors
 */
public record CommandRun(int code, String out, String err) {
    /** Executes {@code args} as a script would, without a terminal. */
    public static CommandRun of(Object... args) {
        return of(Admin.commandLine(), Ansi.OFF, args);
    }

    /** Executes {@code args} as somebody at {@code terminal} would. */
    public static CommandRun at(Terminal terminal, Object... args) {
        return of(Admin.commandLine(terminal), Ansi.OFF, args);
    }

    /** Executes {@code args} as a person at a terminal would. */
    public static CommandRun onTerminal(Object... args) {
        return of(Admin.commandLine(), Ansi.ON, args);
    }

    private static CommandRun of(CommandLine commands, Ansi ansi, Object... args) {
        String[] texts = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            texts[i] = args[i].toString();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                commands.setOut(new PrintWriter(out, true))
                        .setErr(new PrintWriter(err, true))
                        .setColorScheme(CommandLine.Help.defaultColorScheme(ansi))
                        .execute(texts);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
