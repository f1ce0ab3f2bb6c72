package com.luckyfunatic.admin.catalog;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.Exchange;
import com.luckyfunatic.admin.server.ReleaseDocument;
import com.luckyfunatic.admin.server.ShownRelease;
import com.luckyfunatic.admin.server.TwoWayCommand;
import com.luckyfunatic.engine.catalog.CatalogChange;
import com.luckyfunatic.engine.catalog.CatalogDiff;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.content.ReleasedContent;
import com.luckyfunatic.operations.content.UnplayableReleaseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Shows what a release changed, or its content. */
@Command(
        name = "release",
        description = {
            "Show what is different in a release: against the one before it, or another one.",
            "With --document, print its catalog instead, for a file."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin catalog release 8 --server https://game.example --operator liv"
                    + " --credential-file liv.txt",
            "  funatic admin catalog release 8 --against 5 --direct",
            "  funatic admin catalog release 8 --document --config server.yaml > release-8.yaml"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was shown",
            "1:there is no such release, this build cannot read it, or the server refused it",
            "2:the command line or the configuration is wrong",
            "66:the credential could not be read",
            "69:the server or the storage cannot be used now"
        })
final class ShowRelease extends TwoWayCommand {
    @Parameters(paramLabel = "N", description = "The number of the release.")
    private long number;

    @Option(names = "--against", paramLabel = "M", description = "The number of another one.")
    private @Nullable Long against;

    @Option(names = "--document", description = "Print its catalog, in YAML.")
    private boolean wantsDocument;

    @Override
    protected void check() {
        if (wantsDocument && against != null) {
            throw new ParameterException(
                    spec().commandLine(),
                    "--against goes without --document: a document is one release's.");
        }
    }

    @Override
    protected Exchange exchange() {
        check();
        return wantsDocument ? new ReleaseDocument(number) : new ShownRelease(number, against);
    }

    @Override
    protected int run(GameStorage opened) {
        CatalogReleases releases = opened.catalogReleases();
        CatalogRelease release = releases.find(number).orElse(null);
        CatalogRelease other = other(releases);
        if (release == null || (other == null && against != null)) {
            complain("There is no such release.");
            return ExitCodes.PROBLEMS;
        }
        if (wantsDocument) {
            spec().commandLine().getOut().print(releases.document(release.version()).orElse(""));
            spec().commandLine().getOut().flush();
            return ExitCodes.OK;
        }
        try {
            return show(release, changes(release, other, releases));
        } catch (UnplayableReleaseException e) {
            complain(String.valueOf(e.getMessage()));
            return ExitCodes.PROBLEMS;
        }
    }

    private @Nullable CatalogRelease other(CatalogReleases releases) {
        return against == null
                ? releases.page(number, 1).items().stream().findFirst().orElse(null)
                : releases.find(against).orElse(null);
    }

    private static List<CatalogChange> changes(
            CatalogRelease release, @Nullable CatalogRelease other, CatalogReleases releases) {
        return other == null
                ? List.of()
                : CatalogDiff.between(
                        ReleasedContent.of(other, releases).definition(),
                        ReleasedContent.of(release, releases).definition());
    }

    private int show(CatalogRelease release, List<CatalogChange> changes) {
        if (isJson()) {
            tell(ReleaseJson.of(release, changes));
        } else {
            tell(
                    "Release "
                            + release.number()
                            + ", version "
                            + release.version()
                            + ", by "
                            + release.author()
                            + ": "
                            + release.reason());
            ChangeLog.print(changes, false, spec().commandLine().getOut());
        }
        return ExitCodes.OK;
    }
}
