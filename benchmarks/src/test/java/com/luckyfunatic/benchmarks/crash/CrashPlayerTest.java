package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.benchmarks.crash.Intent.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a player is told of the game becomes part of the history that has to have one order. */
class CrashPlayerTest {
    private static final Place FIRST = new Place(1, 0, 0, 1);
    private static final Place SECOND = new Place(2, 50, 0, 1);
    private static final Map<Long, Place> RECORD = Map.of(1L, FIRST, 2L, SECOND);

    private final CrashPlayer player = new CrashPlayer(1_001, new Wire.Login("7", "Bearer"), FIRST);

    @Test
    void a_look_at_what_was_before_a_change_that_was_answered_is_a_contradiction() {
        player.answered(intent("key"), outcome(SECOND, false), System.nanoTime());
        assertThat(player.history().contradictions(RECORD::get)).isEmpty();

        player.seen(FIRST, System.nanoTime(), false);

        assertThat(player.history().contradictions(RECORD::get)).hasSize(1);
    }

    @Test
    void two_looks_cannot_both_have_made_one_change() {
        long sentAt = System.nanoTime();
        player.seen(SECOND, sentAt, true);
        player.seen(SECOND, sentAt, true);

        assertThat(player.history().contradictions(RECORD::get)).hasSize(1);
    }

    @Test
    void the_repeat_of_a_tap_tells_where_the_player_stands_now_that_of_others_where_he_stood() {
        player.answered(intent("key"), outcome(SECOND, false), System.nanoTime());

        player.answered(intent("other"), outcome(FIRST, true), System.nanoTime());
        assertThat(player.history().contradictions(RECORD::get)).isEmpty();

        player.answered(intent(null), outcome(FIRST, true), System.nanoTime());
        assertThat(player.history().contradictions(RECORD::get)).hasSize(1);
    }

    @Test
    void a_quiet_moment_begins_a_new_history() {
        player.seen(SECOND, System.nanoTime(), false);
        player.quiet(SECOND);

        assertThat(player.history().contradictions(_ -> null)).isEmpty();
    }

    private static Intent intent(@Nullable String key) {
        return key == null
                ? new Intent(1, 1_001, Kind.TAP, "/tap", "{}", null, 0)
                : new Intent(1, 1_001, Kind.CARD, "/cards/buy-card", "{}", key);
    }

    private static Outcome outcome(Place after, boolean repeated) {
        return new Outcome("digest", repeated, new Outcome.Step(after, 50, 0));
    }
}
