package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.luckyfunatic.engine.storage.PopupWaves;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When popups come, as every store tells. */
public abstract class PopupWavesContract extends StorageContract {
    private static final long PAUSE = Duration.ofHours(3).toMillis();

    /** A store that is not empty has had waves: tests begin long after them. */
    @BeforeEach
    public final void goOnAfterEarlierWaves() {
        long now = Math.max(clock.millis(), waves().last());
        clock.advance(Duration.ofMillis(now - clock.millis() + 2 * PAUSE));
    }

    @Test
    public void a_wave_begins_now() {
        assertThat(waves().begin(clock.millis(), PAUSE)).isTrue();
        assertThat(waves().last()).isEqualTo(clock.millis());
    }

    @Test
    public void the_next_wave_comes_after_the_pause_and_not_before() {
        long first = clock.millis();
        waves().begin(first, PAUSE);

        assertThat(waves().begin(first, PAUSE)).isFalse();
        assertThat(waves().begin(first + PAUSE - 1, PAUSE)).isFalse();
        assertThat(waves().last()).isEqualTo(first);
        assertThat(waves().begin(first + PAUSE, PAUSE)).isTrue();
        assertThat(waves().last()).isEqualTo(first + PAUSE);
    }

    @Test
    public void a_clock_that_is_behind_begins_none() {
        long first = clock.millis();
        waves().begin(first, PAUSE);

        assertThat(waves().begin(first - 10 * PAUSE, PAUSE)).isFalse();
        assertThat(waves().last()).isEqualTo(first);
    }

    @Test
    public void a_pause_of_nothing_lets_every_moment_begin_one() {
        long first = clock.millis();

        assertThat(waves().begin(first, 0)).isTrue();
        assertThat(waves().begin(first + 1, 0)).isTrue();
        assertThat(waves().last()).isEqualTo(first + 1);
    }

    @Test
    public void of_many_who_begin_at_once_one_does() {
        for (int round = 0; round < 10; round++) {
            List<Boolean> begun = Together.run(20, _ -> waves().begin(clock.millis(), PAUSE));

            assertThat(begun).containsOnlyOnce(true);
            clock.advance(Duration.ofMillis(PAUSE));
        }
    }

    @Test
    public void a_wave_survives_closing() {
        assumeTrue(capabilities().durable());
        long first = clock.millis();
        waves().begin(first, PAUSE);

        reopen();

        assertThat(waves().last()).isEqualTo(first);
        assertThat(waves().begin(first + 1, PAUSE)).isFalse();
    }

    private PopupWaves waves() {
        return storage().popupWaves();
    }
}
