package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Terminal;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.storage.catalog.CatalogFile;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the cards of a catalog cost and earn. */
@Command(
        name = "show",
        description = {
            "Show price, income and payback of every card at levels 1, 5, 10 and its last.",
            "The payback of a level is its price divided by the income it adds."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was shown",
            "1:the file has problems, which are printed",
            "2:the command line is wrong",
            "66:the file could not be read"
        })
public final class ShowCatalog implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "A catalog in YAML; without it, the one that comes with the game.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print JSON for scripts instead of a table.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CatalogFile shown = CatalogProblems.valid(spec.commandLine(), this::read);
        if (shown == null) {
            return ExitCodes.PROBLEMS;
        }
        Catalog catalog = Catalog.of(shown.definition());
        String text =
                json ? CardJson.of(catalog) : CardTable.of(catalog, Terminal.of(spec).columns());
        spec.commandLine().getOut().println(text);
        return ExitCodes.OK;
    }

    private CatalogFile read() {
        return file == null ? CatalogLoader.standardFile() : CatalogLoader.read(file);
    }
}
