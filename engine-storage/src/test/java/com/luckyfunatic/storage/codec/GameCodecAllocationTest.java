package com.luckyfunatic.storage.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.tap.TapEvent;
import com.luckyfunatic.engine.tap.TapSequence;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Documents are written on virtual threads, each of which writes one or two and ends. */
class GameCodecAllocationTest {
    private static final int WARM_UP = 100;

    /** A buffer of Jackson's has 8000 bytes; the document and what writes it need far less. */
    private static final long BYTES_MAX = 6_000;

    private final GameCodec codec = new GameCodec();
    private final ChangeDocument change =
            GameCodecTest.change(
                    new TapEvent.Tapped(3, 9, 0, 1_000_000, 57_000, 3, new TapSequence(7, 1), 5));

    @Test
    void the_first_document_of_a_thread_needs_no_buffers_of_its_own() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            codec.write(change);
        }

        assertThat(inNewThread()).isBetween(1L, BYTES_MAX);
    }

    private long inNewThread() throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        FutureTask<Long> allocated =
                new FutureTask<>(() -> {
                    long before = threads.getCurrentThreadAllocatedBytes();
                    codec.write(change);
                    return threads.getCurrentThreadAllocatedBytes() - before;
                });
        Thread thread = new Thread(allocated);
        thread.start();
        thread.join();
        return allocated.get();
    }
}
