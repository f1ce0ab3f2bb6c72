package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.CommandGroup;
import com.luckyfunatic.admin.Version;
import picocli.CommandLine.Command;

/** Groups the commands on content. */
@Command(
        name = "catalog",
        description =
                "Check, compare and show the content of the game; publish it and roll it back.",
        subcommands = {
            CheckCatalog.class,
            DiffCatalogs.class,
            ShowCatalog.class,
            PublishCatalog.class,
            ListReleases.class,
            ShowRelease.class,
            RollBackCatalog.class,
            CancelRelease.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
public final class CatalogCommands extends CommandGroup {}
