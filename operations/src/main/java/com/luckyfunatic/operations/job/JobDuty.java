package com.luckyfunatic.operations.job;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Which jobs are this process's to carry out. It only spares double work: a process that was paused
 * may still be at a job that is another's by now, and jobs may be run twice. Thread-safe.
 */
public interface JobDuty extends AutoCloseable {
    /**
     * Begins to apply for {@code jobs}: to be called once.
     *
     * @param taken is told the name of each that has become this process's, at once or later
     */
    void start(List<String> jobs, Consumer<String> taken);

    /**
     * Returns under which fence {@code job} is this process's, greater for every later owner; empty
     * when it is not.
     */
    OptionalLong fence(String job);

    /** Leaves the jobs to others, once no round of them is under way. Again is no error. */
    @Override
    void close();

    /** Returns the duty of a process that shares its storage with nobody. */
    static JobDuty alone() {
        return new JobDuty() {
            @Override
            public void start(List<String> jobs, Consumer<String> taken) {}

            @Override
            public OptionalLong fence(String job) {
                return OptionalLong.of(0);
            }

            @Override
            public void close() {}
        };
    }
}
