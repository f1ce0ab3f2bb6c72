package com.luckyfunatic.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.energy.EnergyRules;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settling under content that changes is never seen in what is paid. */
class ContentChangePropertyTest {
    private static final Catalog CARDS = TestCatalog.catalog();
    private static final CollectIncome COLLECT = new CollectIncome();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void other_content_with_equal_rates_changes_nothing_that_is_paid(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Play plain = miner(CARDS);
        Play changing = miner(CARDS);
        for (int i = 0; i < 50; i++) {
            Duration pause = Duration.ofMillis(random.nextLong(300_000));
            plain.after(pause);
            changing.after(pause);
            if (random.nextBoolean()) {
                changing.use(TestCatalog.standard().version("v" + i).build());
            }
            Command command = random.nextInt(4) == 0 ? COLLECT : new Tap(random.nextInt(1, 51));
            plain.does(command);
            changing.does(command);
        }

        assertThat(changing.state().wallet()).isEqualTo(plain.state().wallet());
        assertThat(EnergyRules.microsAt(changing.state(), changing.context()))
                .isEqualTo(EnergyRules.microsAt(plain.state(), plain.context()));
    }

    private static Play miner(Catalog catalog) {
        return Play.from(catalog, Players.fresh().card(TestCatalog.MINER, 1));
    }
}
