package com.luckyfunatic.storage.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.leaderboard.BoardPlace;
import com.luckyfunatic.engine.leaderboard.RankedPlace;
import com.luckyfunatic.engine.leaderboard.Score;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.testkit.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A ranking of many blocks is a sorted list. */
class RankingPropertyTest {
    private static final int PLAYERS = 4_000;
    private static final int STEPS = 12_000;
    private static final int STEPS_BETWEEN_LOOKS = 1_500;
    private static final Comparator<BoardPlace> ORDER =
            new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER).order();

    private final Map<PlayerId, BoardPlace> expected = new HashMap<>();
    private final Ranking ranking = new Ranking(ORDER);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void it_is_a_sorted_list(long seed) {
        RandomGenerator random = Seeds.random(seed);
        for (int step = 1; step <= STEPS; step++) {
            BoardPlace place = place(random);
            // Grows, then shrinks.
            if (random.nextInt(STEPS) < step) {
                ranking.remove(place.player());
                expected.remove(place.player());
            } else {
                ranking.put(place);
                expected.put(place.player(), place);
            }
            if (step % STEPS_BETWEEN_LOOKS == 0) {
                look(random);
            }
        }
        for (PlayerId player : List.copyOf(expected.keySet())) {
            ranking.remove(player);
        }
        expected.clear();
        look(random);
    }

    private void look(RandomGenerator random) {
        List<RankedPlace> all = new ArrayList<>();
        expected.values().stream()
                .sorted(ORDER)
                .forEach(place -> all.add(new RankedPlace(all.size() + 1L, place)));
        assertThat(ranking.size()).isEqualTo(all.size());
        assertThat(ranking.after(null, PLAYERS)).isEqualTo(all);
        for (RankedPlace each : all) {
            assertThat(ranking.rank(each.place().player())).contains(each);
        }
        for (int i = 0; i < 200; i++) {
            BoardPlace somewhere = place(random);
            assertThat(ranking.after(somewhere, 7))
                    .isEqualTo(
                            all.stream()
                                    .filter(each -> ORDER.compare(each.place(), somewhere) > 0)
                                    .limit(7)
                                    .toList());
            PlayerId player = somewhere.player();
            assertThat(ranking.rank(player).isPresent()).isEqualTo(expected.containsKey(player));
            assertThat(ranking.around(player, 8))
                    .hasSize(expected.containsKey(player) ? Math.min(8, all.size()) : 0);
        }
    }

    private static BoardPlace place(RandomGenerator random) {
        return new BoardPlace(
                new Score(random.nextLong(50), 0),
                random.nextLong(20),
                new PlayerId(random.nextLong(1, PLAYERS)));
    }
}
