package com.luckyfunatic.benchmarks.embedded;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs a task on several virtual threads. */
final class Concurrently {
    private Concurrently() {}

    /**
     * Runs {@code task} on {@code threads} virtual threads, each with its index, and waits for all.
     *
     * @throws IllegalStateException when one of them fails
     */
    static void run(int threads, IntConsumer task) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running =
                    IntStream.range(0, threads)
                            .mapToObj(index -> executor.submit(() -> task.accept(index)))
                            .toList();
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
