package com.luckyfunatic.benchmarks.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SessionModelTest {
    @Test
    void a_day_is_its_sessions_with_a_login_each() {
        SessionModel model = new SessionModel(2, 100, 60, 20, 10, 5, 5, 3);

        assertThat(model.requestsPerDay()).isEqualTo(202);
        assertThat(model.hardPerDay()).isEqualTo(40);
        assertThat(model.changesPerDay()).isEqualTo(162);
    }

    @Test
    void shares_make_the_whole() {
        assertThatThrownBy(() -> new SessionModel(2, 100, 60, 20, 10, 5, 4, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("99 %");
    }

    @Test
    void shares_are_whole_requests() {
        assertThatThrownBy(() -> new SessionModel(2, 50, 61, 19, 10, 5, 5, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("61 % of 50");
    }

    @Test
    void the_usual_session_has_the_energy_for_its_taps() {
        SessionModel usual = SessionModel.USUAL;

        // What a session begins with and what comes back during it, a unit a second.
        assertThat(usual.perSession(usual.tapPercent()) * usual.tapsPerRequest())
                .isLessThanOrEqualTo(1_000 + usual.requestsPerSession());
    }
}
