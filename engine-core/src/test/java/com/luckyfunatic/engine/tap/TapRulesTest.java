package com.luckyfunatic.engine.tap;

import static com.luckyfunatic.engine.fixture.Row.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestBoosters;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapEvent.Tapped;
import com.luckyfunatic.engine.tap.TapResult.Taps;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TapRulesTest {
    private static final long FULL = 1_000_000_000;

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 51, Integer.MAX_VALUE})
    void a_count_outside_1_to_50_is_no_command(int count) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tap(count))
                .withMessage("taps must be 1 to 50, was " + count);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void a_count_of_1_to_50_is_a_command(int count) {
        assertThatCode(() -> new Tap(count)).doesNotThrowAnyException();
    }

    static Stream<Row> limits() {
        return Stream.of(
                Row.of(
                        "one tap",
                        Players.fresh(),
                        new Tap(1),
                        taps(1, 1, tapped(1, 1, FULL - 1_000_000, 59_000, 1))),
                Row.of(
                        "as many as a command can hold",
                        Players.fresh(),
                        new Tap(50),
                        taps(50, 50, tapped(50, 50, FULL - 50_000_000, 10_000, 50))),
                Row.of(
                        "the bucket holds less, and its fraction stays",
                        Players.fresh().tapTokens(30_999),
                        new Tap(50),
                        taps(30, 30, tapped(30, 30, FULL - 30_000_000, 999, 30))),
                Row.of(
                        "energy holds less, and its fraction stays",
                        Players.fresh().energyMicros(10_999_999),
                        new Tap(50),
                        taps(10, 10, tapped(10, 10, 999_999, 50_000, 10))),
                Row.of(
                        "the least of count, bucket and energy counts",
                        Players.fresh().energyMicros(7_000_000).tapTokens(6_000),
                        new Tap(5),
                        taps(5, 5, tapped(5, 5, 2_000_000, 1_000, 5))),
                Row.of(
                        "no energy cuts to nothing and is no error",
                        Players.fresh().energyMicros(999_999),
                        new Tap(50),
                        accepted(new Taps(0, 0, false))),
                Row.of(
                        "an empty bucket cuts to nothing and is no error",
                        Players.fresh().tapTokens(999),
                        new Tap(50),
                        accepted(new Taps(0, 0, false))));
    }

    static Stream<Row> refills() {
        return Stream.of(
                Row.at(
                        49,
                        "49 ms after the last do not make a tap",
                        Players.fresh().tapTokens(0),
                        new Tap(1),
                        accepted(new Taps(0, 0, false))),
                Row.at(
                        50,
                        "50 ms after the last make one",
                        Players.fresh().tapTokens(0),
                        new Tap(50),
                        taps(1, 1, tapped(1, 1, FULL - 1_000_000, 0, 1, 50))),
                Row.at(
                        1_000,
                        "a second makes 20",
                        Players.fresh().tapTokens(0),
                        new Tap(50),
                        taps(20, 20, tapped(20, 20, FULL - 20_000_000, 0, 20, 1_000))),
                Row.at(
                        2_999,
                        "a millisecond before the bucket is full again",
                        Players.fresh().tapTokens(0),
                        new Tap(50),
                        taps(50, 50, tapped(50, 50, FULL - 50_000_000, 9_980, 50, 2_999))),
                Row.at(
                        86_400_000,
                        "a day of rest is still one burst of 60",
                        Players.fresh().tapTokens(0),
                        new Tap(50),
                        taps(50, 50, tapped(50, 50, FULL - 50_000_000, 10_000, 50, 86_400_000))),
                Row.at(
                        3_000,
                        "energy grows before it is spent",
                        Players.fresh().energyMicros(0),
                        new Tap(50),
                        taps(3, 3, tapped(3, 3, 0, 57_000, 3, 3_000))));
    }

    static Stream<Row> payments() {
        return Stream.of(
                Row.of(
                        "each accepted tap pays the effective value",
                        Players.fresh()
                                .level(TestBoosters.MULTITAP, 3)
                                .active(TestBoosters.TURBO_TAP, Play.START + 1)
                                .frenzy(new FrenzyState(0, Play.START + 1, 30_000, 0)),
                        new Tap(10),
                        taps(10, 600, tapped(10, 600, FULL - 10_000_000, 50_000, 10))),
                Row.of(
                        "what does not fit below the cap is cut and named",
                        Players.fresh().wallet(Amounts.MAX - 3, 0),
                        new Tap(10),
                        accepted(
                                new Taps(10, 3, false),
                                new Tapped(
                                        10,
                                        3,
                                        7,
                                        FULL - 10_000_000,
                                        50_000,
                                        10,
                                        null,
                                        Play.START))),
                Row.of(
                        "a full meter stays full",
                        Players.fresh().frenzy(new FrenzyState(298, 0, 10_000, 0)),
                        new Tap(10),
                        taps(10, 10, tapped(10, 10, FULL - 10_000_000, 50_000, 300))));
    }

    @ParameterizedTest
    @MethodSource({"limits", "refills", "payments"})
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @Test
    void a_tap_that_costs_more_energy_finds_fewer() {
        TestCatalog dear = TestCatalog.standard().tap(new TapDefinition(1, 3, 20, 60));

        Row.of(
                        "3 energy a tap",
                        Players.fresh().energyMicros(11_000_000),
                        new Tap(50),
                        taps(3, 3, tapped(3, 3, 2_000_000, 57_000, 3)))
                .check(dear.build());
    }

    @Test
    void a_smaller_bucket_in_new_content_holds_at_once() {
        TestCatalog strict = TestCatalog.standard().tap(new TapDefinition(1, 1, 10, 15));

        Row.of(
                        "60 tokens are cut to 15",
                        Players.fresh(),
                        new Tap(50),
                        taps(15, 15, tapped(15, 15, FULL - 15_000_000, 0, 15)))
                .check(strict.build());
    }

    @Test
    void twenty_a_second_can_be_kept_up_after_the_burst() {
        Play play = Play.begin(TestCatalog.catalog());

        play.does(new Tap(50)).does(new Tap(50));
        assertThat(play.state().tap().taps()).isEqualTo(60);
        for (int second = 1; second <= 10; second++) {
            play.after(Duration.ofSeconds(1)).does(new Tap(50));
            assertThat(play.state().tap().taps()).isEqualTo(60 + 20 * second);
        }
    }

    @Test
    void what_is_tapped_is_earned_counted_and_paid() {
        Play play = Play.begin(TestCatalog.catalog()).does(new Tap(7)).does(new Tap(3));

        assertThat(play.state().tap().taps()).isEqualTo(10);
        assertThat(play.state().wallet().funz()).isEqualTo(10);
        assertThat(play.state().wallet().funzEarned()).isEqualTo(10);
        assertThat(play.state().frenzy().meter()).isEqualTo(10);
    }

    private static Decision taps(int count, long paid, Tapped event) {
        return accepted(new Taps(count, paid, false), event);
    }

    private static Tapped tapped(
            int accepted, long funz, long energyMicros, long tokens, int meter) {
        return tapped(accepted, funz, energyMicros, tokens, meter, 0);
    }

    private static Tapped tapped(
            int accepted, long funz, long energyMicros, long tokens, int meter, long afterMillis) {
        return new Tapped(
                accepted, funz, 0, energyMicros, tokens, meter, null, Play.START + afterMillis);
    }
}
