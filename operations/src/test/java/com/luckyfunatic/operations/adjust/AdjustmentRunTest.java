package com.luckyfunatic.operations.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.TaskRunner;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.operations.ConcurrentTasks;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdjustmentRunTest {
    private static final OperatorName ADA = new OperatorName("ada");
    private static final String MARK = "0123456789ab";
    private static final int PLAYERS = 3;
    private static final int ROWS = 7;

    @TempDir private Path directory;
    private MemoryStorage storage = new MemoryStorage();
    private GameEngine engine = GameEngine.on(storage, TestCatalogs.full());
    private Path results = Path.of("results.csv");

    @BeforeEach
    void begin() {
        begin("results.csv");
    }

    private void begin(String name) {
        storage.close();
        storage = new MemoryStorage();
        engine = GameEngine.on(storage, TestCatalogs.full());
        results = directory.resolve(name);
        for (int i = 0; i < PLAYERS; i++) {
            engine.execute(player(i), new OperationId("create"), new CreatePlayer(null, false));
        }
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static PlayerId player(int number) {
        return new PlayerId(71 + number);
    }

    /** Row {@code i} gives as many jokers as 2 to the power of {@code i}: a sum tells its rows. */
    private static List<Adjustment> rows() {
        List<Adjustment> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row(i, 1L << i));
        }
        return rows;
    }

    private static Adjustment row(int i, long jokers) {
        return new Adjustment(
                i + 2,
                "r" + i,
                player(i % PLAYERS),
                new AdjustBalance(Currency.JOKERS, jokers, "other: x"));
    }

    private long jokers(int player) {
        return engine.player(player(player)).orElseThrow().wallet().jokers();
    }

    private void assertEachOnce() throws IOException {
        long sum = 0;
        for (int i = 0; i < PLAYERS; i++) {
            sum += jokers(i);
        }
        assertThat(sum).isEqualTo((1L << ROWS) - 1);
        List<String> lines = Files.readAllLines(results);
        assertThat(lines).hasSize(ROWS + 1);
        assertThat(new HashSet<>(lines)).hasSize(ROWS + 1);
        assertThat(lines.subList(1, lines.size())).allMatch(line -> line.contains(",applied,"));
    }

    private AdjustmentRun.Tally apply(
            TaskRunner tasks, Function<CommandEnvelope, Answer> execution) {
        try (AdjustmentResults written = AdjustmentResults.open(results, MARK)) {
            return new AdjustmentRun(engine, ADA, tasks, execution).apply(rows(), written, _ -> {});
        }
    }

    private AdjustmentRun.Tally apply() {
        return apply(TaskRunner.IN_TURN, engine::execute);
    }

    /** Nobody catches it but who started the process. */
    private static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Dies at one of the boundaries before and after rows, and stays dead. */
    private Function<CommandEnvelope, Answer> dyingAt(int boundary) {
        AtomicInteger passed = new AtomicInteger();
        return envelope -> {
            if (passed.getAndIncrement() >= boundary) {
                throw new Died();
            }
            Answer answer = engine.execute(envelope);
            if (passed.getAndIncrement() >= boundary) {
                throw new Died();
            }
            return answer;
        };
    }

    @Test
    void every_row_is_carried_out_and_has_its_result() throws IOException {
        AtomicInteger done = new AtomicInteger();
        AdjustmentRun run = new AdjustmentRun(engine, ADA, TaskRunner.IN_TURN);
        try (AdjustmentResults written = AdjustmentResults.open(results, MARK)) {
            assertThat(run.apply(rows(), written, done::set))
                    .isEqualTo(new AdjustmentRun.Tally(ROWS, 0, 0));
        }

        assertThat(done).hasValue(ROWS);
        assertEachOnce();
        assertThat(Files.readString(results))
                .contains("\n2,r0,71,applied,funz 0 jokers 1,0123456789ab\n");
        assertThat(
                        storage.players()
                                .history(player(0), Long.MAX_VALUE, 1)
                                .items()
                                .getFirst()
                                .actor())
                .hasToString("Operator[name=ada]");
    }

    @Test
    void killed_at_every_boundary_and_run_again_each_row_is_applied_once() throws IOException {
        for (int boundary = 0; boundary < 2 * ROWS; boundary++) {
            begin("killed-" + boundary + ".csv");
            var dying = dyingAt(boundary);
            assertThatThrownBy(() -> apply(TaskRunner.IN_TURN, dying)).isInstanceOf(Died.class);

            assertThat(apply()).isEqualTo(new AdjustmentRun.Tally(ROWS, 0, 0));

            assertEachOnce();
        }
    }

    @Test
    void killed_twenty_times_among_others_each_row_is_applied_once() throws IOException {
        Random random = new Random(7);
        try (ExecutorService threads =
                Executors.newFixedThreadPool(4, Thread.ofVirtual().factory())) {
            for (int i = 0; i < 20; i++) {
                var dying = dyingAt(random.nextInt(4));
                try {
                    apply(new ConcurrentTasks(threads), dying);
                } catch (Died _) {
                    // And is started again.
                }
            }
        }

        assertThat(apply().isClean()).isTrue();
        assertEachOnce();
    }

    @Test
    void a_result_that_was_torn_is_written_again() throws IOException {
        apply();
        byte[] whole = Files.readAllBytes(results);
        for (int length = 0; length <= whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            Files.write(results, part);

            assertThat(apply()).isEqualTo(new AdjustmentRun.Tally(ROWS, 0, 0));

            assertEachOnce();
        }
    }

    @Test
    void what_the_rules_refuse_and_what_is_something_else_is_told() throws IOException {
        engine.execute(
                new CommandEnvelope(
                        player(1),
                        row(1, 2).operationId(),
                        engine.clock().millis(),
                        Actor.Player.SELF,
                        new AdjustBalance(Currency.JOKERS, 3, "other: y")));
        AdjustmentRun run = new AdjustmentRun(engine, ADA, TaskRunner.IN_TURN);

        AdjustmentRun.Tally tally;
        try (AdjustmentResults written = AdjustmentResults.open(results, MARK)) {
            tally = run.apply(List.of(row(0, -5), row(1, 2), row(2, 4)), written, _ -> {});
        }

        assertThat(tally).isEqualTo(new AdjustmentRun.Tally(1, 1, 1));
        assertThat(tally.isClean()).isFalse();
        assertThat(Files.readAllLines(results))
                .containsExactly(
                        "row,operation_id,player_id,result,detail,input",
                        "2,r0,71,refused,InsufficientFunds,0123456789ab",
                        "3,r1,72,conflict,,0123456789ab",
                        "4,r2,73,applied,funz 0 jokers 4,0123456789ab");
        try (AdjustmentResults written = AdjustmentResults.open(results, MARK)) {
            assertThat(run.apply(List.of(row(0, -5), row(1, 2), row(2, 4)), written, _ -> {}))
                    .isEqualTo(tally);
        }
    }

    @Test
    void rows_are_looked_at_without_changing_anything() {
        AdjustmentRun run = new AdjustmentRun(engine, ADA, TaskRunner.IN_TURN);
        Adjustment stranger =
                new Adjustment(
                        9,
                        "s",
                        new PlayerId(99),
                        new AdjustBalance(Currency.JOKERS, 1, "other: x"));

        assertThat(run.check(rows(), _ -> {})).isEmpty();
        assertThat(run.check(List.of(stranger, row(0, -1)), _ -> {}))
                .hasSize(2)
                .extracting(RowProblem::row)
                .containsExactly(2, 9);

        assertThat(jokers(0)).isZero();
        apply();
        assertThat(run.check(rows(), _ -> {})).isEmpty();
    }

    @Test
    void a_storage_that_is_away_ends_the_run_which_can_be_gone_on_with() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() ->
                        apply(
                                TaskRunner.IN_TURN,
                                envelope -> {
                                    if (calls.incrementAndGet() > 2) {
                                        throw new StorageUnavailableException("away");
                                    }
                                    return engine.execute(envelope);
                                }))
                .isInstanceOf(StorageUnavailableException.class);
        assertThat(calls).hasValue(3);

        assertThat(apply().applied()).isEqualTo(ROWS);

        assertEachOnce();
    }

    @Test
    void a_file_of_something_else_is_no_file_of_results() throws IOException {
        assertThat(AdjustmentResults.isBegun(results)).isFalse();
        AdjustmentResults.open(results, MARK).close();
        assertThat(AdjustmentResults.isBegun(results)).as("its first line alone").isFalse();
        for (String other : List.of("name,age\nann,7\n", "name,age\nann,7", "name,age")) {
            Files.writeString(results, other);
            assertThatThrownBy(() -> AdjustmentResults.open(results, MARK))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(results).as("left as it was").hasContent(other);
        }
        Files.writeString(
                results,
                "row,operation_id,player_id,result,detail,input\n2,r0,71,lost,," + MARK + "\n");
        assertThat(AdjustmentResults.isBegun(results)).isTrue();
        assertThatThrownBy(() -> AdjustmentResults.open(results, MARK))
                .isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> AdjustmentResults.open(directory.resolve("no/such"), MARK))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void results_of_other_rows_are_not_taken_for_those_of_these() throws IOException {
        apply();
        String before = Files.readString(results);

        assertThatThrownBy(() -> AdjustmentResults.open(results, "ba9876543210"))
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessageContaining("other rows");
        assertThat(results).hasContent(before);
    }
}
