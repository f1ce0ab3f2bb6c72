package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.card.CardCommand.BuyCardLevel;
import com.luckyfunatic.engine.card.CardLevel;
import com.luckyfunatic.engine.card.CardRefusal;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every player store does with many commands at the same moment. */
public abstract class ConcurrencyContract extends StorageContract {
    private static final int AT_ONCE = 50;

    /** Long enough for other threads to come in between, short enough for hundreds in a row. */
    private static final long LINGER_NANOS = 50_000;

    @Test
    public void of_many_who_spend_at_once_exactly_as_many_succeed_as_can_be_paid() {
        PlayerId player = newPlayer(1_000, 0);

        List<Answer> answers = Together.run(64, _ -> race(player, null, funz(-30)));

        assertThat(accepted(answers)).isEqualTo(33);
        assertThat(state(player).wallet().funz()).isEqualTo(10);
        assertThat(changes(player)).hasSize(34);
    }

    @Test
    public void what_is_earned_and_spent_at_once_adds_up() {
        PlayerId player = newPlayer(500, 0);

        List<Long> deltas =
                Together.run(
                        200,
                        i -> {
                            long delta = i % 3 == 0 ? 7 : -11;
                            Answer answer = race(player, null, funz(delta));
                            return answer.outcome() instanceof Outcome.Accepted ? delta : 0L;
                        });

        assertThat(state(player).wallet().funz())
                .isEqualTo(500 + deltas.stream().mapToLong(Long::longValue).sum())
                .isNotNegative();
    }

    @Test
    public void identical_purchases_released_at_once_are_one() {
        PlayerId player = newPlayer(1_000_000, 0);
        var buy = new BuyCardLevel(TestContent.MINER, null);

        List<Answer> answers = Together.run(AT_ONCE, _ -> race(player, "buy", buy));

        Answer first =
                answers.stream().filter(answer -> !answer.repeated()).findFirst().orElseThrow();
        assertThat(answers.stream().filter(Answer::repeated))
                .hasSize(AT_ONCE - 1)
                .containsOnly(first.asRepeat());
        assertThat(state(player).cards().level(TestContent.MINER)).isEqualTo(1);
        assertThat(state(player)).isEqualTo(first.state());
    }

    @Test
    public void different_purchases_released_at_once_buy_exactly_what_can_be_paid() {
        List<CardLevel> levels = TestCatalogs.full().cardLevels(TestContent.MINER);
        long price = levels.stream().limit(4).mapToLong(CardLevel::price).sum();
        PlayerId player = newPlayer(price, 0);
        var buy = new BuyCardLevel(TestContent.MINER, null);

        List<Answer> answers = Together.run(AT_ONCE, i -> race(player, "buy " + i, buy));

        assertThat(accepted(answers)).isEqualTo(4);
        assertThat(answers).noneMatch(Answer::repeated);
        assertThat(state(player).cards().level(TestContent.MINER)).isEqualTo(4);
        assertThat(state(player).wallet().funz()).isZero();
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(execute(player, "buy " + i, buy)).isEqualTo(answers.get(i).asRepeat());
        }
    }

    @Test
    public void of_purchases_at_a_price_that_was_seen_one_succeeds() {
        PlayerId player = newPlayer(1_000_000, 0);
        long seen = TestCatalogs.full().cardLevels(TestContent.MINER).getFirst().price();
        var buy = new BuyCardLevel(TestContent.MINER, seen);

        List<Answer> answers = Together.run(AT_ONCE, i -> race(player, "buy " + i, buy));

        assertThat(accepted(answers)).isEqualTo(1);
        assertThat(answers.stream().map(Answer::outcome).filter(Outcome.Refused.class::isInstance))
                .hasSize(AT_ONCE - 1)
                .allSatisfy(refused ->
                        assertThat(((Outcome.Refused) refused).reason())
                                .isInstanceOf(CardRefusal.CardPriceChanged.class));
    }

    @Test
    public void of_different_commands_under_one_operation_id_one_command_wins() {
        PlayerId player = newPlayer();

        List<Answer> answers = Together.run(AT_ONCE, i -> race(player, "op", funz(1L + i % 5)));

        long won = state(player).wallet().funz();
        assertThat(won).isBetween(1L, 5L);
        assertThat(changes(player)).hasSize(2);
        assertThat(answers.stream().filter(a -> !a.repeated())).anyMatch(ConcurrencyContract::ok);
        for (int i = 0; i < AT_ONCE; i++) {
            assertThat(ok(answers.get(i))).isEqualTo(1L + i % 5 == won);
        }
    }

    @Test
    public void one_player_is_created_once() {
        PlayerId player = unknownPlayer();

        List<Answer> answers =
                Together.run(AT_ONCE, _ -> race(player, null, new CreatePlayer(null, false)));

        assertThat(accepted(answers)).isEqualTo(1);
        assertThat(state(player).sequence()).isEqualTo(1);
    }

    @Test
    public void players_do_not_disturb_each_other() {
        List<PlayerId> players = IntStream.range(0, 8).mapToObj(_ -> newPlayer()).toList();

        Together.run(160, i -> race(players.get(i % 8), "op " + i / 8, funz(1 + i % 8)));

        for (int i = 0; i < 8; i++) {
            assertThat(state(players.get(i)).wallet().funz()).isEqualTo(20L * (1 + i));
            assertThat(changes(players.get(i))).hasSize(21);
        }
    }

    @Test
    public void a_reader_sees_only_whole_changes() {
        PlayerId player = newPlayer();

        List<Boolean> whole =
                Together.run(
                        100,
                        i -> {
                            if (i % 2 == 0) {
                                race(player, null, new Tap(1));
                                return true;
                            }
                            var state = state(player);
                            return state.wallet().funz() == state.tap().taps()
                                    && state.sequence() == 1 + state.tap().taps();
                        });

        assertThat(whole).containsOnly(true);
        assertThat(state(player).tap().taps()).isEqualTo(50);
    }

    static LongStream seeds() {
        return Seeds.all();
    }

    /** The invariants after the test are what is tested. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    public void generated_commands_at_once_leave_no_broken_history(long seed) {
        List<PlayerId> players = List.of(newPlayer(2_000, 100), newPlayer(Amounts.MAX, 1));

        List<Integer> done =
                Together.run(
                        8,
                        thread -> {
                            RandomGenerator random = Seeds.random(1_000 * seed + thread);
                            var commands = new GeneratedCommands(random, TestCatalogs.full());
                            for (int i = 0; i < 15; i++) {
                                String id = random.nextBoolean() ? null : "op " + i % 5;
                                race(players.get(random.nextInt(2)), id, commands.next());
                            }
                            return thread;
                        });

        assertThat(done).hasSize(8);
    }

    @Test
    public void a_handler_that_throws_does_not_disturb_others() {
        List<PlayerId> players = IntStream.range(0, 5).mapToObj(_ -> newPlayer()).toList();

        List<Boolean> accepted =
                Together.run(
                        100,
                        i -> {
                            PlayerId player = players.get(i % 5);
                            return i % 4 == 0
                                    ? failing(player, i)
                                    : ok(race(player, "op " + i, funz(1)));
                        });

        assertThat(accepted.stream().filter(each -> each)).hasSize(75);
        assertThat(players.stream().mapToLong(player -> state(player).wallet().funz()).sum())
                .isEqualTo(75);
    }

    /** Carries out a command, lingering where a store that is not atomic would lose it. */
    private Answer race(PlayerId player, @Nullable String operationId, Command command) {
        CommandHandler rules = rules();
        OperationId id = operationId == null ? null : new OperationId(operationId);
        return execute(
                envelope(player, id, command),
                (state, envelope) -> {
                    LockSupport.parkNanos(LINGER_NANOS);
                    return rules.handle(state, envelope);
                });
    }

    private boolean failing(PlayerId player, int number) {
        CommandHandler bug =
                (_, _) -> {
                    throw new IllegalStateException("a bug");
                };
        try {
            execute(envelope(player, new OperationId("op " + number), funz(1)), bug);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static long accepted(List<Answer> answers) {
        return answers.stream().filter(ConcurrencyContract::ok).count();
    }

    private static boolean ok(Answer answer) {
        return answer.outcome() instanceof Outcome.Accepted;
    }
}
