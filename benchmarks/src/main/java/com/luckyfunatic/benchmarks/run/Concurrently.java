package com.luckyfunatic.benchmarks.run;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Runs a task on several virtual threads. */
public final class Concurrently {
    private Concurrently() {}

    /**
     * Runs {@code task} on {@code threads} virtual threads, each with its index, and waits for all.
     *
     * @throws IllegalStateException when one of them fails
     */
    public static void run(int threads, IntConsumer task) {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> running =
                    IntStream.range(0, threads)
                            .mapToObj(index -> executor.submit(() -> task.accept(index)))
                            .toList();
            running.forEach(Concurrently::await);
        }
    }

    /** Does {@code action} for each item, a few at a time. */
    public static <T> void forEach(List<T> items, int threads, Consumer<T> action) {
        AtomicInteger next = new AtomicInteger();
        run(
                threads,
                _ -> {
                    for (int i = next.getAndIncrement();
                            i < items.size();
                            i = next.getAndIncrement()) {
                        action.accept(items.get(i));
                    }
                });
    }

    /** Returns what {@code function} makes of each item, in order, a few at a time. */
    public static <T, R> List<R> map(List<T> items, int threads, Function<T, R> function) {
        AtomicReferenceArray<R> results = new AtomicReferenceArray<>(items.size());
        List<Integer> indexes = IntStream.range(0, items.size()).boxed().toList();
        forEach(indexes, threads, i -> results.set(i, function.apply(items.get(i))));
        return indexes.stream().map(results::get).toList();
    }

    /**
     * Waits for a task.
     *
     * @throws IllegalStateException when it failed
     */
    public static void await(Future<?> task) {
        try {
            task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a task failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
