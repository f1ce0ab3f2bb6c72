package com.luckyfunatic.storage.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeRingTest {
    @Test
    void an_empty_ring_has_no_changes() {
        var ring = new ChangeRing(10);

        assertThat(ring.lastSequence()).isZero();
        assertThat(ring.page(Long.MAX_VALUE, 5)).isEqualTo(new Page<>(List.of(), false));
    }

    /** Bounds at, below and above the capacities that the ring grows through. */
    @ParameterizedTest(name = "{1} changes, {0} kept")
    @CsvSource({
        "1, 1",
        "1, 5",
        "7, 6",
        "7, 7",
        "7, 8",
        "8, 30",
        "9, 9",
        "10, 10",
        "10, 11",
        "10, 19",
        "10, 20",
        "10, 21",
        "100, 16",
        "100, 17",
        "100, 250"
    })
    void it_keeps_the_latest_changes_up_to_its_bound(int bound, int changes) {
        ChangeRing ring = ring(bound, changes);
        long first = Math.max(1, changes - bound + 1);

        assertThat(ring.lastSequence()).isEqualTo(changes);
        assertThat(sequences(ring.page(Long.MAX_VALUE, 100)))
                .containsExactlyElementsOf(
                        LongStream.iterate(changes, s -> s >= first, s -> s - 1).boxed().toList());
    }

    @Test
    void a_page_ends_where_the_kept_changes_end() {
        ChangeRing ring = ring(10, 25);

        assertThat(sequences(ring.page(20, 3))).containsExactly(19L, 18L, 17L);
        assertThat(ring.page(20, 3).hasMore()).isTrue();
        assertThat(sequences(ring.page(18, 3))).containsExactly(17L, 16L);
        assertThat(ring.page(18, 3).hasMore()).isFalse();
        assertThat(sequences(ring.page(17, 1))).containsExactly(16L);
        assertThat(ring.page(16, 3).items()).isEmpty();
        assertThat(ring.page(3, 3).items()).isEmpty();
        assertThat(ring.page(Long.MIN_VALUE, 3).hasMore()).isFalse();
    }

    private static List<Long> sequences(Page<StateChange> page) {
        return page.items().stream().map(StateChange::sequence).toList();
    }

    private static ChangeRing ring(int bound, int changes) {
        var ring = new ChangeRing(bound);
        for (int i = 1; i <= changes; i++) {
            ring.add(change(i));
        }
        return ring;
    }

    private static StateChange change(long sequence) {
        return new StateChange(
                sequence,
                new PlayerId(1),
                sequence,
                0,
                "Tap",
                null,
                Actor.Player.SELF,
                "test",
                Durability.SOFT,
                List.of(),
                new Wallet(0, 0, 0));
    }
}
