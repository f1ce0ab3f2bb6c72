package com.luckyfunatic.benchmarks.http;

import com.luckyfunatic.benchmarks.run.ProcessCpu;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs a plan: sends the load and gathers what was measured. */
public final class LoadRun {

    private LoadRun() {}

    /**
     * Runs a plan against a server that is already listening. Blocks until the run is over.
     *
     * @param players whom to spread the requests over, at least one for each connection; each goes
     *     on with its own tap sequence
     * @param serverCpuNanos CPU time that the server has used so far
     */
    public static LoadReport run(LoadPlan plan, List<Player> players, LongSupplier serverCpuNanos) {
        if (players.size() < plan.connections()) {
            throw new IllegalArgumentException(
                    "Each of the "
                            + plan.connections()
                            + " connections needs a player of its own, there are "
                            + players.size());
        }
        String startedAt = Instant.now().toString();
        RunClock clock = new RunClock(plan);
        CpuMeter generatorCpu = new CpuMeter(clock, ProcessCpu::nanos);
        CpuMeter serverCpu = new CpuMeter(clock, serverCpuNanos);
        List<Measurements> perThread =
                Stream.generate(Measurements::new).limit(plan.threads()).toList();
        List<VirtualUser> users =
                IntStream.range(0, plan.connections())
                        .mapToObj(index ->
                                new VirtualUser(
                                        index,
                                        plan,
                                        clock,
                                        players,
                                        perThread.get(index % plan.threads())))
                        .toList();
        new HyperfoilRun(plan, users).run();
        Measurements merged = new Measurements();
        perThread.forEach(merged::add);
        Measurement total = merged.total();
        // A run without any connection has not started its clock, which the meters wait for.
        clock.startNanos();
        return report(
                plan,
                new LoadReport.Environment(startedAt, HyperfoilRun.version(), players.size()),
                clock,
                merged,
                new LoadReport.Cpu(
                        generatorCpu.microsPer(total.completed()),
                        serverCpu.microsPer(total.completed())));
    }

    private static LoadReport report(
            LoadPlan plan,
            LoadReport.Environment environment,
            RunClock clock,
            Measurements measurements,
            LoadReport.Cpu cpu) {
        Measurement total = measurements.total();
        long begin = clock.startNanos() + clock.warmupNanos();
        long end = Math.max(begin + clock.durationNanos(), total.lastEndNanos());
        double elapsedSeconds = (end - begin) / 1e9;
        Map<String, RequestStatistics> statistics = new TreeMap<>();
        measurements.forEachUsed((kind, measurement) ->
                statistics.put(kind.label(), RequestStatistics.of(measurement, elapsedSeconds)));
        return new LoadReport(
                environment,
                LoadReport.Settings.of(plan),
                elapsedSeconds,
                notSent(plan, total.completed()),
                cpu,
                RequestStatistics.of(total, elapsedSeconds),
                statistics);
    }

    private static long notSent(LoadPlan plan, long completed) {
        return switch (plan.arrival()) {
            case Arrival.Closed() -> 0;
            case Arrival.Planned planned ->
                    Math.max(0, planned.arrivals(plan.warmup(), plan.duration()) - completed);
        };
    }
}
