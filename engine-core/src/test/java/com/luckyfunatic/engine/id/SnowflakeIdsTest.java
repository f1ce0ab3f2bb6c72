package com.luckyfunatic.engine.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnowflakeIdsTest {
    private static final int MANY = 10_000_000;
    private static final Instant EPOCH = Instant.parse("2024-01-01T00:00:00Z");
    private static final InstantSource NOON = at(Instant.parse("2026-03-01T12:00:00Z"));

    @Test
    void ten_million_ids_rise_without_a_repeat_whatever_the_clock_does() {
        RandomGenerator random = new SplittableRandom(20260301);
        long[] millis = {NOON.millis()};
        SnowflakeIds ids = new SnowflakeIds(5, () -> Instant.ofEpochMilli(millis[0]), 0);

        long last = 0;
        for (int i = 0; i < MANY; i++) {
            if (random.nextInt(1_000) == 0) {
                millis[0] += random.nextLong(-60_000, 60_000);
            }
            long id = ids.next();
            if (id <= last) {
                throw new AssertionError("id " + id + " after " + last);
            }
            last = id;
        }
        assertThat(last).isPositive();
    }

    @Test
    void ten_million_ids_of_several_threads_are_different() throws Exception {
        int threads = 4;
        SnowflakeIds ids = new SnowflakeIds(5, InstantSource.system(), 0);
        Callable<long[]> draw =
                () -> IntStream.range(0, MANY / threads).mapToLong(_ -> ids.next()).toArray();

        long[] all = new long[MANY];
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            int at = 0;
            for (Future<long[]> drawn :
                    executor.invokeAll(IntStream.range(0, threads).mapToObj(_ -> draw).toList())) {
                long[] part = drawn.get();
                assertThat(isRising(part)).as("each thread sees them rise").isTrue();
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
        }

        Arrays.parallelSort(all);
        assertThat(isRising(all)).as("no two are equal").isTrue();
    }

    @Test
    void workers_with_the_same_clock_never_make_the_same_id() {
        SnowflakeIds one = new SnowflakeIds(0, NOON, 0);
        SnowflakeIds other = new SnowflakeIds(SnowflakeIds.WORKER_MAX, NOON, 0);
        long[] ids = new long[200_000];
        for (int i = 0; i < ids.length; i += 2) {
            ids[i] = one.next();
            ids[i + 1] = other.next();
        }

        Arrays.sort(ids);
        assertThat(isRising(ids)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1023", "1, 0", "1023, 0", "1023, 1023"})
    void every_id_after_a_restart_is_greater_than_all_stored_ones(int before, int after) {
        SnowflakeIds stopped = new SnowflakeIds(before, NOON, 0);
        long floor = 0;
        for (int i = 0; i < 5_000; i++) {
            floor = stopped.next();
            InstantSource behind = at(NOON.instant().minusSeconds(3_600));
            assertThat(new SnowflakeIds(after, behind, floor).next()).isGreaterThan(floor);
            assertThat(new SnowflakeIds(after, NOON, floor).next()).isGreaterThan(floor);
        }
    }

    @Test
    void an_id_holds_time_worker_and_count() {
        SnowflakeIds ids = new SnowflakeIds(5, at(EPOCH.plusMillis(1_000)), 0);

        assertThat(ids.next()).isEqualTo(1_000L << 22 | 5 << 12);
        assertThat(ids.next()).isEqualTo(1_000L << 22 | 5 << 12 | 1);
    }

    @Test
    void more_than_4096_in_a_millisecond_borrow_from_the_next() {
        SnowflakeIds ids = new SnowflakeIds(5, at(EPOCH.plusMillis(1_000)), 0);
        for (int i = 0; i < 4_096; i++) {
            assertThat(SnowflakeIds.millisOf(ids.next())).isEqualTo(EPOCH.toEpochMilli() + 1_000);
        }

        assertThat(ids.next()).isEqualTo(1_001L << 22 | 5 << 12);
    }

    @Test
    void the_time_of_an_id_can_be_read() {
        assertThat(SnowflakeIds.millisOf(new SnowflakeIds(5, NOON, 0).next()))
                .isEqualTo(NOON.millis());
    }

    @Test
    void a_clock_before_the_first_day_gives_ids_of_the_first_day() {
        SnowflakeIds ids = new SnowflakeIds(5, at(EPOCH.minusSeconds(1)), 0);

        assertThat(ids.next()).isPositive();
        assertThat(SnowflakeIds.millisOf(ids.next())).isEqualTo(EPOCH.toEpochMilli());
    }

    @Test
    void when_the_bits_of_time_are_used_up_it_says_so() {
        Instant last = EPOCH.plusMillis((1L << 41) - 1);

        assertThat(new SnowflakeIds(5, at(last), 0).next()).isPositive();
        assertThatIllegalStateException()
                .isThrownBy(() -> new SnowflakeIds(5, at(last.plusMillis(1)), 0).next());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_024, Integer.MAX_VALUE})
    void a_worker_has_ten_bits(int worker) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SnowflakeIds(worker, NOON, 0))
                .withMessage("worker must be 0 to 1023, was " + worker);
    }

    private static InstantSource at(Instant moment) {
        return InstantSource.fixed(moment);
    }

    private static boolean isRising(long[] ids) {
        for (int i = 1; i < ids.length; i++) {
            if (ids[i] <= ids[i - 1]) {
                return false;
            }
        }
        return ids.length > 0 && ids[0] > 0;
    }
}
