package com.luckyfunatic.engine.testkit;

import static com.luckyfunatic.engine.testkit.TestContent.KEY;
import static com.luckyfunatic.engine.testkit.TestContent.SHARD;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.bonus.BonusCommand.ClaimDailyBonus;
import com.luckyfunatic.engine.bonus.BonusCommand.SpinForItem;
import com.luckyfunatic.engine.bonus.BonusDefinition;
import com.luckyfunatic.engine.bonus.BonusEvent.StreakPaid;
import com.luckyfunatic.engine.bonus.BonusEvent.WheelSpun;
import com.luckyfunatic.engine.bonus.BonusRefusal;
import com.luckyfunatic.engine.bonus.BonusState;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.StateChange;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * That every player store keeps what chance has decided: drawn once, and told the same for ever.
 */
public abstract class DrawsContract extends StorageContract {
    private static final int AT_ONCE = 30;

    /** Long enough for other threads to come in between. */
    private static final long LINGER_NANOS = 50_000;

    /** The rolls that stop at funz, at jokers and shards, and at a key. */
    private static final int COINS = 0;

    private static final int CHEST = 6;
    private static final int NEXT_KEY = 9;

    private static final OperationId ID = new OperationId("draw");

    @Test
    public void a_repeat_tells_the_first_draw_whatever_chance_would_say_now() {
        PlayerId player = newPlayer();
        Answer first = execute(envelope(player, ID, new ClaimDailyBonus()), drawing(CHEST));
        execute(player, funz(7));

        Answer repeat = execute(envelope(player, ID, new ClaimDailyBonus()), drawing(COINS));

        assertThat(first.outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(repeat).isEqualTo(first.asRepeat());
        assertThat(state(player).items().count(SHARD)).isEqualTo(2);
        assertThat(state(player).bonus().streak()).isEqualTo(1);
    }

    @Test
    public void a_repeat_after_days_tells_the_first_draw_and_claims_no_other_day() {
        PlayerId player = newPlayer();
        Answer first = execute(envelope(player, ID, new ClaimDailyBonus()), drawing(CHEST));
        clock.advance(Duration.ofDays(3));

        Answer repeat = execute(envelope(player, ID, new ClaimDailyBonus()), drawing(COINS));

        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.outcome()).isEqualTo(first.outcome());
        assertThat(changes(player)).hasSize(2);
    }

    @Test
    public void claims_released_at_once_pay_the_day_once() {
        PlayerId player = newPlayer();

        List<Answer> answers =
                Together.run(
                        AT_ONCE,
                        i -> {
                            var id = new OperationId("claim " + i);
                            return execute(
                                    envelope(player, id, new ClaimDailyBonus()), drawing(i % 10));
                        });

        assertThat(accepted(answers)).isEqualTo(1);
        assertThat(answers.stream().map(Answer::outcome).filter(Outcome.Refused.class::isInstance))
                .hasSize(AT_ONCE - 1)
                .allSatisfy(refused ->
                        assertThat(((Outcome.Refused) refused).reason())
                                .isInstanceOf(BonusRefusal.DayAlreadyClaimed.class));
        assertThat(changes(player)).hasSize(2);
    }

    @Test
    public void one_claim_sent_many_times_at_once_is_drawn_once() {
        PlayerId player = newPlayer();
        var claim = new ClaimDailyBonus();

        List<Answer> answers =
                Together.run(AT_ONCE, i -> execute(envelope(player, ID, claim), drawing(i % 10)));

        assertThat(answers.stream().map(Answer::outcome).distinct()).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.repeated())).hasSize(1);
        assertThat(changes(player)).hasSize(2);
    }

    @Test
    public void spins_released_at_once_use_up_what_there_is_and_no_more() {
        PlayerId player = newPlayer();
        execute(player, new AdjustItem(KEY, 3, "test"));

        List<Answer> answers =
                Together.run(
                        AT_ONCE,
                        i -> {
                            var id = new OperationId("spin " + i);
                            return execute(envelope(player, id, new SpinForItem()), drawing(COINS));
                        });

        assertThat(accepted(answers)).isEqualTo(3);
        assertThat(state(player).items().count(KEY)).isZero();
        assertThat(state(player).wallet().funz()).isEqualTo(120);
    }

    @Test
    public void what_was_drawn_stands_in_the_history_and_can_be_drawn_again_from_it() {
        PlayerId player = newPlayer(Amounts.MAX - 60, Amounts.MAX - 1);
        List<Integer> rolls = List.of(CHEST, COINS, NEXT_KEY, COINS);
        for (int roll : rolls) {
            execute(envelope(player, null, new ClaimDailyBonus()), drawing(roll));
            clock.advance(Duration.ofDays(1));
        }
        execute(envelope(player, null, new SpinForItem()), drawing(NEXT_KEY));

        BonusDefinition bonus = TestCatalogs.full().dailyBonus();
        List<WheelSpun> spins = events(player, WheelSpun.class);
        assertThat(spins).extracting(WheelSpun::roll).containsExactly(6, 0, 9, 0, 9);
        assertThat(spins)
                .allSatisfy(spun -> {
                    assertThat(bonus.segmentAt(spun.roll()).id()).isEqualTo(spun.segment());
                    assertThat(spun.rolls()).isEqualTo(bonus.rolls());
                });
        assertThat(events(player, StreakPaid.class))
                .extracting(StreakPaid::streak)
                .containsExactly(1, 2, 3, 4);
        assertThat(state(player).wallet().funz()).as("cut at the cap").isEqualTo(Amounts.MAX);
        assertThat(state(player).bonus())
                .isEqualTo(
                        new BonusState(events(player, StreakPaid.class).getLast().epochDay(), 4));
    }

    private <T> List<T> events(PlayerId player, Class<T> type) {
        Stream<StateChange> changes = changes(player).stream();
        return changes.flatMap(change -> change.events().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static long accepted(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.outcome() instanceof Outcome.Accepted)
                .count();
    }

    /** Returns the rules under chance that gives nothing but {@code roll}; they linger. */
    private CommandHandler drawing(int roll) {
        RandomGenerator chance =
                new RandomGenerator() {
                    @Override
                    public int nextInt(int bound) {
                        return roll;
                    }

                    @Override
                    public long nextLong() {
                        throw new AssertionError("the wheel draws one bounded number");
                    }
                };
        RuleHandler rules = new RuleHandler(TestCatalogs.full(), chance, this::nextId);
        return (state, envelope) -> {
            LockSupport.parkNanos(LINGER_NANOS);
            return rules.handle(state, envelope);
        };
    }
}
