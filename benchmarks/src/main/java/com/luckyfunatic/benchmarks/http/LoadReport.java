package com.luckyfunatic.benchmarks.http;

import java.util.Locale;
import java.util.Map;

/**
 * The result of a run, written as JSON. Immutable.
 *
 * @param environment what it went with
 * @param settings what was run
 * @param elapsedSeconds from the begin of the measurement to its end, or to the last answer when
 *     that came later
 * @param notSent open loop only: requests whose time came but that could not be sent before the run
 *     was cut off; when there are any, the latencies are too good
 * @param cpu CPU time per request
 * @param total all requests
 * @param byKind the same for each kind of request
 */
public record LoadReport(
        Environment environment,
        Settings settings,
        double elapsedSeconds,
        long notSent,
        Cpu cpu,
        RequestStatistics total,
        Map<String, RequestStatistics> byKind) {

    /**
     * What the run went with.
     *
     * @param startedAt ISO-8601 instant
     * @param hyperfoil version of the load generator
     */
    public record Environment(String startedAt, String hyperfoil, int players) {}

    /** CPU time per request of generator and server, microseconds. */
    public record Cpu(double generatorMicros, double serverMicros) {}

    /**
     * What was run.
     *
     * @param requestsPerSecond the rate asked for, before a surge if there is one; 0 in a closed
     *     loop
     */
    public record Settings(
            String url,
            String scenario,
            String mode,
            double requestsPerSecond,
            int connections,
            int threads,
            double warmupSeconds,
            double durationSeconds) {

        static Settings of(LoadPlan plan) {
            return new Settings(
                    plan.url().toString(),
                    plan.scenario().label(),
                    mode(plan.arrival()),
                    requestsPerSecond(plan.arrival()),
                    plan.connections(),
                    plan.threads(),
                    plan.warmup().toMillis() / 1e3,
                    plan.duration().toMillis() / 1e3);
        }

        private static String mode(Arrival arrival) {
            return switch (arrival) {
                case Arrival.Closed _ -> "closed";
                case Arrival.Open _ -> "open";
                case Arrival.Surge _ -> "surge";
            };
        }

        private static double requestsPerSecond(Arrival arrival) {
            return switch (arrival) {
                case Arrival.Closed _ -> 0;
                case Arrival.Open open -> open.requestsPerSecond();
                case Arrival.Surge surge -> surge.calmPerSecond();
            };
        }
    }

    /** Whether there were requests, and each was sent and answered with a 2xx status. */
    public boolean isClean() {
        return total.requests() > 0
                && notSent == 0
                && total.failed() == 0
                && total.statuses().keySet().stream().allMatch(status -> status / 100 == 2);
    }

    /** One line per kind of request, for the terminal. */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s, %s%s, %d connections, %d players, %.0f s; CPU µs per request: server"
                                + " %.1f, generator %.1f%s%n",
                        settings.scenario(),
                        settings.mode(),
                        settings.requestsPerSecond() > 0
                                ? " " + settings.requestsPerSecond() + "/s"
                                : "",
                        settings.connections(),
                        environment.players(),
                        settings.durationSeconds(),
                        cpu.serverMicros(),
                        cpu.generatorMicros(),
                        notSent > 0 ? "; SATURATED, " + notSent + " not sent" : ""));
        text.append(
                String.format(
                        "%-11s %10s %9s %9s %9s %9s %9s  %s%n",
                        "", "requests/s", "p50 ms", "p90", "p99", "p99.9", "max", "answers"));
        byKind.forEach((kind, statistics) -> text.append(statistics.toLine(kind)));
        if (byKind.size() > 1) {
            text.append(total.toLine("total"));
        }
        return text.toString();
    }
}
