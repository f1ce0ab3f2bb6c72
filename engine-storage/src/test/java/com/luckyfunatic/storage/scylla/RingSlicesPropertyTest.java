package com.luckyfunatic.storage.scylla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RingSlicesPropertyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64, 1_000, 1_024})
    void slices_follow_each_other_and_leave_nothing_out(int count) {
        RingSlices ring = new RingSlices(count);

        assertThat(ring.first(0)).isEqualTo(Long.MIN_VALUE);
        for (int slice = 0; slice < count; slice++) {
            assertThat(ring.of(ring.first(slice))).isEqualTo(slice);
            assertThat(ring.of(ring.last(slice))).isEqualTo(slice);
            if (slice > 0) {
                assertThat(ring.last(slice - 1) + 1).isEqualTo(ring.first(slice));
            }
        }
        assertThat(ring.last(count - 1)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void each_token_lies_between_the_ends_of_its_slice() {
        for (int seed = 0; seed < 1_000; seed++) {
            Random random = new Random(seed);
            RingSlices ring = new RingSlices(1 + random.nextInt(1_024));
            long token = random.nextLong();
            int slice = ring.of(token);

            assertThat(token).as("seed %d", seed).isBetween(ring.first(slice), ring.last(slice));
        }
    }

    @Test
    void there_is_a_slice_at_least() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RingSlices(0));
    }
}
