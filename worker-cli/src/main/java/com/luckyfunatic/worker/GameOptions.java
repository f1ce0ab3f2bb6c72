package com.luckyfunatic.worker;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.CatalogOption;
import com.luckyfunatic.operations.DatabaseTexts;
import com.luckyfunatic.operations.StorageOptions;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.operations.content.ReleaseWatch;
import com.luckyfunatic.operations.job.EngineJobs;
import java.io.UncheckedIOException;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin private CatalogOption content;

    @SuppressWarnings("NullAway.Init")
    GameOptions() {}

    /**
     * The content that the server is given, checked.
     *
     * @param storage knows the configuration file
     */
    Catalog catalog(StorageOptions storage) {
        return content.catalog(storage);
    }

    /**
     * Builds a game that plays by the release in force.
     *
     * @param given the content where nothing was released
     * @return the watch over it, which is to be started if the game goes on
     */
    ReleaseWatch engine(GameStorage storage, Catalog given) {
        return ReleaseWatch.over(
                GameEngine.builder(storage),
                storage.catalogReleases(),
                given,
                storage.clock().millis());
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

    /**
     * How the audit is sealed, as the server is told.
     *
     * @param storage knows the configuration file
     */
    AuditSealing sealing(StorageOptions storage) {
        try {
            return AuditSealing.of(
                    storage.setting("audit-key-file", System.getenv("FUNATIC_AUDIT_KEY_FILE"), ""),
                    storage.setting("audit-anchor", System.getenv("FUNATIC_AUDIT_ANCHOR"), ""));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw wrong("The setting audit-key-file is wrong: " + e.getMessage() + ".");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
