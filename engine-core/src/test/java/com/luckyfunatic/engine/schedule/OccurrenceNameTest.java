package com.luckyfunatic.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleSeries;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OccurrenceNameTest {
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "hat, 0, hat_t0",
        "hat, 35, hat_tz",
        "hat, 36, hat_t10",
        "lucky_hat, 1767225600000, lucky_hat_tmjuohs00",
    })
    void a_name_holds_the_begin(String series, long start, String name) {
        assertThat(OccurrenceName.of(series, start)).isEqualTo(name);
    }

    @Test
    void nothing_begins_before_the_epoch() {
        assertThatIllegalArgumentException().isThrownBy(() -> OccurrenceName.of("hat", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "hat_1, true",
        "hat_120, true",
        "hat, false",
        "hat_, false",
        "hat_t12, false",
        "hat_1a, false",
        "hat_big_1, false",
        "hats_1, false",
        "at_1, false",
    })
    void names_of_before_have_a_number(String name, boolean isNumbered) {
        assertThat(OccurrenceName.isNumbered(name, "hat")).isEqualTo(isNumbered);
    }

    /** The number of an occurrence meant another moment after each of these changes. */
    @Test
    void a_changed_schedule_gives_no_name_again_for_another_begin() {
        Duration day = Duration.ofDays(1);
        Set<String> names = new HashSet<>();
        Set<Long> begins = new HashSet<>();
        for (Schedule schedule :
                new Schedule[] {
                    new Schedule(FIRST, day, day),
                    new Schedule(FIRST.plusSeconds(3_600), day, day),
                    new Schedule(FIRST, day.multipliedBy(7), day),
                    new Schedule(FIRST.plus(day), day, day)
                }) {
            for (int occurrence = 1; occurrence <= 30; occurrence++) {
                long begin = schedule.startOf(occurrence);
                names.add(OccurrenceName.of("hat", begin));
                begins.add(begin);
            }
        }

        assertThat(names).hasSameSizeAs(begins);
    }

    @Test
    void the_longest_names_of_series_leave_room() {
        long last = Instant.parse("5188-01-01T00:00:00Z").toEpochMilli();
        int longest = OccurrenceName.of("", last).length();

        assertThat(longest).isLessThanOrEqualTo(OccurrenceName.SUFFIX_LENGTH_MAX);
        assertThat(TournamentSeries.ID_LENGTH_MAX + OccurrenceName.SUFFIX_LENGTH_MAX)
                .isLessThanOrEqualTo(TournamentDefinition.ID_LENGTH_MAX);
        assertThat(RaffleSeries.ID_LENGTH_MAX + OccurrenceName.SUFFIX_LENGTH_MAX)
                .isLessThanOrEqualTo(RaffleId.LENGTH_MAX);
    }
}
