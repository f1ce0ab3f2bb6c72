package com.luckyfunatic.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import java.io.IOException;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the JMH benchmarks of one package, with allocations, and keeps JMH's own JSON. */
final class JmhRun {
    /** The file JMH writes. */
    static final String FILE = "jmh.json";

    private JmhRun() {}

    /** Runs the benchmarks of the package {@code name} below this one. */
    static void run(String name, RunOptions options) throws IOException, RunnerException {
        RunDirectory directory = options.start(name);
        ChainedOptionsBuilder jmh =
                new OptionsBuilder()
                        .include("\\Q" + JmhRun.class.getPackageName() + "." + name + ".\\E")
                        .addProfiler(GCProfiler.class)
                        .shouldFailOnError(true)
                        .resultFormat(ResultFormatType.JSON)
                        .result(directory.file(FILE).toString());
        if (options.quick()) {
            jmh.forks(1)
                    .warmupIterations(1)
                    .warmupTime(TimeValue.milliseconds(300))
                    .measurementIterations(1)
                    .measurementTime(TimeValue.milliseconds(300));
        }
        new Runner(jmh.build()).run();
        removeJvmPath(directory);
        System.out.println("raw results: " + directory);
    }

    /** Where the JDK lies on a machine is nobody's business; its version stands beside it. */
    private static void removeJvmPath(RunDirectory directory) throws IOException {
        JsonNode results = new ObjectMapper().readTree(directory.file(FILE).toFile());
        results.forEach(result -> ((ObjectNode) result).remove("jvm"));
        directory.write(FILE, results);
    }
}
