package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.catalog.CatalogChange;
import com.luckyfunatic.engine.catalog.CatalogDiff;
import com.luckyfunatic.storage.catalog.CatalogFile;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how two catalog files differ, like a change log. */
@Command(
        name = "diff",
        description = "Tell how two catalog files differ, a line for each change.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they were compared",
            "1:one of them has problems, which are printed",
            "2:the command line is wrong",
            "66:a file could not be read"
        })
public final class DiffCatalogs implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Parameters(index = "0", paramLabel = "OLD", description = "A catalog in YAML.")
    private Path before;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Parameters(index = "1", paramLabel = "NEW", description = "Another one.")
    private Path after;

    @Option(names = "--json", description = "Print JSON for scripts instead of lines.")
    private boolean json;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CatalogFile was =
                CatalogProblems.valid(spec.commandLine(), () -> CatalogLoader.read(before));
        CatalogFile is = CatalogProblems.valid(spec.commandLine(), () -> CatalogLoader.read(after));
        if (was == null || is == null) {
            return ExitCodes.PROBLEMS;
        }
        List<CatalogChange> changes = CatalogDiff.between(was.definition(), is.definition());
        ChangeLog.print(changes, json, spec.commandLine().getOut());
        return ExitCodes.OK;
    }
}
