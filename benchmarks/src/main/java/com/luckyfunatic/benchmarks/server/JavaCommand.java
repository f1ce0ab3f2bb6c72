package com.luckyfunatic.benchmarks.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of programs that run on this process's own Java. */
public final class JavaCommand {
    private JavaCommand() {}

    /**
     * Returns a command line.
     *
     * @param heapMiB the most it may take
     * @param options of the JVM, besides the usual ones
     * @param classPath as the JVM takes it
     * @param program the name of its class
     * @param arguments of the program
     */
    public static List<String> line(
            int heapMiB,
            List<String> options,
            String classPath,
            String program,
            List<String> arguments) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add("--enable-native-access=ALL-UNNAMED");
        line.add("--sun-misc-unsafe-memory-access=allow");
        line.add("-XX:+UseSerialGC");
        line.add("-Xmx" + heapMiB + "m");
        line.addAll(options);
        line.addAll(List.of("-cp", classPath, program));
        line.addAll(arguments);
        return line;
    }
}
