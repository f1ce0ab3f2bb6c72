package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OperationsIT extends MySqlTestBase {
    private static final long DAY_LATER = Rows.AT + Operations.KEPT.toMillis();

    private void archive(List<StoredOperation> operations) {
        database.archive()
                .archive(
                        new ArchiveBatch(
                                1,
                                1,
                                "e" + Rows.newChange(),
                                "e",
                                Rows.AT,
                                1,
                                List.of("x"),
                                operations,
                                List.of()));
    }

    private void cleanAll(long nowMillis) {
        boolean more = true;
        while (more) {
            more = database.operations().clean(nowMillis);
        }
    }

    @Test
    void after_a_day_lasting_ones_lose_their_state_and_the_others_are_forgotten() {
        PlayerId player = Rows.newPlayer();
        OperationId soft = Rows.newOperation();
        OperationId hard = Rows.newOperation();
        StoredOperation lasting = Rows.operation(player, hard, 77, 2, true);
        archive(List.of(Rows.operation(player, soft, 76, 1, false), lasting));

        cleanAll(DAY_LATER - 1);
        assertThat(database.operations().find(player, soft)).isPresent();
        assertThat(database.operations().find(player, hard)).hasValue(lasting);

        cleanAll(DAY_LATER);
        assertThat(database.operations().find(player, soft)).isEmpty();
        StoredOperation kept = database.operations().find(player, hard).orElseThrow();
        assertThat(kept.state()).isNull();
        assertThat(kept.answer()).isEqualTo(lasting.answer());

        cleanAll(Long.MAX_VALUE);
        assertThat(database.operations().find(player, hard)).hasValue(kept);
    }

    @Test
    void cleaning_goes_in_steps_and_says_when_there_is_more() {
        PlayerId player = Rows.newPlayer();
        List<StoredOperation> many =
                new ArrayList<>(
                        IntStream.range(0, 700)
                                .mapToObj(i ->
                                        Rows.operation(player, Rows.newOperation(), i, 1, false))
                                .toList());
        archive(many);

        assertThat(database.operations().clean(DAY_LATER)).isTrue();
        cleanAll(DAY_LATER);

        assertThat(many).allMatch(each -> database.operations().find(player, each.id()).isEmpty());
    }

    @Test
    void an_answer_without_a_change_is_kept_too() {
        PlayerId player = Rows.newPlayer();
        StoredOperation refusal =
                new StoredOperation(
                        player, Rows.newOperation(), null, 0, "f", "{}", null, Rows.AT, false);
        archive(List.of(refusal));

        assertThat(database.operations().find(player, refusal.id())).hasValue(refusal);
    }
}
