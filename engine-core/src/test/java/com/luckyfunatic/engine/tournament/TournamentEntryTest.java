package com.luckyfunatic.engine.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TournamentEntryTest {
    private static final TournamentEntry WANTED =
            TournamentEntry.wanted(
                    TestTournaments.between(1_000, 2_000),
                    new PlayerId(7),
                    new OperationId("enter"),
                    1_500,
                    1_590);

    @ParameterizedTest
    @EnumSource(EntryStep.class)
    void only_what_was_paid_counts_as_paid_and_only_a_released_seat_is_free(EntryStep step) {
        TournamentEntry entry = WANTED.numbered(3).in(step);

        assertThat(entry.step().isPaid())
                .isEqualTo(step == EntryStep.CONFIRMED || step == EntryStep.REFUNDED);
        assertThat(entry.isReleased()).isEqualTo(step == EntryStep.RELEASED);
        assertThat(entry.number()).isEqualTo(3);
    }

    @Test
    void what_a_player_is_out_for_is_kept_through_all_steps() {
        Disqualification out = new Disqualification("macro", "ada", 1_600);

        TournamentEntry entry = WANTED.with(out).numbered(1).in(EntryStep.CONFIRMED);

        assertThat(entry.disqualification()).isEqualTo(out);
        assertThat(entry.with(null).disqualification()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"'', ada", "' ', ada", "macro, ''", "macro, ' '"})
    void nobody_is_out_without_a_reason_or_by_nobody(String reason, String actor) {
        assertThatThrownBy(() -> new Disqualification(reason, actor, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(actor.isBlank() ? "actor must have" : "reason must have");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void a_reason_and_a_name_have_their_length(int tooLong) {
        String reason = "r".repeat(Disqualification.REASON_MAX + tooLong);
        String actor = "a".repeat(Disqualification.ACTOR_MAX);

        if (tooLong == 0) {
            assertThat(new Disqualification(reason, actor, 0).reason()).isEqualTo(reason);
        } else {
            assertThatThrownBy(() -> new Disqualification(reason, actor, 0))
                    .hasMessageContaining("1 to 200 characters");
            assertThatThrownBy(() -> new Disqualification("r", actor + "a", 0))
                    .hasMessageContaining("1 to 100 characters");
        }
    }
}
