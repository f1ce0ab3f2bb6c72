package com.luckyfunatic.engine.prize;

import java.util.List;

/**
 * Carries out tasks that do not depend on each other. Whoever embeds the engine decides about
 * threads, so the engine has this instead of an executor.
 */
@FunctionalInterface
public interface TaskRunner {
    /** One after the other, in the thread that calls. */
    TaskRunner IN_TURN = tasks -> tasks.forEach(Runnable::run);

    /**
     * Carries out {@code tasks}, in any order and as many at once as it likes, and returns when all
     * are done: what they have written can be read then.
     *
     * @param tasks some hundreds; what goes wrong with one is its own business, only an {@link
     *     Error} leaves it, and is thrown here
     */
    void runAll(List<? extends Runnable> tasks);
}
