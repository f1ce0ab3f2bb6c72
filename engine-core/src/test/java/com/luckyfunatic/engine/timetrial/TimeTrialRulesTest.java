package com.luckyfunatic.engine.timetrial;

import static com.luckyfunatic.engine.fixture.Play.START;
import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestTrials.CLIMB;
import static com.luckyfunatic.engine.fixture.TestTrials.SPRINT;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.fixture.TestCatalogs;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.FinishTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.StartTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialEvent.TimeTrialFinished;
import com.luckyfunatic.engine.timetrial.TimeTrialRefusal.NoSuchTry;
import com.luckyfunatic.engine.timetrial.TimeTrialRefusal.TryExpired;
import com.luckyfunatic.engine.timetrial.TimeTrialRefusal.TryTooFast;
import com.luckyfunatic.engine.timetrial.TimeTrialRefusal.UnknownTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialResult.TryFinished;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimeTrialRulesTest {
    private static final TimeTrialId NOWHERE = new TimeTrialId("nowhere");
    private static final long NONCE = 42;
    private static final Reward ALL = new Reward(100, 1, List.of(new ItemStack(SHARD, 5)));

    static Stream<Row> finishes() {
        return Stream.of(
                finished("without a medal", running(), 30_001, 30_001, Reward.NOTHING),
                finished("at the very end", running(), 60_000, 60_000, Reward.NOTHING),
                finished(
                        "with bronze, to the millisecond",
                        running(),
                        30_000,
                        30_000,
                        Reward.ofFunz(100),
                        Medal.BRONZE),
                finished(
                        "with silver at the first try, and so bronze",
                        running(),
                        20_000,
                        20_000,
                        new Reward(100, 1, List.of(new ItemStack(SHARD, 1))),
                        Medal.BRONZE,
                        Medal.SILVER),
                finished(
                        "with all at once, as fast as can be",
                        running(),
                        5_000,
                        5_000,
                        ALL,
                        Medal.BRONZE,
                        Medal.SILVER,
                        Medal.GOLD),
                finished(
                        "with what was not paid before",
                        running(new PersonalBest(SPRINT, 25_000, START - 9, List.of(Medal.BRONZE))),
                        9_000,
                        9_000,
                        new Reward(0, 1, List.of(new ItemStack(SHARD, 5))),
                        Medal.SILVER,
                        Medal.GOLD),
                finished(
                        "slower than before, with nothing new",
                        running(
                                new PersonalBest(
                                        SPRINT,
                                        6_000,
                                        START - 9,
                                        List.of(Medal.BRONZE, Medal.SILVER, Medal.GOLD))),
                        8_000,
                        6_000,
                        Reward.NOTHING));
    }

    static Stream<Row> refusals() {
        return Stream.of(
                refused("unknown", running(), 9_000, NOWHERE, NONCE, new UnknownTimeTrial(NOWHERE)),
                refused(
                        "without a try",
                        Players.fresh(),
                        9_000,
                        SPRINT,
                        NONCE,
                        new NoSuchTry(SPRINT)),
                refused("another try", running(), 9_000, SPRINT, NONCE + 1, new NoSuchTry(SPRINT)),
                refused("another level", running(), 12_000, CLIMB, NONCE, new NoSuchTry(CLIMB)),
                refused("too late", running(), 60_001, SPRINT, NONCE, new TryExpired(60_000)),
                refused("too fast", running(), 4_999, SPRINT, NONCE, new TryTooFast(5_000)),
                refused("at once", running(), 0, SPRINT, NONCE, new TryTooFast(5_000)));
    }

    @ParameterizedTest
    @MethodSource({"finishes", "refusals"})
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @Test
    void a_try_is_finished_once() {
        Play play = Play.from(TestCatalog.catalog(), Players.fresh());
        FinishTimeTrial finish = start(play, SPRINT);
        play.after(Duration.ofSeconds(9)).does(finish);

        assertThat(play.refusalOf(finish)).isEqualTo(new NoSuchTry(SPRINT));
        assertThat(play.state().wallet().funz()).isEqualTo(100);
        assertThat(play.state().items().count(SHARD)).isEqualTo(5);
        assertThat(play.state().timeTrials().active()).isNull();
    }

    @Test
    void each_target_pays_once_however_often_it_is_met() {
        Play play = Play.from(TestCatalog.catalog(), Players.fresh());
        for (int seconds : new int[] {25, 25, 15, 8, 8}) {
            FinishTimeTrial finish = start(play, SPRINT);
            play.after(Duration.ofSeconds(seconds)).does(finish);
        }

        assertThat(play.state().wallet().funz()).isEqualTo(100);
        assertThat(play.state().wallet().jokers()).isEqualTo(1);
        assertThat(play.state().items().count(SHARD)).isEqualTo(5);
        assertThat(best(play, SPRINT).medals())
                .containsExactly(Medal.BRONZE, Medal.SILVER, Medal.GOLD);
    }

    @Test
    void the_best_time_is_kept_with_the_moment_it_was_first_run() {
        Play play = Play.from(TestCatalog.catalog(), Players.fresh());
        FinishTimeTrial finish = start(play, SPRINT);
        play.after(Duration.ofSeconds(12)).does(finish);
        finish = start(play, CLIMB);
        play.after(Duration.ofSeconds(30)).does(finish);
        finish = start(play, SPRINT);
        play.after(Duration.ofSeconds(12)).does(finish);

        assertThat(best(play, SPRINT).bestMillis()).isEqualTo(12_000);
        assertThat(best(play, SPRINT).atMillis()).isEqualTo(START + 12_000);
        assertThat(best(play, CLIMB).bestMillis()).isEqualTo(30_000);
        assertThat(play.state().timeTrials().bests()).hasSize(2);
    }

    @Test
    void another_start_ends_a_try() {
        Play play = Play.from(TestCatalog.catalog(), Players.fresh());
        FinishTimeTrial first = start(play, SPRINT);
        FinishTimeTrial second = start(play, SPRINT);

        play.after(Duration.ofSeconds(15));

        assertThat(play.refusalOf(first)).isEqualTo(new NoSuchTry(SPRINT));
        play.does(second);
        assertThat(play.refusalOf(new StartTimeTrial(NOWHERE)))
                .isEqualTo(new UnknownTimeTrial(NOWHERE));
    }

    @Test
    void what_does_not_fit_is_cut_and_told() {
        Play play = Play.from(TestCatalog.catalog(), Players.fresh().wallet(Amounts.MAX - 40, 0));
        FinishTimeTrial finish = start(play, SPRINT);
        play.after(Duration.ofSeconds(25));

        assertThat(play.resultOf(finish))
                .isEqualTo(
                        new TryFinished(
                                SPRINT,
                                25_000,
                                25_000,
                                List.of(Medal.BRONZE),
                                Reward.ofFunz(40),
                                Reward.ofFunz(60)));
        assertThat(play.state().wallet().funz()).isEqualTo(Amounts.MAX);
    }

    @Test
    void what_pays_is_hard() {
        assertThat(event(List.of()).durability()).isEqualTo(Durability.SOFT);
        assertThat(event(List.of(Medal.GOLD)).durability()).isEqualTo(Durability.HARD);
    }

    @Test
    void content_without_the_level_keeps_what_was_reached() {
        Play play = Play.from(TestCatalog.catalog(), Players.fresh());
        FinishTimeTrial finish = start(play, SPRINT);
        play.after(Duration.ofSeconds(25)).does(finish).use(TestCatalogs.empty());
        assertThat(play.refusalOf(new StartTimeTrial(SPRINT)))
                .isEqualTo(new UnknownTimeTrial(SPRINT));

        assertThat(best(play, SPRINT).bestMillis()).isEqualTo(25_000);
    }

    @Test
    void rewards_add_up_item_by_item() {
        assertThat(ALL.plus(new Reward(1, 2, List.of(new ItemStack(SHARD, 3)))))
                .isEqualTo(new Reward(101, 3, List.of(new ItemStack(SHARD, 8))));
        assertThat(Reward.NOTHING.plus(ALL)).isEqualTo(ALL);
    }

    private static TimeTrialFinished event(List<Medal> medals) {
        return new TimeTrialFinished(SPRINT, 1, 2, medals, Reward.NOTHING, Reward.NOTHING);
    }

    private static PersonalBest best(Play play, TimeTrialId trial) {
        return Objects.requireNonNull(play.state().timeTrials().best(trial));
    }

    private static FinishTimeTrial start(Play play, TimeTrialId trial) {
        play.does(new StartTimeTrial(trial));
        TimeTrialRun run = Objects.requireNonNull(play.state().timeTrials().active());
        return new FinishTimeTrial(trial, run.nonce());
    }

    private static Players running(PersonalBest... bests) {
        return Players.fresh()
                .timeTrials(
                        new TimeTrialState(
                                new TimeTrialRun(SPRINT, NONCE, 7, START), List.of(bests)));
    }

    private static Row finished(
            String name, Players player, long millis, long best, Reward paid, Medal... medals) {
        return Row.at(
                millis,
                name,
                player,
                new FinishTimeTrial(SPRINT, NONCE),
                Row.accepted(
                        new TryFinished(
                                SPRINT, millis, best, List.of(medals), paid, Reward.NOTHING),
                        new TimeTrialFinished(
                                SPRINT,
                                millis,
                                START + millis,
                                List.of(medals),
                                paid,
                                Reward.NOTHING)));
    }

    private static Row refused(
            String name,
            Players player,
            long afterMillis,
            TimeTrialId trial,
            long nonce,
            Refusal reason) {
        return Row.at(
                afterMillis, name, player, new FinishTimeTrial(trial, nonce), Row.refused(reason));
    }
}
