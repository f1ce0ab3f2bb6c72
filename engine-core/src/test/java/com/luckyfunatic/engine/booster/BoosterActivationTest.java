package com.luckyfunatic.engine.booster;

import static com.luckyfunatic.engine.fixture.Play.START;
import static com.luckyfunatic.engine.fixture.Row.accepted;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.accrual.AccrualEvent.AccrualSettled;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterEvent.BoosterActivated;
import com.luckyfunatic.engine.booster.BoosterEvent.BoosterLevelBought;
import com.luckyfunatic.engine.booster.BoosterResult.Activated;
import com.luckyfunatic.engine.effect.Effect;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCatalog;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each booster of the default table does, to the last event. */
class BoosterActivationTest {
    private static final long TODAY = Days.epochDay(START);
    private static final long FULL = 1_000_000_000;
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;

    static Stream<Row> instant() {
        return Stream.of(
                Row.of(
                        "full_energy fills up, for nothing",
                        Players.fresh().energyMicros(10_000_001),
                        new ActivateBooster(TestBoosters.FULL_ENERGY),
                        refilled(10_000_001, FULL, Currency.FUNZ)),
                Row.of(
                        "full_energy fills a larger tank",
                        Players.fresh()
                                .energyMicros(0)
                                .level(TestBoosters.ENERGY_LIMIT, 1)
                                .active(TestBoosters.ENERGY_TANK, START + 1),
                        new ActivateBooster(TestBoosters.FULL_ENERGY),
                        refilled(0, 2 * FULL, Currency.FUNZ)),
                Row.of(
                        "full_energy takes nothing away from what a larger tank left",
                        Players.fresh().energyMicros(FULL + 500),
                        new ActivateBooster(TestBoosters.FULL_ENERGY),
                        refilled(FULL + 500, FULL + 500, Currency.FUNZ)));
    }

    static Stream<Row> timed() {
        return Stream.of(
                starts(
                        TestBoosters.TURBO_TAP,
                        0,
                        use(TestBoosters.TURBO_TAP, 10 * MINUTE),
                        lasting(
                                TestBoosters.TURBO_TAP,
                                Effect.FUNZ_PER_TAP_MULTIPLY,
                                50_000,
                                20 * SECOND)),
                starts(
                        TestBoosters.ENERGY_TANK,
                        500,
                        use(TestBoosters.ENERGY_TANK, 2 * HOUR),
                        lasting(TestBoosters.ENERGY_TANK, Effect.ENERGY_MAX_ADD, 500, HOUR)),
                starts(
                        TestBoosters.QUICK_CHARGE,
                        800,
                        use(TestBoosters.QUICK_CHARGE, HOUR),
                        lasting(
                                TestBoosters.QUICK_CHARGE,
                                Effect.ENERGY_REGEN_MULTIPLY,
                                30_000,
                                30 * MINUTE)),
                starts(
                        TestBoosters.INCOME_SURGE,
                        5,
                        use(TestBoosters.INCOME_SURGE, 8 * HOUR),
                        lasting(
                                TestBoosters.INCOME_SURGE,
                                Effect.INCOME_MULTIPLY,
                                20_000,
                                4 * HOUR)));
    }

    static Stream<Row> permanent() {
        return Stream.of(
                buys(TestBoosters.MULTITAP, 0, 1_000),
                buys(TestBoosters.MULTITAP, 3, 8_000),
                buys(TestBoosters.MULTITAP, 19, 524_288_000),
                buys(TestBoosters.ENERGY_LIMIT, 0, 1_000),
                buys(TestBoosters.ENERGY_LIMIT, 19, 524_288_000),
                buys(TestBoosters.INCOME_MULTIPLIER, 0, 10),
                buys(TestBoosters.INCOME_MULTIPLIER, 1, 40),
                buys(TestBoosters.INCOME_MULTIPLIER, 9, 1_000));
    }

    static Stream<Row> settling() {
        return Stream.of(
                Row.at(
                        36 * SECOND,
                        "energy and income up to now keep the old rate",
                        Players.rich().energyMicros(0).card(TestCatalog.MINER, 1),
                        new ActivateBooster(TestBoosters.MULTITAP),
                        accepted(
                                new Activated(TestBoosters.MULTITAP, Currency.FUNZ, 1_000),
                                new AccrualSettled(36_000_000, 3_600_000, START + 36 * SECOND, 0),
                                new BoosterLevelBought(
                                        TestBoosters.MULTITAP, 1, Currency.FUNZ, 1_000))),
                Row.of(
                        "a stackable booster is extended from where it would have ended",
                        Players.rich().active(TestBoosters.EXTRA_TAP, START + 5 * SECOND),
                        new ActivateBooster(TestBoosters.EXTRA_TAP),
                        extended(65 * SECOND)),
                Row.of(
                        "a stackable booster that has just ended starts anew",
                        Players.rich().active(TestBoosters.EXTRA_TAP, START),
                        new ActivateBooster(TestBoosters.EXTRA_TAP),
                        extended(60 * SECOND)));
    }

    @ParameterizedTest
    @MethodSource({"instant", "timed", "permanent", "settling"})
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    private static Decision refilled(long before, long after, Currency currency) {
        return accepted(
                new Activated(TestBoosters.FULL_ENERGY, currency, 0),
                new AccrualSettled(before, 0, START, 0),
                new BoosterActivated(
                        TestBoosters.FULL_ENERGY,
                        Effect.REFILL_ENERGY,
                        currency,
                        0,
                        null,
                        use(TestBoosters.FULL_ENERGY, HOUR),
                        after));
    }

    private static Row starts(BoosterType type, long price, BoosterUse use, ActiveBooster started) {
        return Row.of(
                type.value(),
                Players.rich(),
                new ActivateBooster(type),
                started(type, price, use, started));
    }

    private static Decision started(
            BoosterType type, long price, BoosterUse use, ActiveBooster started) {
        Currency currency = TestBoosters.row(type).currency();
        return accepted(
                new Activated(type, currency, price),
                new AccrualSettled(FULL, 0, START, 0),
                new BoosterActivated(type, started.effect(), currency, price, started, use, FULL));
    }

    private static Row buys(BoosterType type, int owned, long price) {
        Players player = Players.rich();
        Currency currency = TestBoosters.row(type).currency();
        return Row.of(
                type + " after level " + owned,
                owned == 0 ? player : player.level(type, owned),
                new ActivateBooster(type),
                accepted(
                        new Activated(type, currency, price),
                        new AccrualSettled(FULL, 0, START, 0),
                        new BoosterLevelBought(type, owned + 1, currency, price)));
    }

    private static Decision extended(long lastsMillis) {
        return started(
                TestBoosters.EXTRA_TAP,
                10,
                use(TestBoosters.EXTRA_TAP, 0),
                lasting(TestBoosters.EXTRA_TAP, Effect.FUNZ_PER_TAP_ADD, 2, lastsMillis));
    }

    private static BoosterUse use(BoosterType type, long cooldownMillis) {
        return new BoosterUse(type, START + cooldownMillis, TODAY, 1);
    }

    private static ActiveBooster lasting(
            BoosterType type, Effect effect, long magnitude, long millis) {
        return new ActiveBooster(type, effect, magnitude, START + millis);
    }
}
