package com.luckyfunatic.benchmarks.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.benchmarks.audit.DrainResult.CpuMicros;
import com.luckyfunatic.benchmarks.footprint.FootprintResult;
import com.luckyfunatic.benchmarks.footprint.FootprintResult.Keys;
import com.luckyfunatic.benchmarks.footprint.FootprintResult.Rows;
import com.luckyfunatic.benchmarks.footprint.SessionModel;
import com.luckyfunatic.benchmarks.http.HttpResult;
import com.luckyfunatic.benchmarks.http.LoadReport;
import com.luckyfunatic.benchmarks.http.RequestStatistics;
import com.luckyfunatic.benchmarks.mysql.MySqlResult;
import com.luckyfunatic.benchmarks.redis.RedisResult;
import com.luckyfunatic.benchmarks.run.Round;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitCostsTest {
    /** Ten players, 200 requests, 100 changes, 20 of them hard. */
    private static final FootprintResult FOOTPRINT =
            new FootprintResult(
                    "servers",
                    SessionModel.USUAL,
                    10,
                    1,
                    200,
                    100,
                    20,
                    0,
                    new FootprintResult.Cpu(
                            150, new CpuMicros(70, 80, 9, 0), 75, new CpuMicros(50, 4, 12, 60), 3),
                    new FootprintResult.Redis(
                            "7.4",
                            Map.of(),
                            Map.of("journal", new Keys(5, 11_000)),
                            100,
                            Map.of(
                                    "player", new Keys(10, 8_000),
                                    "touched", new Keys(3, 1_005),
                                    "op", new Keys(20, 6_000),
                                    "journal", new Keys(5, 1_000)),
                            1_000_000,
                            2_000_000,
                            30_000),
                    new FootprintResult.MySql(
                            "11.4",
                            Map.of(
                                    "operation", new Rows(10, 10_000, 1_000),
                                    "account", new Rows(10, 3_000, 1_000)),
                            Map.of(
                                    "operation", new Rows(30, 42_000, 3_000),
                                    "account", new Rows(10, 3_000, 1_000),
                                    "player_snapshot", new Rows(10, 16_000, 0),
                                    "change_archive", new Rows(2, 4_000, 1_000),
                                    "transfer", new Rows(4, 1_500, 500)),
                            Map.of("operation", new Rows(30, 6_000, 3_000)),
                            80_000),
                    new FootprintResult.Cassandra(
                            Map.of("state_change", 9_000L, "session_history", 1_000L), 125),
                    new FootprintResult.Embedded(50_000, 95_050, 100, 60));

    @Test
    void each_figure_is_what_was_counted_divided_by_what_it_is_of() {
        UnitCosts costs = costs(FOOTPRINT);

        assertThat(costs.serverNanosPerRequest()).as("HTTP and engine").isEqualTo(170_000);
        assertThat(costs.workerNanosPerChange()).isEqualTo(50_000);
        assertThat(costs.redisNanosPerRequest()).as("half a change each").isEqualTo(82_000);
        assertThat(costs.mySqlNanosPerRequest()).isEqualTo(15_000);
        assertThat(costs.auditNanosPerChange()).isEqualTo(60_000);
        assertThat(costs.redisScriptsPerSecond()).isEqualTo(4_800);
        assertThat(costs.mySqlCommitsPerSecond()).isEqualTo(9_000);
        assertThat(costs.redisBytesPerPlayer()).as("rounded up").isEqualTo(901);
        assertThat(costs.redisBytesPerAnswer()).isEqualTo(300);
        assertThat(costs.redisBytesPerWaitingChange()).isEqualTo(100);
        assertThat(costs.redisLogBytesPerRequest()).isEqualTo(150);
        assertThat(costs.mySqlBytesPerPlayer()).isEqualTo(2_000);
        assertThat(costs.mySqlBytesPerHardChange()).as("what has grown").isEqualTo(1_700);
        assertThat(costs.mySqlBytesPerHardChangeForGood()).as("with outbox").isEqualTo(400);
        assertThat(costs.mySqlBytesPerArchivedChange()).isEqualTo(50);
        assertThat(costs.mySqlLogBytesPerRequest()).isEqualTo(400);
        assertThat(costs.auditBytesPerChange()).isEqualTo(80);
        assertThat(costs.embeddedBytesPerChange()).as("rounded up").isEqualTo(451);
        assertThat(costs.embeddedNanosPerRequest()).isEqualTo(60_000);
    }

    @Test
    void a_result_says_the_same_after_it_was_written_and_read() throws IOException {
        ObjectMapper json = new ObjectMapper();

        FootprintResult read =
                json.readValue(json.writeValueAsString(FOOTPRINT), FootprintResult.class);

        assertThat(read).isEqualTo(FOOTPRINT);
        assertThat(costs(read)).isEqualTo(costs(FOOTPRINT));
    }

    private static UnitCosts costs(FootprintResult footprint) {
        Round round = new Round(1, 1, 9_000.9, 1, new Round.Latency(1, 1, 1, 1));
        return UnitCosts.of(
                footprint,
                new RedisResult(
                        "Redis", 1, "a tool", List.of(4_000.0, 4_800.7, 5_000.0), List.of()),
                new MySqlResult("MariaDB", Map.of(), 64, 16, List.of(round), List.of(round)),
                new HttpResult(
                        Map.of(),
                        List.of(load("mixed", 100), load("tap", 500)),
                        new HttpResult.Memory(1, 1),
                        new HttpResult.Memory(1, 1)));
    }

    private static HttpResult.Load load(String scenario, double serverMicros) {
        return new HttpResult.Load(
                1,
                "file",
                new LoadReport.Settings("url", scenario, "closed", 0, 1, 1, 1, 1),
                1,
                1,
                new RequestStatistics.Latency(1, 1, 1, 1, 1, 1),
                0,
                new LoadReport.Cpu(1, serverMicros),
                true);
    }
}
