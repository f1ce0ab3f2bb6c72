package com.luckyfunatic.benchmarks.server;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How to start the server. */
public sealed interface ServerCommand {
    /** The command line. */
    List<String> line();

    /**
     * As a user does. The launcher becomes the server, so that its process id is the server's and
     * no signal is lost on the way.
     */
    record Launcher() implements ServerCommand {
        @Override
        public List<String> line() {
            return List.of(Path.of("funatic").toAbsolutePath().toString(), "serve");
        }
    }

    /**
     * With a lower priority than this process, so that a load generator on the same cores sends
     * when it means to. What the server starts itself has it too.
     */
    record Yielding(ServerCommand command) implements ServerCommand {
        private static final int NICENESS = 15;

        @Override
        public List<String> line() {
            List<String> line = new ArrayList<>(List.of("nice", "-n", Integer.toString(NICENESS)));
            line.addAll(command.line());
            return line;
        }
    }

    /**
     * From a directory of jars, with this process's own Java.
     *
     * @param first directories of classes that stand before the jars, and so replace theirs
     * @param options of the JVM, besides the usual ones
     */
    record Jars(Path directory, List<Path> first, List<String> options) implements ServerCommand {
        private static final int HEAP_MIB = 224;

        /** Copies the lists. */
        public Jars {
            first = List.copyOf(first);
            options = List.copyOf(options);
        }

        /** As the jars are. */
        public Jars(Path directory) {
            this(directory, List.of(), List.of());
        }

        @Override
        public List<String> line() {
            return JavaCommand.line(
                    HEAP_MIB,
                    options,
                    classPath(),
                    "com.luckyfunatic.server.Application",
                    List.of());
        }

        private String classPath() {
            StringBuilder path = new StringBuilder();
            first.forEach(each -> path.append(each.toAbsolutePath()).append(File.pathSeparator));
            return path.append(directory.toAbsolutePath()).append("/*").toString();
        }
    }
}
