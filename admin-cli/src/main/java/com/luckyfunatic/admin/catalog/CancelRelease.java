package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.ReasonOptions;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ChangeOptions;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.TwoWayCommand;
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
        description = {
            "Call off a release that has not come into force yet.",
            "",
            "At a server it is a plan, shown first. On the storage itself it is"
                    + " done at once: distributed storage may be played on meanwhile; embedded"
                    + " storage must be in use by no server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin catalog cancel 9 --reason 'not yet' --server https://game.example"
                    + " --operator liv --credential-file liv.txt",
            "  funatic admin catalog cancel 9 --reason 'not yet' --config server.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is called off, now or before",
            "1:there is no such release, it is in force or was, the server refused it, or it was"
                    + " not meant",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now; what was begun may be done"
        })
final class CancelRelease extends TwoWayCommand {
    @Parameters(paramLabel = "N", description = "The number of the release.")
    private long number;

    @Mixin private ReasonOptions why;

    @Mixin private ChangeOptions atServer;

    @SuppressWarnings("NullAway.Init") // picocli sets them
    CancelRelease() {}

    @Override
    protected Exchange exchange() {
        return atServer.plan(
                spec(),
                _ -> "catalog",
                ChangeOptions.change("cancel").put("number", number),
                why.reason());
    }

    @Override
    protected void check() {
        why.require(spec());
    }

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
