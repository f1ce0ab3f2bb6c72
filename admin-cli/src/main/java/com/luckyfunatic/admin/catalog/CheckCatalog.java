package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.storage.catalog.CatalogFile;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells everything that is wrong with a catalog file, a line for each problem. */
@Command(
        name = "check",
        description = "Tell everything that is wrong with a catalog file.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the file is a valid catalog",
            "1:it has problems; each is a line FILE:LINE:COLUMN: ROW: REASON",
            "2:the command line is wrong",
            "66:the file could not be read"
        })
public final class CheckCatalog implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Parameters(paramLabel = "FILE", description = "A catalog in YAML.")
    private Path file;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CatalogFile checked =
                CatalogProblems.valid(spec.commandLine(), () -> CatalogLoader.read(file));
        if (checked == null) {
            return ExitCodes.PROBLEMS;
        }
        CatalogDefinition catalog = checked.definition();
        spec.commandLine()
                .getOut()
                .println(
                        CatalogProblems.good(
                                spec.commandLine(),
                                file
                                        + " is valid: version "
                                        + catalog.version()
                                        + ", "
                                        + catalog.cards().size()
                                        + " cards, "
                                        + catalog.specialCards().size()
                                        + " special cards, "
                                        + catalog.stories().size()
                                        + " stories, "
                                        + catalog.boosters().size()
                                        + " boosters, "
                                        + catalog.items().size()
                                        + " items, "
                                        + catalog.ranks().size()
                                        + " ranks"));
        return ExitCodes.OK;
    }
}
