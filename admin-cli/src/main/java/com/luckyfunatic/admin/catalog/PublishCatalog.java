package com.luckyfunatic.admin.catalog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.admin.server.ChangeOptions;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.operations.content.CatalogPublishing;
import com.luckyfunatic.operations.content.CatalogPublishing.Order;
import com.luckyfunatic.operations.content.CatalogPublishing.Outcome;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Publishes a catalog file as a release. */
@Command(
        name = "publish",
        description = {
            "Publish a catalog file as a release, and tell what is different in it. Running servers"
                    + " switch to it without a restart.",
            "",
            "What players may own cannot vanish from the content, and tournaments that are"
                    + " announced must find what they need.",
            "",
            "At a server it is a plan: shown first, and approved by another person where much is"
                    + " different or players could lose something. On the storage itself it is"
                    + " published at once: distributed storage may be played on meanwhile; embedded"
                    + " storage must be in use by no server."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin catalog publish summer.yaml --reason 'summer prices' --server"
                    + " https://game.example --operator liv --credential-file liv.txt",
            "  funatic admin catalog publish summer.yaml --reason 'summer prices' --dry-run"
                    + " --config server.yaml",
            "  funatic admin catalog publish summer.yaml --reason 'summer prices'"
                    + " --at 2026-06-21T00:00:00Z --by ada --direct"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is published, or the plan is made",
            "1:the file has problems, players could lose something, the version is taken, the"
                    + " server refused it, another person has to approve it, or it was not meant",
            "2:the command line or the configuration is wrong",
            "66:the file or the credential could not be read",
            "69:the server or the storage cannot be used now; what was begun may be done"
        })
final class PublishCatalog extends ReleaseCommand {
    @Parameters(paramLabel = "FILE", description = "A catalog in YAML.")
    private Path file;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    PublishCatalog() {}

    @Override
    ObjectNode change() {
        // What is wrong in it the server tells; it must only be a text.
        try {
            return ChangeOptions.change("publish").put("document", CatalogLoader.document(file));
        } catch (CatalogFileException e) {
            throw new UncheckedIOException(
                    "cannot read " + file, new IOException(String.join("; ", e.lines())));
        }
    }

    @Override
    String action() {
        return OperatorAction.PUBLISH_RELEASE;
    }

    @Override
    Outcome publish(CatalogPublishing publishing, Order order, boolean isTrial, long nowMillis) {
        String document;
        try {
            document = CatalogLoader.document(file);
        } catch (CatalogFileException e) {
            return new Outcome.Invalid(e.lines());
        }
        return publishing.publish(file.toString(), document, order, isTrial, nowMillis);
    }
}
