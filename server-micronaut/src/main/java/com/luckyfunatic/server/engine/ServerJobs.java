package com.luckyfunatic.server.engine;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.JobRuns;
import com.luckyfunatic.operations.ProcessName;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.operations.job.EngineJobs;
import com.luckyfunatic.operations.job.Job;
import com.luckyfunatic.operations.job.JobDuty;
import com.luckyfunatic.operations.job.JobRunner;
import com.luckyfunatic.operations.job.JobRunsJson;
import com.luckyfunatic.operations.job.LeasedDuty;
import com.luckyfunatic.operations.job.SendTransfers;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.transfer.PlatformApi;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.memory.MemoryJobRuns;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's jobs in this server, unless the settings leave them to others: all of them where the
 * storage is this server's alone, else those that it gets before other processes do. Without a
 * platform in the settings nothing is sent there. Thread-safe.
 */
@Context
public final class ServerJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ServerJobs.class);
    private static final String NAME = ProcessName.of("server");

    /** How they went where nobody else does them. */
    private final JobRuns own = new MemoryJobRuns();

    private final JobRunner runner;
    private final boolean isShared;
    private final boolean enabled;

    ServerJobs(
            GameEngine engine,
            GameStorage storage,
            @Nullable PlatformApi platform,
            MeterRegistry registry,
            Settings settings) {
        AuditSealing sealing =
                AuditSealing.of(
                        settings.get(ServerSettings.AUDIT_KEY_FILE),
                        settings.get(ServerSettings.AUDIT_ANCHOR));
        sealing.warningOfSealing(settings.production()).ifPresent(LOG::warn);
        List<Job> jobs =
                new ArrayList<>(
                        EngineJobs.of(
                                registry, settings.get(ServerSettings.PRIZE_RUN_PAUSE), sealing));
        if (platform != null) {
            jobs.add(new SendTransfers(platform, registry));
        }
        runner =
                storage instanceof DistributedStorage shared
                        ? new JobRunner(
                                engine,
                                EngineJobs.onDistributed(jobs),
                                new LeasedDuty(shared.jobLeases(), NAME),
                                shared.jobRuns(),
                                NAME,
                                registry)
                        : new JobRunner(engine, jobs, JobDuty.alone(), own, NAME, registry);
        isShared = storage instanceof DistributedStorage;
        enabled = settings.get(ServerSettings.WORKERS);
        if (enabled) {
            runner.start();
        }
    }

    /** Runs a round of {@code job} soon, unless jobs are left to others. Cheap. */
    void runSoon(String job) {
        if (enabled) {
            runner.runSoon(job);
        }
    }

    /**
     * Returns how the last rounds went, as JSON, for the management port; null where processes
     * share the jobs, and the databases know it of all of them.
     */
    public @Nullable Supplier<String> told() {
        return isShared ? null : () -> JobRunsJson.write(own.last());
    }

    /** Returns whether this server runs them regularly. */
    boolean isRunning() {
        return enabled;
    }

    /**
     * Runs a round of {@code job} now, whatever the settings say.
     *
     * @return whether it did all there was to do
     */
    public boolean runNow(String job) {
        return runner.runNow(job);
    }

    /** Called before the storage closes. */
    @PreDestroy
    void stop() {
        runner.close();
    }
}
