package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.Together;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DrainBufferTest {
    @Test
    void room_is_taken_until_it_is_given_back() {
        DrainBuffer buffer = new DrainBuffer(10);
        try (DrainBuffer.Room _ = buffer.take(4);
                DrainBuffer.Room _ = buffer.take(6)) {
            assertThat(buffer.held()).isEqualTo(10);
        }
        assertThat(buffer.held()).isZero();
    }

    @Test
    void whoever_wants_more_than_there_is_gets_all() {
        DrainBuffer buffer = new DrainBuffer(10);
        try (DrainBuffer.Room _ = buffer.take(11)) {
            assertThat(buffer.held()).isEqualTo(10);
        }
        assertThat(buffer.held()).isZero();
    }

    @Test
    void all_together_never_hold_more_than_its_size() {
        DrainBuffer buffer = new DrainBuffer(100);
        AtomicInteger held = new AtomicInteger();
        var most =
                Together.run(
                        40,
                        i -> {
                            int wanted = 20 + i;
                            int greatest = 0;
                            for (int round = 0; round < 200; round++) {
                                try (DrainBuffer.Room _ = buffer.take(wanted)) {
                                    greatest = Math.max(greatest, held.addAndGet(wanted));
                                    Thread.onSpinWait();
                                    held.addAndGet(-wanted);
                                }
                            }
                            return greatest;
                        });

        assertThat(most).hasSize(40).allMatch(each -> each <= 100);
        assertThat(buffer.held()).isZero();
    }
}
