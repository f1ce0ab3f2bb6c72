package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.OperatorActions;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StorageConflictException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every record of what operators asked for does. */
public abstract class OperatorActionsContract extends StorageContract {
    private static final long AT = 1_790_000_000_123L;

    /** Of this test alone: the store may be shared, and nothing is ever deleted. */
    private long first;

    private OperatorName operator = new OperatorName("nobody");
    private PlayerId player = new PlayerId(1);

    /** The same object may run all tests. */
    @BeforeEach
    public void chooseNames() {
        first = ThreadLocalRandom.current().nextLong(1, 1L << 62);
        operator = new OperatorName("t" + first);
        player = new PlayerId(first);
    }

    @Test
    public void an_entry_is_kept_whole() {
        long id = first;
        for (ActionOutcome outcome : ActionOutcome.values()) {
            id++;
            OperatorAction full =
                    new OperatorAction(
                            id,
                            operator,
                            AT,
                            "a".repeat(OperatorAction.WORD_LENGTH_MAX),
                            player,
                            "r".repeat(OperatorAction.REFERENCE_LENGTH_MAX),
                            outcome,
                            "\u0434".repeat(OperatorAction.DETAIL_LENGTH_MAX));
            actions().append(full);
            assertThat(actions().of(operator, Long.MAX_VALUE, 1).items()).containsExactly(full);
        }
        OperatorAction bare = action(first + 9, operator, null);
        actions().append(bare);

        assertThat(actions().of(operator, Long.MAX_VALUE, 1).items()).containsExactly(bare);
        assertThat(actions().latest(first + 10, 1).items()).containsExactly(bare);
    }

    @Test
    public void the_same_again_is_no_error() {
        OperatorAction action = action(first, operator, player);
        actions().append(action);

        actions().append(action);

        assertThat(all((before, limit) -> actions().of(operator, before, limit)))
                .containsExactly(action);
    }

    @Test
    public void another_entry_under_the_same_id_is_refused_and_the_first_stays() {
        OperatorAction action = action(first, operator, player);
        actions().append(action);

        assertThatThrownBy(() -> actions().append(action(first, operator, null)))
                .isInstanceOf(StorageConflictException.class);

        assertThat(all((before, limit) -> actions().of(operator, before, limit)))
                .containsExactly(action);
    }

    @Test
    public void entries_are_told_latest_first_by_pages() {
        List<OperatorAction> appended =
                LongStream.range(0, 7)
                        .mapToObj(i -> action(first + i, operator, i % 2 == 0 ? player : null))
                        .toList();
        appended.forEach(actions()::append);

        assertThat(all((before, limit) -> actions().of(operator, before, limit)))
                .containsExactlyElementsOf(appended.reversed());
        Page<OperatorAction> page = actions().latest(first + 7, 3);
        assertThat(page.items()).containsExactlyElementsOf(appended.subList(4, 7).reversed());
        assertThat(page.hasMore()).isTrue();
        assertThat(actions().of(operator, first, 3).items()).isEmpty();
    }

    @Test
    public void entries_are_found_by_operator() {
        OperatorName other = new OperatorName(operator.value() + "-b");
        actions().append(action(first, operator, player));
        actions().append(action(first + 1, other, player));

        assertThat(actions().of(operator, Long.MAX_VALUE, 10).items())
                .containsExactly(action(first, operator, player));
        assertThat(actions().of(other, Long.MAX_VALUE, 10).items())
                .containsExactly(action(first + 1, other, player));
    }

    @Test
    public void entries_are_found_by_player() {
        PlayerId other = new PlayerId(player.value() + 1);
        actions().append(action(first, operator, player));
        actions().append(action(first + 1, operator, other));
        actions().append(action(first + 2, operator, null));

        assertThat(actions().about(player, Long.MAX_VALUE, 10).items())
                .containsExactly(action(first, operator, player));
        assertThat(actions().about(other, Long.MAX_VALUE, 10).items())
                .containsExactly(action(first + 1, operator, other));
    }

    @Test
    public void a_page_has_bounds() {
        for (int limit : new int[] {0, Page.LIMIT_MAX + 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> actions().latest(Long.MAX_VALUE, limit));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> actions().of(operator, Long.MAX_VALUE, limit));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> actions().about(player, Long.MAX_VALUE, limit));
        }
    }

    private static List<OperatorAction> all(BiFunction<Long, Integer, Page<OperatorAction>> pages) {
        List<OperatorAction> all = new ArrayList<>();
        long before = Long.MAX_VALUE;
        Page<OperatorAction> page;
        do {
            page = pages.apply(before, 3);
            all.addAll(page.items());
            before = page.items().isEmpty() ? 0 : page.items().getLast().id();
        } while (page.hasMore());
        return all;
    }

    private static OperatorAction action(long id, OperatorName by, @Nullable PlayerId about) {
        return new OperatorAction(id, by, AT, "read", about, null, ActionOutcome.DONE, "");
    }

    private OperatorActions actions() {
        return storage().operatorActions();
    }
}
