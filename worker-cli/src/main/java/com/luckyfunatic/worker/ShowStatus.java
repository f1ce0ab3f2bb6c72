package com.luckyfunatic.worker;

import com.luckyfunatic.engine.storage.JobRun;
import com.luckyfunatic.engine.storage.StorageException;
import com.luckyfunatic.operations.StorageOptions;
import com.luckyfunatic.operations.job.JobRunsJson;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.distributed.JobKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows who does each job, and how its last round went. */
@Command(
        name = "status",
        description = {
            "Shows of each job who does it, its last round (when it began, how long it took, how"
                + " many things were done, why it failed), when the next one is to begin, and the"
                + " lag: of drain-journals how old the oldest change is that is not archived, of"
                + " others how late the next round is.",
            "",
            "On distributed storage it asks the databases, on embedded storage the management"
                    + " port of the server. What goes on all the time has no rounds."
        },
        footer = {
            "",
            "Examples:",
            "  funatic worker status --config server.yaml",
            "  funatic worker status --json --management-url http://127.0.0.1:8081"
        },
        mixinStandardHelpOptions = true)
final class ShowStatus implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Spec private CommandSpec spec;

    @Mixin private StorageOptions options;

    @Option(names = "--json", description = "Show one JSON object in place of a table.")
    private boolean json;

    @Option(
            names = "--management-url",
            paramLabel = "URL",
            description =
                    "Where the management port of the server is, for embedded. Default: this"
                            + " machine, and the port that the server is given.")
    private @Nullable String managementUrl;

    @SuppressWarnings("NullAway.Init")
    ShowStatus() {}

    @Override
    public Integer call() {
        try {
            if (options.isDistributed()) {
                try (DistributedStorage storage = options.openDistributed()) {
                    print(ofDatabases(storage), storage.clock());
                }
            } else {
                InstantSource clock = InstantSource.system();
                print(ofServer(clock.millis()), clock);
            }
            return 0;
        } catch (StorageException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return Worker.UNAVAILABLE;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "No server tells of its jobs at "
                                    + management()
                                    + " ("
                                    + e.getMessage()
                                    + "). With embedded storage the server runs them; the"
                                    + " address after 'Metrics:' in what it printed is"
                                    + " where: give it as --management-url, without"
                                    + " /metrics.");
            return Worker.UNAVAILABLE;
        }
    }

    private void print(List<JobStatus> jobs, InstantSource clock) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                json
                        ? JobStatus.json(jobs) + System.lineSeparator()
                        : JobStatus.table(jobs, clock.millis()));
        out.flush();
    }

    private static List<JobStatus> ofDatabases(DistributedStorage storage) {
        Map<String, JobRun> runs = byName(storage.jobRuns().last());
        Set<String> names = new LinkedHashSet<>(Jobs.names());
        names.addAll(runs.keySet());
        List<JobStatus> jobs = new ArrayList<>();
        for (String name : names) {
            SortedMap<String, Integer> owners = new TreeMap<>();
            storage.jobLeases()
                    .owners(name + ":")
                    .forEach(owner -> owners.merge(owner, 1, Integer::sum));
            JobRun run = runs.get(name);
            Long lag =
                    name.equals(JobKind.DRAIN_JOURNALS.word())
                            ? Long.valueOf(storage.journalLagMillis(storage.clock().millis()))
                            : lateMillis(run, storage.clock().millis());
            jobs.add(new JobStatus(name, owners, run, lag));
        }
        return jobs;
    }

    private List<JobStatus> ofServer(long nowMillis) throws IOException {
        Map<String, JobRun> runs = byName(ask(management()));
        Set<String> names = new LinkedHashSet<>();
        Jobs.all().stream()
                .filter(job -> job.pause().isPresent())
                .forEach(job -> names.add(job.name()));
        names.addAll(runs.keySet());
        List<JobStatus> jobs = new ArrayList<>();
        for (String name : names) {
            JobRun run = runs.get(name);
            SortedMap<String, Integer> owners = new TreeMap<>();
            if (run != null) {
                owners.put(run.owner(), 1);
            }
            jobs.add(new JobStatus(name, owners, run, lateMillis(run, nowMillis)));
        }
        return jobs;
    }

    private static Map<String, JobRun> byName(List<JobRun> runs) {
        return runs.stream()
                .collect(
                        Collectors.toMap(
                                JobRun::job, Function.identity(), (one, _) -> one, TreeMap::new));
    }

    private static @Nullable Long lateMillis(@Nullable JobRun run, long nowMillis) {
        return run == null ? null : Math.max(0, nowMillis - run.nextAtMillis());
    }

    private URI management() {
        if (managementUrl != null && !managementUrl.isBlank()) {
            return uri(managementUrl.strip().replaceFirst("/+$", ""));
        }
        String port =
                options.setting(
                        "management-port", System.getenv("FUNATIC_MANAGEMENT_PORT"), "8081");
        return uri("http://127.0.0.1:" + port);
    }

    private URI uri(String address) {
        try {
            return URI.create(address + "/jobs");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "'" + address + "' is no address of a server.");
        }
    }

    private static List<JobRun> ask(URI uri) throws IOException {
        try {
            URLConnection connection = uri.toURL().openConnection();
            connection.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
            connection.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
            try (InputStream body = connection.getInputStream()) {
                return JobRunsJson.read(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            throw new IOException("something else answers", e);
        }
    }
}
