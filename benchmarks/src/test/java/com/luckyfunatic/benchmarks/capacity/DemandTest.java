package com.luckyfunatic.benchmarks.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.benchmarks.footprint.SessionModel;
import org.junit.jupiter.api.Test;

class DemandTest {
    /** A request a second on average, for whom there are 864 players: 100 requests a day each. */
    private static final SessionModel MODEL = new SessionModel(1, 99 + 1, 60, 20, 10, 5, 5, 1);

    private static final UnitCosts COSTS =
            new UnitCosts(
                    1_000, 2_000, 300, 50, 7_000, 5_000, 9_000, 1_000, 100, 10, 11, 2_000, 300, 150,
                    20, 12, 40, 500, 90_000);

    private static final Assumptions ASSUMED =
            new Assumptions(
                    3,
                    50,
                    5,
                    36,
                    12,
                    600,
                    128,
                    2,
                    1,
                    3,
                    3,
                    180,
                    4,
                    1_000_000,
                    16,
                    50_000_000,
                    8,
                    70_000_000);

    @Test
    void rates_are_those_of_the_peak() {
        Demand demand = Demand.of(86_400, MODEL, COSTS, ASSUMED);

        // 101 requests, 81 changes and 20 hard ones of each, three times as many as on average.
        assertThat(demand.requestsPerSecond()).isEqualTo(303);
        assertThat(demand.changesPerSecond()).isEqualTo(243);
        assertThat(demand.hardPerSecond()).isEqualTo(60);
        assertThat(demand.serverNanosPerSecond()).isEqualTo(303_000);
        assertThat(demand.workerNanosPerSecond()).isEqualTo(486_000);
        assertThat(demand.redisNanosPerSecond()).isEqualTo(90_900);
        assertThat(demand.mySqlNanosPerSecond()).isEqualTo(15_150);
        assertThat(demand.auditNanosPerSecond()).isEqualTo(243 * 7_000 * 3);
    }

    @Test
    void bytes_are_those_of_what_is_kept() {
        Demand demand = Demand.of(1_000, MODEL, COSTS, ASSUMED);

        // 1 500 are still there, one answer a second for 12, and what the peak leaves in 600.
        assertThat(demand.redisBytes()).isEqualTo(1_500 * 1_000 + 12 * 100 + 3 * 600 * 10);
        assertThat(demand.redisLogBytesPerDay()).isEqualTo(101_000 * 11);
        assertThat(demand.mySqlGrowthBytesPerDay()).isEqualTo(20_000 * 150);
        assertThat(demand.mySqlBytes())
                .isEqualTo(5_000 * 2_000 + 20_000 * 300 + 2 * 81_000 * 20 + 3 * 101_000 * 12);
        assertThat(demand.mySqlWrittenBytesPerDay())
                .isEqualTo(20_000 * 300 + 81_000 * 20 + 101_000 * 12);
        assertThat(demand.auditBytesPerDay()).isEqualTo(81_000 * 40 * 3);
        assertThat(demand.auditBytes()).isEqualTo(81_000L * 40 * 3 * 180);
    }

    @Test
    void what_cannot_be_counted_is_no_small_number() {
        assertThatThrownBy(() -> Demand.of(Long.MAX_VALUE / 10, MODEL, COSTS, ASSUMED))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_machine_gives_the_share_that_is_planned_with() {
        Demand demand = Demand.of(86_400, MODEL, COSTS, ASSUMED);

        // Half of 5 000 for 303, half of 9 000 for 60.
        assertThat(Limit.REDIS_SCRIPTS.ofOne(COSTS, ASSUMED)).isEqualTo(2_500);
        assertThat(Limit.REDIS_SCRIPTS.machines(demand, COSTS, ASSUMED)).isEqualTo(1);
        assertThat(Limit.MYSQL_COMMITS.ofOne(COSTS, ASSUMED)).isEqualTo(4_500);
        assertThat(Limit.SERVER_CPU.ofOne(COSTS, ASSUMED)).isEqualTo(2_000_000_000);
        assertThat(
                        Limit.REDIS_SCRIPTS.machines(
                                Demand.of(864_000, MODEL, COSTS, ASSUMED), COSTS, ASSUMED))
                .isEqualTo(2);
    }

    @Test
    void the_smallest_comes_first() {
        Demand perMillion = Demand.of(1_000_000, MODEL, COSTS, ASSUMED);

        // A million have 8 GB a day in the audit times 180, of which 35 MB fit: 20 players.
        assertThat(Limit.firstToLast(perMillion, COSTS, ASSUMED).getFirst())
                .isEqualTo(Limit.AUDIT_DISK);
        assertThat(Limit.AUDIT_DISK.playersOfOne(perMillion, COSTS, ASSUMED))
                .isEqualTo(35_000_000L * 1_000_000 / perMillion.auditBytes());
        assertThat(Limit.firstToLast(perMillion, COSTS, ASSUMED)).hasSize(Limit.values().length);
    }

    @Test
    void a_full_machine_is_not_planned_beyond() {
        assertThatThrownBy(() ->
                        new Assumptions(
                                3, 101, 5, 36, 12, 600, 128, 2, 1, 3, 3, 180, 4, 1, 16, 1, 8, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("101 %");
    }
}
