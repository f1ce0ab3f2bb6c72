package com.luckyfunatic.engine.balloon;

import static com.luckyfunatic.engine.balloon.PopRefusal.ALREADY_POPPED;
import static com.luckyfunatic.engine.balloon.PopRefusal.FUTURE;
import static com.luckyfunatic.engine.balloon.PopRefusal.GAME_OVER;
import static com.luckyfunatic.engine.balloon.PopRefusal.MISSED;
import static com.luckyfunatic.engine.balloon.PopRefusal.TOO_FAST;
import static com.luckyfunatic.engine.balloon.PopRefusal.UNKNOWN;
import static com.luckyfunatic.engine.fixture.TestBalloon.game;
import static com.luckyfunatic.engine.fixture.TestBalloon.kind;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.balloon.PopOutcome.NotPopped;
import com.luckyfunatic.engine.balloon.PopOutcome.Popped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalloonGameTest {
    private static final long START = 1_000_000;
    private static final long SEED = 7;
    private static final BalloonDefinition RED = game(kind("red", 1, 3, 4_000));

    private final BalloonGame game = new BalloonGame(RED, SEED, START);
    private final BalloonSchedule schedule = new BalloonSchedule(RED, SEED);

    private long up(int id) {
        return START + schedule.balloon(id).spawnAtMillis();
    }

    @Test
    void a_balloon_in_the_air_is_popped_once() {
        assertThat(game.pop(5, up(5))).isEqualTo(new Popped(schedule.balloon(5), 3, 3));
        assertThat(game.pop(5, up(5))).isEqualTo(new NotPopped(ALREADY_POPPED));
        assertThat(game.score(up(5))).isEqualTo(new BalloonScore(3, 1, 0));
        assertThat(game.pop(5, up(5) + 10_000)).isEqualTo(new NotPopped(ALREADY_POPPED));
    }

    @Test
    void it_can_be_popped_from_the_moment_it_appears_until_its_lifetime_is_over() {
        assertThat(game.pop(5, up(5) - 1)).isEqualTo(new NotPopped(FUTURE));
        assertThat(game.pop(5, up(5) + 4_000)).isEqualTo(new NotPopped(MISSED));
        BalloonGame other = new BalloonGame(RED, SEED, START);
        assertThat(other.pop(5, up(5) + 3_999)).isInstanceOf(Popped.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 61, 1L << 32 | 1, Long.MAX_VALUE})
    void there_is_no_balloon_of_another_number(long id) {
        assertThat(game.pop(id, START + 100)).isEqualTo(new NotPopped(UNKNOWN));
    }

    @Test
    void nothing_is_popped_when_the_time_is_over() {
        assertThat(game.isOver(START + 29_999)).isFalse();
        assertThat(game.isOver(START + 30_000)).isTrue();
        assertThat(game.pop(60, START + 30_000)).isEqualTo(new NotPopped(GAME_OVER));
        assertThat(game.pop(61, Long.MAX_VALUE)).isEqualTo(new NotPopped(GAME_OVER));
        assertThat(game.endsAtMillis()).isEqualTo(START + 30_000);
    }

    @Test
    void pops_beyond_the_rate_are_refused_and_possible_a_moment_later() {
        long now = up(8);
        assertThat(game.pop(8, now)).isInstanceOf(Popped.class);
        assertThat(game.pop(7, now)).isInstanceOf(Popped.class);
        assertThat(game.pop(6, now)).isInstanceOf(Popped.class);
        assertThat(game.pop(5, now)).isEqualTo(new NotPopped(TOO_FAST));
        assertThat(game.pop(5, now + 199)).isEqualTo(new NotPopped(TOO_FAST));
        assertThat(game.pop(5, now + 200)).isInstanceOf(Popped.class);
        assertThat(game.pop(4, now + 200)).isEqualTo(new NotPopped(TOO_FAST));
    }

    @Test
    void time_does_not_run_backwards() {
        game.advance(up(5));

        assertThat(game.pop(5, START)).isInstanceOf(Popped.class);
        assertThat(game.elapsedMillis(START)).isEqualTo(up(5) - START);
    }

    @Test
    void a_balloon_appears_and_is_missed_once() {
        BalloonGame.Progress first = game.advance(up(3));
        assertThat(first.appeared())
                .containsExactly(schedule.balloon(1), schedule.balloon(2), schedule.balloon(3));
        assertThat(first.missed()).isEmpty();
        assertThat(game.advance(up(3))).isSameAs(BalloonGame.Progress.NONE);
        assertThat(game.inTheAir(up(3))).isEqualTo(first.appeared());

        game.pop(2, up(3));
        BalloonGame.Progress later = game.advance(up(3) + 4_000);

        assertThat(later.missed()).containsExactly(schedule.balloon(1), schedule.balloon(3));
        assertThat(game.score(up(3) + 4_000)).isEqualTo(new BalloonScore(3, 1, 2));
    }

    @Test
    void a_short_lifetime_is_missed_before_a_longer_one_that_began_earlier() {
        BalloonDefinition mixed = game(kind("slow", 1, 1, 20_000), kind("quick", 1, 1, 100));
        BalloonGame both = new BalloonGame(mixed, SEED, START);

        BalloonGame.Progress progress = both.advance(START + 19_000);

        assertThat(progress.appeared()).hasSizeGreaterThan(36);
        assertThat(progress.missed())
                .isNotEmpty()
                .allMatch(each -> each.kind().value().equals("quick"))
                .hasSameSizeAs(
                        progress.appeared().stream()
                                .filter(each -> each.goneAtMillis() <= 19_000)
                                .toList());
        assertThat(both.inTheAir(START + 19_000))
                .hasSize(progress.appeared().size() - progress.missed().size());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "2, 0", "3, 2"})
    void a_bomb_takes_points_but_never_below_0(int redFirst, long expected) {
        // Red ones give 3, the bomb takes 7: so three of them leave 2.
        BalloonDefinition content = game(kind("red", 1, 3, 30_000), kind("bomb", 1, -7, 30_000));
        BalloonGame played = new BalloonGame(content, SEED, START);
        BalloonSchedule balloons = new BalloonSchedule(content, SEED);
        long now = START + 20_000;
        int left = redFirst;
        int bomb = 0;
        for (int id = 1; id <= 40; id++) {
            boolean red = balloons.balloon(id).points() > 0;
            bomb = red ? bomb : id;
            if (red && left > 0) {
                assertThat(played.pop(id, now)).isInstanceOf(Popped.class);
                left--;
                now += 200;
            }
        }

        Popped popped = (Popped) played.pop(bomb, now);

        assertThat(popped.score()).isEqualTo(expected);
        assertThat(popped.points()).isEqualTo((int) (expected - redFirst * 3L));
    }

    @Test
    void a_bomb_that_was_left_alone_is_not_missed() {
        BalloonGame bombs = new BalloonGame(game(kind("bomb", 1, -7, 1_000)), SEED, START);

        assertThat(bombs.advance(START + 30_000).missed()).isNotEmpty();
        assertThat(bombs.score(START + 30_000).missed()).isZero();
    }
}
