package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.luckyfunatic.devservers.ServerFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short form of the campaign: the server that the same build has made, on databases of its own,
 * is struck a few times; then the same with a defect that the checks must find.
 */
class CampaignIT {
    private static final Path SERVER = Path.of("..", "server-micronaut", "target", "lib");
    private static final Path FILES = Path.of(System.getProperty("funatic.servers.files", ""));
    private static final Path CACHE =
            Path.of(System.getProperty("funatic.servers.directory", ""), "cache");

    /** A Redis that has forced what it answered, so that nothing at all may be lost. */
    private static final Scenario REDIS = Scenario.REDIS_ALWAYS;

    @TempDir private Path directory = Path.of("");

    @Test
    void nothing_answered_is_lost_doubled_or_changed_and_a_planted_defect_is_found()
            throws Exception {
        assumeThat(SERVER).as("the server's jars, which its module builds").isDirectory();
        ServerFiles files = ServerFiles.read(FILES, CACHE);
        try (Databases databases =
                Databases.start(
                        files, directory.resolve("databases"), REDIS.redisOptions(), Set.of())) {
            List<Scenario> blows = List.of(REDIS, Scenario.DRAIN, Scenario.SERVER);
            CrashResult result = run(files, databases, blows, null, 1);

            assertThat(result.rounds())
                    .hasSize(blows.size())
                    .allSatisfy(round -> assertThat(round.violations()).isEmpty());
            assertThat(result.finalViolations()).isEmpty();
            assertThat(result.sum(CrashResult.Round::taps)).isPositive();
            assertThat(result.sum(CrashResult.Round::changes)).isPositive();
            assertThat(result.finalRepeats()).isPositive();

            CrashResult defective =
                    run(
                            files,
                            databases,
                            List.of(REDIS),
                            Defect.NO_DEDUPLICATION,
                            Campaign.OTHER_PLAYERS);

            assertThat(defective.rounds()).anyMatch(Defect.NO_DEDUPLICATION::isFoundIn);
        }
    }

    private CrashResult run(
            ServerFiles files,
            Databases databases,
            List<Scenario> blows,
            @Nullable Defect defect,
            long firstTelegramId)
            throws Exception {
        Campaign campaign =
                new Campaign(
                        files,
                        SERVER,
                        new Campaign.Size(
                                blows.size(), 3, 1, 500, 16, 20, Duration.ofSeconds(1), 3, 20, 1),
                        CrashRounds.Progress.UNHEARD);
        return campaign.run(
                campaign.plan("short", Mix.HARD, Duration.ZERO, firstTelegramId),
                blows,
                defect,
                databases,
                directory.resolve("stage-" + firstTelegramId));
    }
}
