package com.luckyfunatic.worker;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.catalog.InvalidCatalogException;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which game to work on, said in the same words and the same places as to the server: flags win
 * over variables, variables over the configuration file. So a job plays by the content that the
 * server was given. Settings of the file that jobs do not need are left to the server to check.
 */
final class GameOptions {
    private static final String DATA_DIR = "./data";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${env:FUNATIC_DATA_DIR}",
            description = "The data directory (FUNATIC_DATA_DIR). Default: " + DATA_DIR + ".")
    private @Nullable String directory;

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            defaultValue = "${env:FUNATIC_CATALOG}",
            description =
                    "The catalog file that the server is given (FUNATIC_CATALOG). Default: the"
                            + " content that comes with the game.")
    private @Nullable String catalog;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:FUNATIC_CONFIG}",
            description =
                    "The server's configuration file (FUNATIC_CONFIG): its data-dir and catalog"
                            + " count where nothing else is said.")
    private @Nullable String file;

    @SuppressWarnings("NullAway.Init")
    GameOptions() {}

    /** The data directory. */
    Path directory() {
        String text = setting("data-dir", directory);
        return Path.of(text.isEmpty() ? DATA_DIR : text);
    }

    /** The content that the server is given, checked. */
    Catalog catalog() {
        String path = setting("catalog", catalog);
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

    private String setting(String name, @Nullable String given) {
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        return file == null || file.isBlank() ? "" : inFile(Path.of(file.strip()), name);
    }

    private String inFile(Path path, String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(path)) {
            Object settings = new Yaml(new SafeConstructor(options)).load(reader);
            Object value = settings instanceof Map<?, ?> map ? map.get(name) : null;
            return value == null ? "" : String.valueOf(value).strip();
        } catch (IOException | YAMLException e) {
            throw wrong("The configuration file " + path + " cannot be read.");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
