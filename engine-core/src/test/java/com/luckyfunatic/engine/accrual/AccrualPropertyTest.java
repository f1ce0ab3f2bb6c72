package com.luckyfunatic.engine.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.energy.EnergyRules;
import com.luckyfunatic.engine.fixture.Accruals;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.income.Accrued;
import com.luckyfunatic.engine.income.IncomeEvent.IncomeCollected;
import com.luckyfunatic.engine.income.IncomeRules;
import com.luckyfunatic.engine.income.IncomeState;
import com.luckyfunatic.engine.player.PlayerState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Energy and income are the same however their time is cut. */
class AccrualPropertyTest {
    private static final Catalog CATALOG = TestCatalog.catalog();
    private static final long CAP = Duration.ofMinutes(90).toMillis();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void is_what_adding_up_every_second_gives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Accruals player = Accruals.draw(random);
        long seconds = random.nextLong(4 * 3_600);
        PlayerState state = player.state();
        var context = Play.contextAt(Play.START + 1_000 * seconds, CATALOG);

        assertThat(EnergyRules.microsAt(state, context))
                .isEqualTo(player.energyMicrosAfter(seconds));
        Accrued income = IncomeRules.accruedAt(state, context);
        assertThat(BigDecimal.valueOf(income.whole()).add(BigDecimal.valueOf(income.parts(), 4)))
                .isEqualByComparingTo(player.incomeAfter(seconds));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void settling_at_any_moments_changes_nothing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PlayerState start = Accruals.draw(random).state();
        long end = Play.START + random.nextLong(4 * 3_600_000);

        PlayerState often = start;
        for (long at : moments(random, end)) {
            often = settled(often, at);
        }

        assertThat(often).isEqualTo(settled(start, end));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void collecting_at_any_moments_pays_what_collecting_once_pays(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PlayerState start = Accruals.draw(random).state();
        long end = Play.START + random.nextLong(CAP + 1);

        PlayerState often = start;
        for (long at : moments(random, end)) {
            // Settling in between must not matter either.
            PlayerState before = random.nextBoolean() ? settled(often, at) : often;
            often = collected(before, at);
        }
        PlayerState once = collected(start, end);

        assertThat(often.wallet()).isEqualTo(once.wallet());
        assertThat(often.income()).isEqualTo(once.income());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_cap_cuts_the_end_of_the_interval(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PlayerState start = Accruals.draw(random).state();
        long late = Play.START + CAP + random.nextLong(1, 10 * CAP);
        PlayerState atCap = collected(start, Play.START + CAP);

        PlayerState often = start;
        for (long at : moments(random, late)) {
            often = settled(often, at);
        }

        assertThat(collected(often, late).wallet()).isEqualTo(atCap.wallet());
        assertThat(collected(often, late).income())
                .isEqualTo(
                        new IncomeState(
                                late,
                                late,
                                atCap.income().accrued(),
                                false,
                                atCap.income().parts()));
    }

    /** Returns moments from the start to {@code end}, which is the last of them. */
    private static long[] moments(SplittableRandom random, long end) {
        return LongStream.concat(
                        random.longs(random.nextInt(20), Play.START, end + 1).sorted(),
                        LongStream.of(end))
                .toArray();
    }

    private static PlayerState settled(PlayerState state, long atMillis) {
        return AccrualRules.evolve(
                state, AccrualRules.settle(state, Play.contextAt(atMillis, CATALOG)));
    }

    private static PlayerState collected(PlayerState state, long atMillis) {
        IncomeCollected event = IncomeRules.collect(state, Play.contextAt(atMillis, CATALOG));
        return IncomeRules.evolve(state, event);
    }
}
