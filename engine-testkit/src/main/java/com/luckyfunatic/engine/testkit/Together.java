package com.luckyfunatic.engine.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Releases many virtual threads at once. */
public final class Together {
    private Together() {}

    /**
     * Runs {@code task} {@code times} times at once, each on a virtual thread of its own, and
     * returns what they gave, by their number.
     *
     * @throws AssertionError when one of them throws, with it as the cause
     */
    public static <T> List<T> run(int times, IntFunction<T> task) {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<T>> running = new ArrayList<>(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < times; i++) {
                int number = i;
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return task.apply(number);
                        }));
            }
            start.countDown();
        }
        return running.stream().map(Together::result).toList();
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new AssertionError("one of the threads failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting for the threads", e);
        }
    }
}
