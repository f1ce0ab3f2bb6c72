package com.luckyfunatic.worker;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.operations.ManagementServer;
import com.luckyfunatic.operations.ProcessName;
import com.luckyfunatic.operations.StorageMetrics;
import com.luckyfunatic.operations.StorageOptions;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.operations.content.ReleaseWatch;
import com.luckyfunatic.operations.job.EngineJobs;
import com.luckyfunatic.operations.job.Job;
import com.luckyfunatic.operations.job.JobRunner;
import com.luckyfunatic.operations.job.LeasedDuty;
import com.luckyfunatic.operations.job.SealAudit;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.distributed.JobKind;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs jobs on the distributed storage until the process is told to stop. */
@Command(
        name = "run",
        description = {
            "Runs all jobs, or those that are named, on the distributed storage until it is"
                + " stopped; ./funatic worker list says what they do. Any number of workers and"
                + " servers share them, and take over from one that died within 15 seconds. A"
                + " worker with names takes what is free of its jobs. Databases that cannot be"
                + " reached yet are waited for (FUNATIC_DATABASE_WAIT, 1m). In mode prod databases"
                + " that are not set up as the game needs it are refused.",
            "",
            "Transfers to the platform are sent by servers.",
            "",
            "On embedded storage the server runs the jobs, so this refuses."
        },
        footer = {
            "",
            "Examples:",
            "  funatic worker run --config server.yaml --metrics-port 9090",
            "  funatic worker run pay-prizes run-raffles --config server.yaml"
        },
        mixinStandardHelpOptions = true)
final class RunJobs implements Callable<Integer> {
    private static final int OFF = -1;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "JOB",
            arity = "0..*",
            description = "Which ones: ${COMPLETION-CANDIDATES}. Default: all.",
            completionCandidates = Jobs.Names.class)
    private List<String> names = List.of();

    @Mixin private StorageOptions options;

    @Mixin private GameOptions game;

    @Option(
            names = "--metrics-host",
            paramLabel = "HOST",
            defaultValue = "127.0.0.1",
            description =
                    "Address that /metrics and /healthz listen on; 0.0.0.0 is every address. Keep"
                            + " it away from the public network. Default: ${DEFAULT-VALUE}.")
    private String metricsHost;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            defaultValue = "8082",
            description =
                    "Port of /metrics and /healthz; 0 takes a free one, -1 offers none. Default:"
                            + " ${DEFAULT-VALUE}.")
    private int metricsPort;

    @SuppressWarnings("NullAway.Init")
    RunJobs() {}

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (!options.isDistributed()) {
            err.println(
                    "Embedded storage belongs to one process, and its server runs the jobs: start"
                            + " ./funatic serve. To run a single job while no server is running:"
                            + " ./funatic worker once JOB.");
            return Worker.UNAVAILABLE;
        }
        Chosen chosen = chosen();
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Thread hook = Thread.ofPlatform().unstarted(() -> stop(stopping, stopped));
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run(chosen, stopping);
        } catch (UnsafeDatabaseException e) {
            e.refusals().forEach(this::tell);
            return ExitCode.USAGE;
        } catch (StorageException | IOException e) {
            err.println(e.getMessage());
            return Worker.UNAVAILABLE;
        } finally {
            stopped.countDown();
        }
    }

    /** Keeps the process until what is under way is finished. */
    private static void stop(CountDownLatch stopping, CountDownLatch stopped) {
        stopping.countDown();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What this process works on. */
    private record Chosen(
            Catalog catalog,
            PrometheusMeterRegistry registry,
            List<Job> jobs,
            Set<JobKind> kinds) {}

    private Chosen chosen() {
        names.forEach(name -> Jobs.named(name, spec.commandLine()));
        AuditSealing sealing = game.sealing(options);
        if (isChosen(SealAudit.NAME)) {
            sealing.warningOfSealing(options.isProduction()).ifPresent(this::tell);
        }
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        List<Job> jobs =
                EngineJobs.onDistributed(
                        Jobs.engine(registry, game.prizeRunPause(options), sealing));
        return new Chosen(
                game.catalog(options),
                registry,
                jobs.stream().filter(job -> isChosen(job.name())).toList(),
                Arrays.stream(JobKind.values())
                        .filter(kind -> isChosen(kind.word()))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private boolean isChosen(String name) {
        return names.isEmpty() || names.contains(name);
    }

    private int run(Chosen chosen, CountDownLatch stopping)
            throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        String owner = ProcessName.of("worker");
        checkMetricsPort();
        try (DistributedStorage storage = open(stopping);
                ManagementServer metrics = metrics(chosen.registry());
                ReleaseWatch watch = game.engine(storage, chosen.catalog());
                JobRunner runner =
                        new JobRunner(
                                watch.engine(),
                                chosen.jobs(),
                                new LeasedDuty(storage.jobLeases(), owner),
                                storage.jobRuns(),
                                owner,
                                chosen.registry())) {
            StorageMetrics.bind(chosen.registry(), storage.workers(), storage.clock());
            storage.workers().start(owner, chosen.kinds());
            watch.start(chosen.registry());
            runner.start();
            out.println("working as " + owner);
            if (metrics != null) {
                out.println("metrics at port " + metrics.address().getPort());
            }
            out.flush();
            stopping.await();
            out.println("stopping: finishing what is under way");
            out.flush();
        }
        out.println("stopped");
        out.flush();
        return 0;
    }

    private DistributedStorage open(CountDownLatch stopping) {
        return options.databaseWait(this::tell).endedBy(stopping).open(this::openChecked);
    }

    private DistributedStorage openChecked() {
        DistributedStorage storage = options.openDistributed();
        try {
            List<String> refusals =
                    options.databaseCheck(spec.commandLine().getOut()::println, this::tell)
                            .refusals(storage.findings(InstantSource.system()));
            if (!refusals.isEmpty()) {
                throw new UnsafeDatabaseException(refusals);
            }
            return storage;
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** In production nobody works on databases that may lose what they were given. */
    private static final class UnsafeDatabaseException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final ArrayList<String> refusals;

        UnsafeDatabaseException(List<String> refusals) {
            this.refusals = new ArrayList<>(refusals);
        }

        List<String> refusals() {
            return refusals;
        }
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private @Nullable ManagementServer metrics(PrometheusMeterRegistry registry)
            throws IOException {
        return metricsPort == OFF
                ? null
                : ManagementServer.start(new InetSocketAddress(metricsHost, metricsPort), registry);
    }

    /** A taken port is told before the databases are waited for; nothing is served before. */
    private void checkMetricsPort() throws IOException {
        if (metricsPort == OFF) {
            return;
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(metricsHost, metricsPort));
        } catch (BindException e) {
            throw new IOException(
                    "cannot serve metrics at %s:%d (%s): another program may listen there; choose another port with --metrics-port, or none with --metrics-port=%d"
                            .formatted(metricsHost, metricsPort, e.getMessage(), OFF),
                    e);
        }
    }
}
