package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import java.util.List;
import picocli.CommandLine.Command;

/** Groups the commands on content. */
@Command(
        name = "catalog",
        description =
                "Check, compare and show the content of the game; publish it and roll it back.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class CatalogCommands extends CommandGroup {
    @Override
    protected List<Class<?>> commands() {
        return List.of(
                CheckCatalog.class,
                DiffCatalogs.class,
                ShowCatalog.class,
                PublishCatalog.class,
                ListReleases.class,
                ShowRelease.class,
                RollBackCatalog.class,
                CancelRelease.class);
    }
}
