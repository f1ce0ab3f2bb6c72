package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.Version;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has a server publish a catalog file as a release. */
@Command(
        name = "publish",
        description = {
            "Publish a catalog file as a release, and tell what is different in it. Servers switch"
                    + " to it without a restart.",
            "",
            "What players may own cannot vanish from the content, and tournaments that are"
                    + " announced must find what they need."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Examples:",
            "  funatic admin support publish summer.yaml --reason 'summer prices' --dry-run"
                    + " --server https://game.example --operator liv --credential-file liv.txt",
            "  funatic admin support publish summer.yaml --reason 'summer prices'"
                    + " --at 2026-06-21T00:00:00Z --server https://game.example --operator liv"
                    + " --credential-file liv.txt"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is published, or would be",
            "1:the file has problems, players could lose something, or the server refused it",
            "2:the command line is wrong",
            "66:the file or the credential could not be read",
            "69:it may have been published: look at the releases"
        })
final class PublishOnServer extends ReleaseStep {
    @Parameters(paramLabel = "FILE", description = "A catalog in YAML.")
    private Path file;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    PublishOnServer() {}

    @Override
    String path() {
        return "";
    }

    /** What is wrong in a file the server tells; it must only be a text. */
    @Override
    void addTo(ObjectNode body) {
        try {
            body.put("document", CatalogLoader.document(file));
        } catch (CatalogFileException e) {
            throw new UncheckedIOException(
                    "cannot read " + file, new IOException(String.join("; ", e.lines())));
        }
    }
}
