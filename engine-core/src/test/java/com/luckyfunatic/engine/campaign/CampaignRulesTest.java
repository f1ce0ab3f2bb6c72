package com.luckyfunatic.engine.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.tap.TapState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignRulesTest {
    @ParameterizedTest
    @CsvSource({"0, false", "49, false", "50, true", "51, true"})
    void fifty_taps_make_an_active_player(long taps, boolean active) {
        PlayerState fresh = Players.fresh().state();
        TapState tap = fresh.tap();
        PlayerState state =
                fresh.change()
                        .tap(new TapState(taps, tap.tokens(), tap.tokensAtMillis(), tap.sessions()))
                        .done();

        assertThat(CampaignRules.isActivated(state)).isEqualTo(active);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 100, false, false",
        "100, 101, true, false",
        "100, 102, false, false",
        "100, 106, false, false",
        "100, 107, false, true",
        "100, 108, false, false",
        "100, 93, false, false"
    })
    void players_come_back_on_the_first_and_the_seventh_day(
            long arrival, long day, boolean first, boolean seventh) {
        assertThat(CampaignRules.isDay1(arrival, day)).isEqualTo(first);
        assertThat(CampaignRules.isDay7(arrival, day)).isEqualTo(seventh);
    }
}
