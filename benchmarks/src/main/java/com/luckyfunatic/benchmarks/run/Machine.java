package com.luckyfunatic.benchmarks.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where and on what a run took place. What cannot be found out is "unknown" or 0.
 *
 * @param os name, version and architecture
 * @param cpu the processor's name
 * @param cores processors that the JVM may use
 * @param memoryMiB memory of the machine
 * @param jdk vendor and version
 * @param jvmArguments options of the benchmark's own JVM
 * @param commit what is checked out
 * @param changed whether tracked files differ from that commit
 * @param loadAverage runnable threads of the machine in the last minute, before the run
 */
public record Machine(
        String os,
        String cpu,
        int cores,
        long memoryMiB,
        String jdk,
        List<String> jvmArguments,
        String commit,
        boolean changed,
        double loadAverage) {

    /** Looks at this machine. */
    public static Machine current() {
        var system =
                ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class);
        return new Machine(
                "%s %s %s"
                        .formatted(
                                System.getProperty("os.name"),
                                System.getProperty("os.version"),
                                System.getProperty("os.arch")),
                cpuName(),
                Runtime.getRuntime().availableProcessors(),
                system.getTotalMemorySize() >> 20,
                System.getProperty("java.vm.vendor") + " " + Runtime.version(),
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                git("rev-parse", "--short=12", "HEAD"),
                !git("status", "--porcelain", "--untracked-files=no").isEmpty(),
                system.getSystemLoadAverage());
    }

    private static String cpuName() {
        Path cpus = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(cpus)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(cpus)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static String git(String... arguments) {
        List<String> command = Stream.concat(Stream.of("git"), Stream.of(arguments)).toList();
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? out.strip() : "unknown";
        } catch (IOException e) {
            return "unknown";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "unknown";
        }
    }
}
