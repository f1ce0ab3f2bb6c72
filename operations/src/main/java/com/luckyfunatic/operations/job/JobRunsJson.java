package com.luckyfunatic.operations.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.storage.JobRun;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The last rounds of jobs as the management port tells them, and as they are read from there. */
public final class JobRunsJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JobRunsJson() {}

    /** Returns {@code runs} as one object. */
    public static String write(List<JobRun> runs) {
        ObjectNode all = JSON.createObjectNode();
        var jobs = all.putArray("jobs");
        for (JobRun run : runs) {
            put(run, jobs.addObject().put("name", run.job()));
        }
        return all.toString();
    }

    /** Tells {@code run} in {@code node}, but for the name of its job. */
    public static void put(JobRun run, ObjectNode node) {
        node.put("owner", run.owner())
                .put("fence", run.fence())
                .put("beganAt", Instant.ofEpochMilli(run.beganAtMillis()).toString())
                .put("tookMillis", run.tookMillis())
                .put("done", run.done())
                .put("error", run.error())
                .put("nextAt", Instant.ofEpochMilli(run.nextAtMillis()).toString());
    }

    /**
     * Returns what {@link #write} has written.
     *
     * @throws IllegalArgumentException when {@code text} is something else
     */
    public static List<JobRun> read(String text) {
        try {
            List<JobRun> runs = new ArrayList<>();
            JsonNode jobs = JSON.readTree(text).path("jobs");
            if (!jobs.isArray()) {
                throw new IllegalArgumentException("there is no list of jobs");
            }
            for (JsonNode job : jobs) {
                runs.add(
                        new JobRun(
                                job.path("name").asText(),
                                job.path("owner").asText(),
                                job.path("fence").asLong(),
                                Instant.parse(job.path("beganAt").asText()).toEpochMilli(),
                                job.path("tookMillis").asLong(),
                                job.path("done").asLong(),
                                job.path("error").textValue(),
                                Instant.parse(job.path("nextAt").asText()).toEpochMilli()));
            }
            return runs;
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException("these are no rounds of jobs", e);
        }
    }
}
