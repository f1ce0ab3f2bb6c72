package com.luckyfunatic.benchmarks.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start a worker that does every job. */
public sealed interface WorkerCommand {
    /** Nobody asks for its figures. */
    List<String> RUN = List.of("run", "--metrics-port", "-1");

    /** The command line. */
    List<String> line();

    /** As a user does. The launcher becomes the worker, so that its process id is the worker's. */
    record Launcher() implements WorkerCommand {
        @Override
        public List<String> line() {
            List<String> line = new ArrayList<>();
            line.add(Path.of("funatic").toAbsolutePath().toString());
            line.add("worker");
            line.addAll(RUN);
            return line;
        }
    }

    /**
     * From a directory of jars, with this process's own Java.
     *
     * @param options of the JVM, besides the usual ones
     */
    record Jars(Path directory, List<String> options) implements WorkerCommand {
        private static final int HEAP_MIB = 160;

        /** Copies the list. */
        public Jars {
            options = List.copyOf(options);
        }

        @Override
        public List<String> line() {
            return JavaCommand.line(
                    HEAP_MIB,
                    options,
                    directory.toAbsolutePath() + "/*",
                    "com.luckyfunatic.worker.Worker",
                    RUN);
        }
    }
}
