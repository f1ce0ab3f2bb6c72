package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.storage.GameStorage;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Calls a planned release off. */
@Command(
        name = "cancel",
        description = "Call off a release that has not come into force yet.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Example:", "  funatic admin catalog cancel 9"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is called off, now or before",
            "1:there is no such release, or it is in force or was",
            "2:the command line or the configuration is wrong",
            "69:the storage cannot be used"
        })
final class CancelRelease extends StorageCommand {
    @Parameters(paramLabel = "N", description = "The number of the release.")
    private long number;

    @Mixin private ReasonOptions why;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    CancelRelease() {}

    @Override
    protected int run(GameStorage opened) {
        return why.record(opened)
                .around(
                        OperatorAction.CANCEL_RELEASE,
                        null,
                        Long.toString(number),
                        why.reason(),
                        () -> cancel(opened));
    }

    private int cancel(GameStorage opened) {
        Optional<CatalogRelease> found =
                opened.catalogReleases().cancel(number, opened.clock().millis());
        if (found.isEmpty()) {
            complain("There is no release " + number + ".");
            return ExitCodes.PROBLEMS;
        }
        CatalogRelease release = found.get();
        if (!release.cancelled()) {
            complain("Release " + number + " came into force: roll it back instead.");
            return ExitCodes.PROBLEMS;
        }
        tell(
                isJson()
                        ? ReleaseJson.of(release, List.of())
                        : "Release " + number + " is called off.");
        return ExitCodes.OK;
    }
}
