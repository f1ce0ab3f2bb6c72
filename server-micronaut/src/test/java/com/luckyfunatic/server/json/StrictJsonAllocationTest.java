package com.luckyfunatic.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Answers are written on virtual threads, each of which writes one and ends. */
class StrictJsonAllocationTest {
    private static final int WARM_UP = 100;

    /** A buffer of Jackson's has 8000 bytes; what writes an answer needs far less. */
    private static final long BYTES_MAX = 6_000;

    private final ObjectMapper json = StrictJson.mapper();

    @Test
    void the_first_answer_of_a_thread_needs_no_buffers_of_its_own() throws Exception {
        Map<String, String> answer = Map.of("name", "Ada");
        for (int i = 0; i < WARM_UP; i++) {
            json.writeValue(OutputStream.nullOutputStream(), answer);
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        FutureTask<Long> allocated =
                new FutureTask<>(() -> {
                    long before = threads.getCurrentThreadAllocatedBytes();
                    json.writeValue(OutputStream.nullOutputStream(), answer);
                    return threads.getCurrentThreadAllocatedBytes() - before;
                });
        Thread thread = new Thread(allocated);
        thread.start();
        thread.join();

        assertThat(allocated.get()).isBetween(1L, BYTES_MAX);
    }
}
