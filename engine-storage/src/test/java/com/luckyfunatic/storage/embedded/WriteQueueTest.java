package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Which writes share a transaction. */
class WriteQueueTest {
    private final Queue<Integer> comeMeanwhile = new ArrayDeque<>();
    private int moments;
    private final WriteQueue queue = new WriteQueue(this::moment);

    private void moment() {
        moments++;
        add(comeMeanwhile.isEmpty() ? 0 : comeMeanwhile.remove());
    }

    private void add(int writes) {
        for (int i = 0; i < writes; i++) {
            queue.add(Write.nothing());
        }
    }

    private int take() throws InterruptedException {
        return queue.take(0).size();
    }

    @Test
    void a_single_caller_never_waits() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            add(1);
            assertThat(take()).isOne();
        }
        assertThat(moments).isZero();
    }

    @Test
    void when_fewer_wait_than_last_time_the_others_are_waited_for_once()
            throws InterruptedException {
        add(64);
        assertThat(take()).isEqualTo(64);

        add(3);
        comeMeanwhile.add(50);
        assertThat(take()).isEqualTo(53);
        assertThat(moments).isOne();
    }

    @Test
    void as_many_as_last_time_are_not_kept_waiting() throws InterruptedException {
        add(10);
        assertThat(take()).isEqualTo(10);
        add(10);
        assertThat(take()).isEqualTo(10);
        assertThat(moments).isZero();
    }

    @Test
    void when_the_others_stay_away_there_is_one_wait_and_no_more() throws InterruptedException {
        add(64);
        assertThat(take()).isEqualTo(64);
        for (int i = 0; i < 5; i++) {
            add(1);
            assertThat(take()).isOne();
        }
        assertThat(moments).isOne();
    }

    @Test
    void nobody_waits_for_more_than_a_transaction_takes() throws InterruptedException {
        add(5_000);

        assertThat(take()).isEqualTo(2_048);
        assertThat(queue.size()).isEqualTo(5_000 - 2_048);
        assertThat(take()).isEqualTo(2_048);
        assertThat(take()).isEqualTo(5_000 - 2 * 2_048);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(take()).isZero();
    }
}
