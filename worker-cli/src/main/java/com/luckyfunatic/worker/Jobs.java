package com.luckyfunatic.worker;

import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.operations.job.EngineJobs;
import com.luckyfunatic.operations.job.Job;
import com.luckyfunatic.storage.distributed.JobKind;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Every job there is. */
final class Jobs {
    private Jobs() {}

    /** Returns them in the order they are listed. */
    static List<WorkerJob> all() {
        return all(AuditSealing.PLAIN);
    }

    private static List<WorkerJob> all(AuditSealing sealing) {
        List<WorkerJob> all = new ArrayList<>();
        engine(new SimpleMeterRegistry(), EngineJobs.PRIZE_RUN_PAUSE, sealing)
                .forEach(job -> all.add(new EngineJob(job)));
        all.add(new WriteSnapshots());
        Arrays.stream(JobKind.values())
                // These have been listed: they are for any storage.
                .filter(kind -> kind != JobKind.SETTLE_STOCK && kind != JobKind.WRITE_SNAPSHOTS)
                .forEach(kind -> all.add(new DistributedJob(kind)));
        return List.copyOf(all);
    }

    /** Returns those of the engine, which count in {@code registry}. */
    static List<Job> engine(MeterRegistry registry, Duration prizeRunPause, AuditSealing sealing) {
        return EngineJobs.of(registry, prizeRunPause, sealing);
    }

    /**
     * Returns the job {@code name}.
     *
     * @throws ParameterException about {@code command} when there is none
     */
    static WorkerJob named(String name, CommandLine command) {
        return named(name, AuditSealing.PLAIN, command);
    }

    /** Returns the same, which seals as {@code sealing} says, should it seal the audit. */
    static WorkerJob named(String name, AuditSealing sealing, CommandLine command) {
        return all(sealing).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new ParameterException(
                                command,
                                "There is no job '"
                                        + name
                                        + "'. Jobs: "
                                        + String.join(", ", names())));
    }

    /** The names, for help and completion. */
    static final class Names implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return names().iterator();
        }
    }

    /** Returns the names of all jobs. */
    static List<String> names() {
        return all().stream().map(WorkerJob::name).toList();
    }
}
