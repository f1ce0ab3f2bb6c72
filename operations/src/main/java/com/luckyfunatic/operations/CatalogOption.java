package com.luckyfunatic.operations;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.catalog.InvalidCatalogException;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which content a command works by, said in the same words and the same places as to the server:
 * flags win over variables, variables over the configuration file.
 */
public final class CatalogOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            defaultValue = "${env:FUNATIC_CATALOG}",
            description =
                    "The catalog file that the server is given (FUNATIC_CATALOG). Default: the"
                            + " content that comes with the game.")
    private @Nullable String file;

    /** To be filled in by picocli. */
    @SuppressWarnings("NullAway.Init")
    public CatalogOption() {}

    /**
     * Returns the content that the server is given, checked.
     *
     * @param storage knows the configuration file
     * @throws ParameterException when it cannot be read, or is none
     */
    public Catalog catalog(StorageOptions storage) {
        String path = storage.setting("catalog", file, "");
        try {
            return Catalog.of(path.isEmpty() ? CatalogLoader.standard() : read(Path.of(path)));
        } catch (CatalogFileException | InvalidCatalogException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private CatalogDefinition read(Path path) {
        try {
            return CatalogLoader.load(path);
        } catch (UncheckedIOException e) {
            throw wrong("The catalog file " + path + " cannot be read.");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
