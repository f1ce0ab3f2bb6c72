package com.luckyfunatic.engine.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import java.math.BigInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Averages are ordered as the fractions that they are. */
class ScorePropertyTest {
    private static final int PAIRS = 20_000;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void averages_compare_as_exact_fractions(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < PAIRS; i++) {
            long count = count(random);
            long total = total(random);
            long otherCount =
                    random.nextInt(4) == 0 ? count - random.nextLong(count) : count(random);
            long otherTotal = near(random, total, count, otherCount);

            assertThat(
                            Integer.signum(
                                    Score.of(total, count)
                                            .compareTo(Score.of(otherTotal, otherCount))))
                    .as("%d/%d and %d/%d", total, count, otherTotal, otherCount)
                    .isEqualTo(
                            BigInteger.valueOf(total)
                                    .multiply(BigInteger.valueOf(otherCount))
                                    .compareTo(
                                            BigInteger.valueOf(otherTotal)
                                                    .multiply(BigInteger.valueOf(count))));
        }
    }

    @Test
    void the_closest_averages_differ() {
        long most = ScoringMethod.AVERAGED_MAX;

        assertThat(Score.of(most - 2, most - 1)).isLessThan(Score.of(most - 1, most));
        assertThat(Score.of(1, most)).isLessThan(Score.of(1, most - 1));
        assertThat(Score.of(2, most)).isEqualTo(Score.of(1, most / 2));
        assertThat(Score.of(2, 3)).isEqualTo(new Score(0, 66_666_666_666_666L));
        assertThat(Score.of(Amounts.MAX, 1)).isEqualTo(new Score(Amounts.MAX, 0));
    }

    private static long count(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextLong(1, 10);
            case 1 -> random.nextLong(1, ScoringMethod.AVERAGED_MAX + 1);
            default -> ScoringMethod.AVERAGED_MAX - random.nextLong(5);
        };
    }

    private static long total(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextLong(100);
            case 1 -> Amounts.MAX - random.nextLong(1_000);
            default -> random.nextLong(Amounts.MAX);
        };
    }

    /** Returns a total whose average lies next to that of the other one, if it can. */
    private static long near(RandomGenerator random, long total, long count, long otherCount) {
        long wanted =
                BigInteger.valueOf(total)
                        .multiply(BigInteger.valueOf(otherCount))
                        .divide(BigInteger.valueOf(count))
                        .min(BigInteger.valueOf(Amounts.MAX))
                        .longValueExact();
        return Math.clamp(wanted + random.nextLong(-1, 2), 0, Amounts.MAX);
    }
}
