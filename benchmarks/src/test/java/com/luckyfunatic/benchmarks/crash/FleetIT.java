package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.luckyfunatic.devservers.ServerFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A short form of the fleet's campaign: every process of two servers, two workers and three
 * databases is struck once, and one of the ways between them.
 */
class FleetIT {
    private static final Path SERVER = Path.of("..", "server-micronaut", "target", "lib");
    private static final Path WORKER = Path.of("..", "worker-cli", "target", "lib");
    private static final Path FILES = Path.of(System.getProperty("funatic.servers.files", ""));
    private static final Path CACHE =
            Path.of(System.getProperty("funatic.servers.directory", ""), "cache");

    private static final FleetSize SIZE = new FleetSize(false, 1, 3, 60, 16, 20, 1);

    @TempDir private Path directory = Path.of("");

    @Test
    void whatever_is_struck_nothing_answered_is_lost_doubled_changed_or_told_out_of_order()
            throws Exception {
        assumeThat(SERVER).as("the server's jars, which its module builds").isDirectory();
        assumeThat(WORKER).as("the worker's jars, which its module builds").isDirectory();
        FleetResult fleet =
                new FleetCampaign(ServerFiles.read(FILES, CACHE), SERVER, WORKER, SIZE)
                        .run(1, directory, FleetCampaign.Progress.UNHEARD);

        assertThat(fleet.blows())
                .extracting(FleetResult.Struck::blow)
                .containsExactlyInAnyOrder(FleetBlow.values());
        assertThat(fleet.broken()).isZero();
        CrashResult result = fleet.rounds();
        assertThat(result.rounds())
                .singleElement()
                .satisfies(round -> assertThat(round.violations()).isEmpty());
        assertThat(result.finalViolations()).isEmpty();
        assertThat(result.sum(CrashResult.Round::taps)).isPositive();
        assertThat(result.sum(CrashResult.Round::changes)).isPositive();
        assertThat(result.sum(CrashResult.Round::reads)).isPositive();
        assertThat(result.finalRepeats()).isPositive();
    }
}
