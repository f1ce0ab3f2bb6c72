package com.luckyfunatic.engine.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.prize.PrizeTable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TournamentSeriesTest {
    private static final TournamentSeries DAILY =
            new TournamentSeries(
                    new TournamentId("daily"),
                    "Daily",
                    new MinigameId("star_catcher"),
                    Instant.ofEpochMilli(1_000),
                    Duration.ofMillis(100),
                    Duration.ofMillis(90),
                    new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER),
                    Currency.JOKERS,
                    5,
                    2,
                    10,
                    List.of(),
                    PrizeTable.NONE);

    @ParameterizedTest
    @CsvSource({"0, -1", "999, -1", "1000, 0", "1099, 0", "1100, 1", "2050, 10"})
    void the_latest_is_the_one_that_has_opened_last(long now, long number) {
        assertThat(DAILY.latest(now)).isEqualTo(number);
    }

    @Test
    void each_has_a_name_and_a_window_of_its_own() {
        TournamentDefinition third = DAILY.occurrence(2);

        assertThat(third.id()).isEqualTo(new TournamentId("daily_txc"));
        assertThat(third.opensAtMillis()).isEqualTo(1_200);
        assertThat(third.closesAtMillis()).isEqualTo(1_290);
        assertThat(third.entryFee()).isEqualTo(5);
        assertThat(third.entriesPerPlayer()).isEqualTo(2);
        assertThat(third.seats()).isEqualTo(10);
        assertThat(third.currency()).isEqualTo(Currency.JOKERS);
    }
}
