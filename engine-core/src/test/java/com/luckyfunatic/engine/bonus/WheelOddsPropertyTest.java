package com.luckyfunatic.engine.bonus;

import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.bonus.BonusCommand.SpinForItem;
import com.luckyfunatic.engine.bonus.BonusEvent.WheelSpun;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestBonus;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Reward;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wheel keeps the odds that it publishes: exactly by its rolls, and as drawn by the rules. */
class WheelOddsPropertyTest {
    private static final int DRAWS = 1_000_000;

    /** What chance alone passes in one of a thousand tests, by degrees of freedom from 1. */
    private static final double[] CHI_SQUARED = {10.83, 13.82, 16.27, 18.47, 20.52, 22.46};

    @Test
    void a_segment_has_as_many_rolls_as_its_weight_says() {
        BonusDefinition bonus = TestBonus.standard();
        Map<SegmentId, Integer> rolls = new HashMap<>();
        for (int roll = 0; roll < bonus.rolls(); roll++) {
            rolls.merge(bonus.segmentAt(roll).id(), 1, Integer::sum);
        }

        assertThat(rolls).hasSameSizeAs(bonus.wheel());
        assertThat(bonus.wheel())
                .allMatch(each -> each.weight() == rolls.getOrDefault(each.id(), 0));
    }

    @Test
    void there_is_no_segment_beyond_the_last_roll() {
        BonusDefinition bonus = TestBonus.standard();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> bonus.segmentAt(10))
                .withMessage("the wheel has 10 rolls, none is number 10");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_million_draws_keep_to_the_odds(long seed) {
        Catalog catalog = TestCatalog.standard().dailyBonus(wheel(1, 700, 29, 9_000, 270)).build();

        assertThat(chiSquared(catalog, new SplittableRandom(seed))).isLessThan(CHI_SQUARED[3]);
    }

    @Test
    void the_measure_tells_a_wheel_that_favours_a_segment_by_a_hundredth() {
        Catalog catalog = TestCatalog.standard().dailyBonus(wheel(500, 500)).build();
        SplittableRandom random = new SplittableRandom(1);
        RandomGenerator loaded =
                new RandomGenerator() {
                    @Override
                    public long nextLong() {
                        throw new AssertionError("the wheel draws one bounded number");
                    }

                    @Override
                    public int nextInt(int bound) {
                        int roll = random.nextInt(bound);
                        return roll >= 500 && random.nextInt(100) == 0 ? roll - 500 : roll;
                    }
                };

        assertThat(chiSquared(catalog, loaded)).isGreaterThan(CHI_SQUARED[0]);
    }

    private static double chiSquared(Catalog catalog, RandomGenerator random) {
        Map<SegmentId, Integer> seen = new HashMap<>();
        PlayerState state = Players.fresh().item(TICKET, 1).state();
        RuleContext context = new RuleContext(Play.START, catalog, random);
        for (int i = 0; i < DRAWS; i++) {
            Decision decision = GameRules.decide(state, new SpinForItem(), context);
            WheelSpun spun = (WheelSpun) ((Decision.Accepted) decision).events().getFirst();
            seen.merge(spun.segment(), 1, Integer::sum);
        }
        double sum = 0;
        BonusDefinition bonus = catalog.dailyBonus();
        for (WheelSegment segment : bonus.wheel()) {
            double expected = (double) DRAWS * segment.weight() / bonus.rolls();
            double off = seen.getOrDefault(segment.id(), 0) - expected;
            sum += off * off / expected;
        }
        return sum;
    }

    private static BonusDefinition wheel(int... weights) {
        List<WheelSegment> wheel = new ArrayList<>();
        for (int weight : weights) {
            wheel.add(
                    new WheelSegment(
                            new SegmentId("of_" + wheel.size()),
                            "Segment",
                            weight,
                            Reward.ofFunz(1)));
        }
        return new BonusDefinition(TICKET, wheel, List.of(new StreakDay(1)));
    }
}
