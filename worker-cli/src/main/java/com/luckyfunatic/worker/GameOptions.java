package com.luckyfunatic.worker;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogDefinition;
import com.luckyfunatic.engine.catalog.InvalidCatalogException;
import com.luckyfunatic.operations.DatabaseTexts;
import com.luckyfunatic.operations.StorageOptions;
import com.luckyfunatic.operations.job.EngineJobs;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which game to work on, said in the same words and the same places as to the server: flags win
 * over variables, variables over the configuration file. So a job plays by the content that the
 * server was given.
 */
final class GameOptions {
    private static final Duration PAUSE_MIN = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofHours(1);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            defaultValue = "${env:FUNATIC_CATALOG}",
            description =
                    "The catalog file that the server is given (FUNATIC_CATALOG). Default: the"
                            + " content that comes with the game.")
    private @Nullable String catalog;

    @SuppressWarnings("NullAway.Init")
    GameOptions() {}

    /**
     * The content that the server is given, checked.
     *
     * @param storage knows the configuration file
     */
    Catalog catalog(StorageOptions storage) {
        String path = storage.setting("catalog", catalog, "");
        try {
            return Catalog.of(path.isEmpty() ? CatalogLoader.standard() : read(Path.of(path)));
        } catch (CatalogFileException | InvalidCatalogException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    /**
     * How long {@code pay-prizes} pauses, as the server is told.
     *
     * @param storage knows the configuration file
     */
    Duration prizeRunPause(StorageOptions storage) {
        String text =
                storage.setting("prize-run-pause", System.getenv("FUNATIC_PRIZE_RUN_PAUSE"), "");
        if (text.isEmpty()) {
            return EngineJobs.PRIZE_RUN_PAUSE;
        }
        try {
            Duration pause = DatabaseTexts.timeSpan(text);
            if (pause.compareTo(PAUSE_MIN) >= 0 && pause.compareTo(PAUSE_MAX) <= 0) {
                return pause;
            }
        } catch (IllegalArgumentException e) {
            throw wrong("The setting prize-run-pause is wrong: " + e.getMessage() + ".");
        }
        throw wrong("The setting prize-run-pause is wrong: expected a second to an hour.");
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
