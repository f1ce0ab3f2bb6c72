package com.luckyfunatic.engine.tap;

import static com.luckyfunatic.engine.fixture.Row.accepted;
import static com.luckyfunatic.engine.fixture.Row.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapEvent.Tapped;
import com.luckyfunatic.engine.tap.TapResult.Taps;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A lost answer can be asked for again: numbered taps count once. */
class TapSequenceTest {
    private static final TapSession FIVE = new TapSession(5, 10, 3, 33);
    private static final TapSession SIX = new TapSession(6, 20, 4, 44);
    private static final TapSession SEVEN = new TapSession(7, 30, 5, 55);
    private static final TapSession NINE = new TapSession(9, 40, 6, 66);

    static Stream<Row> numbers() {
        return Stream.of(
                Row.of("the first number", remembering(), numbered(5, 0), taps(5, 0)),
                Row.of("the next number", remembering(FIVE), numbered(5, 11), taps(5, 11)),
                Row.of("a gap is no error", remembering(FIVE), numbered(5, 999), taps(5, 999)),
                Row.of("the last number again", remembering(FIVE), numbered(5, 10), repeat(3, 33)),
                Row.of("an older number", remembering(FIVE), numbered(5, 9), repeat(3, 33)),
                Row.of("the oldest number", remembering(FIVE), numbered(5, 0), repeat(3, 33)));
    }

    static Stream<Row> sessions() {
        return Stream.of(
                Row.of("a new session counts anew", remembering(FIVE), numbered(6, 0), taps(6, 0)),
                Row.of(
                        "an older session next to a newer one goes on",
                        remembering(FIVE, SIX),
                        numbered(5, 11),
                        taps(5, 11)),
                Row.of(
                        "a repeat in an older session gives that session's answer",
                        remembering(FIVE, SIX),
                        numbered(5, 10),
                        repeat(3, 33)),
                Row.of(
                        "an older session that never tapped, while there is room",
                        remembering(SIX),
                        numbered(5, 1),
                        taps(5, 1)),
                Row.of(
                        "a fifth session, newest of all",
                        remembering(FIVE, SIX, SEVEN, NINE),
                        numbered(10, 1),
                        taps(10, 1)),
                Row.of(
                        "a fifth session between others",
                        remembering(FIVE, SIX, SEVEN, NINE),
                        numbered(8, 1),
                        taps(8, 1)),
                Row.of(
                        "a fifth session older than all could be a repeat, so it is refused",
                        remembering(FIVE, SIX, SEVEN, NINE),
                        numbered(4, 1),
                        refused(new TapRefusal.TapSessionSuperseded(4))));
    }

    @ParameterizedTest
    @MethodSource({"numbers", "sessions"})
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @Test
    void the_repeat_of_a_tap_gives_its_answer_and_changes_nothing() {
        Play play = Play.begin(TestCatalog.catalog()).does(numbered(5, 1));
        PlayerState once = play.state();
        Answer again = play.after(Duration.ofMinutes(5)).execute(numbered(5, 1));

        assertThat(play.state()).isSameAs(once);
        assertThat(again.outcome()).isEqualTo(new Outcome.Accepted(new Taps(2, 2, true)));
    }

    @Test
    void a_numbered_tap_that_was_cut_to_nothing_stays_so_when_repeated() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.fresh().energyMicros(0))
                        .does(numbered(5, 1));

        assertThat(play.lastEvents())
                .containsExactly(
                        new Tapped(0, 0, 0, 0, 60_000, 0, new TapSequence(5, 1), Play.START));
        assertThat(play.after(Duration.ofMinutes(5)).resultOf(numbered(5, 1)))
                .isEqualTo(new Taps(0, 0, true));
        assertThat(play.state().tap().taps()).isZero();
    }

    @Test
    void the_last_four_sessions_are_remembered_oldest_first() {
        Play play = Play.begin(TestCatalog.catalog());
        for (long session : new long[] {3, 9, 5, 7, 6, 5}) {
            play.after(Duration.ofSeconds(1)).does(numbered(session, session));
            play.does(new Tap(1));
        }

        assertThat(play.state().tap().sessions())
                .extracting(TapSession::session)
                .containsExactly(5L, 6L, 7L, 9L);
        assertThat(play.state().tap().session(5)).isEqualTo(new TapSession(5, 5, 2, 2));
        assertThat(play.refusalOf(numbered(3, 100)))
                .isEqualTo(new TapRefusal.TapSessionSuperseded(3));
    }

    @Test
    void a_player_with_one_session_keeps_its_last_number_only() {
        Play play = Play.begin(TestCatalog.catalog()).does(numbered(5, 1)).does(numbered(5, 2));

        assertThat(play.state().tap().sessions()).containsExactly(new TapSession(5, 2, 2, 2));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "1, -1"})
    void a_number_has_a_session_and_is_not_negative(long session, long number) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TapSequence(session, number));
    }

    private static Players remembering(TapSession... sessions) {
        PlayerState state = Players.fresh().state();
        TapState taps = new TapState(0, 60_000, Play.START, List.of(sessions));
        return Players.of(state.change().tap(taps).done());
    }

    private static Tap numbered(long session, long number) {
        return new Tap(2, new TapSequence(session, number));
    }

    private static Decision taps(long session, long number) {
        return accepted(
                new Taps(2, 2, false),
                new Tapped(
                        2,
                        2,
                        0,
                        998_000_000,
                        58_000,
                        2,
                        new TapSequence(session, number),
                        Play.START));
    }

    private static Decision repeat(int accepted, long paid) {
        return accepted(new Taps(accepted, paid, true));
    }
}
