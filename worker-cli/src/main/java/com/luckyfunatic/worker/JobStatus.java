package com.luckyfunatic.worker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.storage.JobRun;
import com.luckyfunatic.operations.job.JobRunsJson;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a job is at the moment.
 *
 * @param owners the processes that do it, each with how many shares of it
 * @param run the last round that is over; null for none, and where it goes on all the time
 * @param lagMillis how long the oldest thing has waited; null where nobody knows
 */
record JobStatus(
        String name,
        SortedMap<String, Integer> owners,
        @Nullable JobRun run,
        @Nullable Long lagMillis) {
    private static final long MILLIS = 1_000;

    /** Returns all as one object. */
    static String json(List<JobStatus> jobs) {
        ObjectNode all = new ObjectMapper().createObjectNode();
        var array = all.putArray("jobs");
        for (JobStatus job : jobs) {
            ObjectNode node = array.addObject().put("name", job.name());
            var owners = node.putArray("owners");
            job.owners()
                    .forEach((owner, shares) ->
                            owners.addObject().put("owner", owner).put("shares", shares));
            JobRun run = job.run();
            if (run == null) {
                node.putNull("lastRun");
            } else {
                JobRunsJson.put(run, node.putObject("lastRun"));
            }
            node.put("lagMillis", job.lagMillis());
        }
        return all.toString();
    }

    /** Returns all as a table. */
    static String table(List<JobStatus> jobs, long nowMillis) {
        return heading()
                + jobs.stream().map(job -> job.row(nowMillis)).collect(Collectors.joining());
    }

    private static String heading() {
        return line("JOB", "OWNER", "LAST RUN", "TOOK", "DONE", "NEXT RUN", "LAG");
    }

    private static String line(Object... cells) {
        return "%-21s %-28s %-12s %8s %8s %-10s %8s".formatted(cells).stripTrailing()
                + System.lineSeparator();
    }

    private String row(long nowMillis) {
        String lag = lagMillis == null ? "-" : span(lagMillis);
        if (run == null) {
            return line(name, ownersText(), "-", "-", "-", "-", lag);
        }
        long next = run.nextAtMillis() - nowMillis;
        String row =
                line(
                        name,
                        ownersText(),
                        span(nowMillis - run.beganAtMillis()) + " ago",
                        span(run.tookMillis()),
                        run.done(),
                        next <= 0 ? "due" : "in " + span(next),
                        lag);
        return run.error() == null
                ? row
                : row
                        + "    failed: "
                        + run.error().replaceAll("\\s+", " ")
                        + System.lineSeparator();
    }

    /** Program and process of each, and how much it has of what is shared by several. */
    private String ownersText() {
        if (owners.isEmpty()) {
            return "nobody";
        }
        return owners.entrySet().stream()
                .map(each -> shortName(each, owners.size() > 1))
                .collect(Collectors.joining(", "));
    }

    private static String shortName(Map.Entry<String, Integer> owner, boolean isShared) {
        String[] words = owner.getKey().split(" ", 3);
        String name = words.length < 2 ? words[0] : words[0] + " " + words[1];
        return isShared ? name + " (" + owner.getValue() + ")" : name;
    }

    private static String span(long millis) {
        Duration span = Duration.ofMillis(Math.max(0, millis));
        if (span.toMillis() < MILLIS) {
            return span.toMillis() + " ms";
        }
        if (span.toMinutes() == 0) {
            return span.toSeconds() + " s";
        }
        return span.toHours() == 0 ? span.toMinutes() + " min" : span.toHours() + " h";
    }
}
