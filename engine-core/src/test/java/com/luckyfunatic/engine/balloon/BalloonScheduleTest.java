package com.luckyfunatic.engine.balloon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.fixture.TestBalloon;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalloonScheduleTest {
    private static final BalloonDefinition GAME = TestBalloon.standard();

    @Test
    void the_same_seed_has_the_same_balloons() {
        assertThat(all(42)).isEqualTo(all(42)).isNotEqualTo(all(43));
    }

    @Test
    void what_a_seed_means_stays() {
        assertThat(new BalloonSchedule(GAME, 42).balloon(1))
                .isEqualTo(new Balloon(1, new BalloonKindId("bomb"), 764, 250, 250, 5_000, -7));
    }

    @Test
    void balloons_appear_by_rising_number_one_in_each_part_of_the_game() {
        for (long seed = 0; seed < 500; seed++) {
            List<Balloon> balloons = all(seed);
            assertThat(balloons).hasSize(60);
            for (int i = 0; i < balloons.size(); i++) {
                Balloon balloon = balloons.get(i);
                assertThat(balloon.id()).isEqualTo(i + 1);
                assertThat(balloon.spawnAtMillis() / 500).isEqualTo(i);
                assertThat(balloon.x()).isBetween(0, BalloonSchedule.WIDTH - 1);
                BalloonKind kind =
                        GAME.kinds().stream()
                                .filter(each -> each.id().equals(balloon.kind()))
                                .findFirst()
                                .orElseThrow();
                assertThat(balloon.points()).isEqualTo(kind.points());
                assertThat(balloon.speed()).isEqualTo(kind.speed());
                assertThat(balloon.lifetimeMillis()).isEqualTo(kind.lifetime().toMillis());
            }
        }
    }

    @Test
    void kinds_come_as_often_as_their_weights_say() {
        Map<String, Integer> counts = new HashMap<>();
        for (long seed = 0; seed < 1_000; seed++) {
            all(seed).forEach(each -> counts.merge(each.kind().value(), 1, Integer::sum));
        }

        // Of 60,000 draws: more than six standard deviations to either side.
        assertThat(counts.get("red")).isBetween(41_300, 42_700);
        assertThat(counts.get("golden")).isBetween(5_500, 6_500);
        assertThat(counts.get("bomb")).isBetween(11_400, 12_600);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 61, Integer.MAX_VALUE})
    void there_is_no_other_number(int id) {
        BalloonSchedule schedule = new BalloonSchedule(GAME, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> schedule.balloon(id));
    }

    private static List<Balloon> all(long seed) {
        BalloonSchedule schedule = new BalloonSchedule(GAME, seed);
        List<Balloon> all = new ArrayList<>();
        for (int id = 1; id <= schedule.size(); id++) {
            all.add(schedule.balloon(id));
        }
        return all;
    }
}
