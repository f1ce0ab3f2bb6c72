package com.luckyfunatic.operations;

import com.luckyfunatic.engine.prize.TaskRunner;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/** Carries out tasks of the engine in threads of a program. Thread-safe. */
public final class ConcurrentTasks implements TaskRunner {
    private final Executor executor;

    /** Carries them out in {@code executor}, which says how many there are at once. */
    public ConcurrentTasks(Executor executor) {
        this.executor = executor;
    }

    @Override
    public void runAll(List<? extends Runnable> tasks) {
        List<FutureTask<Boolean>> started =
                tasks.stream().map(task -> new FutureTask<>(task, true)).toList();
        started.forEach(executor::execute);
        started.forEach(ConcurrentTasks::await);
    }

    private static void await(FutureTask<Boolean> task) {
        try {
            var _ = task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while tasks were carried out", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException failure -> throw failure;
                case null, default -> throw new IllegalStateException("a task failed", e);
            }
        }
    }
}
