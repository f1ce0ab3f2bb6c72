package com.luckyfunatic.engine.item;

import static com.luckyfunatic.engine.fixture.TestCatalog.SHARD;
import static com.luckyfunatic.engine.fixture.TestCatalog.TICKET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemEvent.ItemAdjusted;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemRulesTest {
    private static final ItemId NOTHING = new ItemId("nothing");

    static Stream<Row> adjustments() {
        return Stream.of(
                given("the first", 0, 1),
                given("up to the maximum", 2, 3),
                given("some fewer", 5, -4),
                given("down to none", 5, -5),
                given("fewer, of more than content allows now", 9, -1));
    }

    static Stream<Row> refusals() {
        return Stream.of(
                refused("unknown", NOTHING, 0, -1, new ItemRefusal.UnknownItem(NOTHING)),
                refused(
                        "one more than are held",
                        TICKET,
                        2,
                        -3,
                        new ItemRefusal.InsufficientItems(TICKET, 3, 2)),
                refused(
                        "as many fewer as there are numbers",
                        TICKET,
                        2,
                        -Integer.MAX_VALUE,
                        new ItemRefusal.InsufficientItems(TICKET, Integer.MAX_VALUE, 2)),
                refused(
                        "one beyond the maximum",
                        TICKET,
                        2,
                        4,
                        new ItemRefusal.ItemMaximumReached(TICKET, 5, 2)),
                refused(
                        "as many more as there are numbers",
                        TICKET,
                        2,
                        Integer.MAX_VALUE,
                        new ItemRefusal.ItemMaximumReached(TICKET, 5, 2)),
                refused(
                        "more, of more than content allows now",
                        TICKET,
                        9,
                        1,
                        new ItemRefusal.ItemMaximumReached(TICKET, 5, 9)));
    }

    @ParameterizedTest
    @MethodSource({"adjustments", "refusals"})
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MIN_VALUE})
    void nothing_and_what_has_no_opposite_are_no_adjustment(int delta) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdjustItem(TICKET, delta, "a reason"));
    }

    @Test
    void a_reason_is_given_in_at_most_200_characters() {
        assertThatIllegalArgumentException().isThrownBy(() -> new AdjustItem(TICKET, 1, " "));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AdjustItem(TICKET, 1, "r".repeat(201)));
        assertThatCode(() -> new AdjustItem(TICKET, 1, "r".repeat(200))).doesNotThrowAnyException();
    }

    @Test
    void items_stay_in_the_order_they_first_came() {
        ItemState items = ItemState.NONE.plus(TICKET, 1).plus(SHARD, 7).plus(TICKET, 2);

        assertThat(items.stacks())
                .containsExactly(new ItemStack(TICKET, 3), new ItemStack(SHARD, 7));
        assertThat(items.plus(TICKET, -3).stacks()).containsExactly(new ItemStack(SHARD, 7));
        assertThat(items.plus(TICKET, -3).plus(TICKET, 1).stacks())
                .containsExactly(new ItemStack(SHARD, 7), new ItemStack(TICKET, 1));
    }

    @Test
    void fewer_than_none_cannot_be_held() {
        assertThatIllegalArgumentException().isThrownBy(() -> ItemState.NONE.plus(TICKET, -1));
    }

    private static Row given(String name, int held, int delta) {
        return row(
                name,
                TICKET,
                held,
                delta,
                Row.accepted(Result.Done.DONE, new ItemAdjusted(TICKET, delta, "a reason")));
    }

    private static Row refused(String name, ItemId item, int held, int delta, ItemRefusal reason) {
        return row(name, item, held, delta, Row.refused(reason));
    }

    private static Row row(String name, ItemId item, int held, int delta, Decision expected) {
        Players player = Players.fresh();
        return Row.of(
                name,
                held == 0 ? player : player.item(item, held),
                new AdjustItem(item, delta, "a reason"),
                expected);
    }
}
