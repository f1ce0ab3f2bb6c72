package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.engine.catalog.CatalogProblem;
import com.luckyfunatic.engine.catalog.CatalogValidator;
import com.luckyfunatic.storage.catalog.CatalogFile;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Prints the problems of catalog files, in colour on a terminal. */
final class CatalogProblems {
    private CatalogProblems() {}

    /** Returns the valid catalog that {@code reading} gives, or prints its problems. */
    static @Nullable CatalogFile valid(CommandLine command, Supplier<CatalogFile> reading) {
        List<String> problems;
        try {
            CatalogFile file = reading.get();
            List<CatalogProblem> found = CatalogValidator.validate(file.definition());
            if (found.isEmpty()) {
                return file;
            }
            problems = found.stream().map(file::describe).toList();
        } catch (CatalogFileException e) {
            problems = e.lines();
        }
        problems.forEach(command.getOut()::println);
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        command.getOut().println(styled(command, "bold,red", count));
        return null;
    }

    static String good(CommandLine command, String text) {
        return styled(command, "green", text);
    }

    /** Only the style is markup: what a file says is printed as it is. */
    private static String styled(CommandLine command, String style, String text) {
        CommandLine.Help.Ansi ansi = command.getColorScheme().ansi();
        return ansi.enabled()
                ? CommandLine.Help.Ansi.Style.on(CommandLine.Help.Ansi.Style.parse(style))
                        + text
                        + CommandLine.Help.Ansi.Style.off(CommandLine.Help.Ansi.Style.parse(style))
                : text;
    }
}
