package com.luckyfunatic.benchmarks.takeover;

import com.luckyfunatic.benchmarks.audit.DrainServers;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.run.ScratchDirectory;
import com.luckyfunatic.benchmarks.server.WorkerCommand;
import com.luckyfunatic.benchmarks.server.WorkerProgram;
import com.luckyfunatic.benchmarks.takeover.TakeoverResult.Blow;
import com.luckyfunatic.benchmarks.takeover.TakeoverResult.Round;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.distributed.DistributedSettings;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import com.luckyfunatic.storage.distributed.JobKind;
import com.luckyfunatic.storage.distributed.StorageJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How soon another worker goes on when one is killed or stands still, and whether one that stood
 * still does harm when it goes on: two {@code ./funatic worker run} on databases of their own,
 * players who make follow-ups all the time, and a tournament whose prizes are just being paid. In
 * the end every follow-up must have counted once, every winner must be paid once, and the audit
 * must have exactly what was changed.
 */
public final class TakeoverSuite {
    /** Where the workers' output goes: not among results, it names paths. */
    private static final Path LOG = Path.of("benchmarks", "target", "workers.log");

    private static final String KEYSPACE = "takeover";
    private static final String FOLLOW_UPS = "settle-follow-ups:";
    private static final String PRIZES = "pay-prizes:";
    private static final String DRAIN = "drain-journals:";

    /** Between two looks for tournaments that are over. */
    private static final String PRIZE_RUN_PAUSE = "1s";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final RunOptions options;
    private final int kills;
    private final int freezes;
    private final Duration frozen;

    /**
     * A suite as long as the options say, if nothing else is said.
     *
     * @param kills how often a worker is killed; 0 for as often as the options say
     * @param freezes how often one is frozen; 0 for as often as the options say
     */
    public TakeoverSuite(RunOptions options, int kills, int freezes) {
        this.options = options;
        this.kills = kills > 0 ? kills : options.choose(20, 1);
        this.freezes = freezes > 0 ? freezes : options.choose(20, 1);
        frozen = Duration.ofSeconds(options.choose(60, 20));
    }

    /**
     * Strikes one worker after the other and writes the raw file.
     *
     * @return whether everything was done once
     */
    public boolean run() throws IOException, InterruptedException {
        RunDirectory directory = options.start("takeover");
        TakeoverResult result;
        try (ScratchDirectory scratch = ScratchDirectory.create();
                DrainServers servers = DrainServers.start(scratch.resolve("servers"));
                DistributedStorage storage =
                        DistributedStorage.open(
                                servers.settings(KEYSPACE, DistributedSettings.FLUSH_AFTER),
                                InstantSource.system());
                Pair workers = new Pair(settings(servers), storage)) {
            result = strike(servers, storage, workers);
        }
        directory.write(RunDirectory.RESULT_FILE, result);
        System.out.println(result.end());
        System.out.println("raw results: " + directory);
        return result.end().broken() == 0;
    }

    private static Map<String, String> settings(DrainServers servers) {
        Map<String, String> settings = new HashMap<>(servers.variables(KEYSPACE));
        settings.put("FUNATIC_PRIZE_RUN_PAUSE", PRIZE_RUN_PAUSE);
        return settings;
    }

    private TakeoverResult strike(DrainServers servers, DistributedStorage storage, Pair workers)
            throws IOException, InterruptedException {
        Invitations invitations = new Invitations(storage);
        Cups cups = new Cups(storage);
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < kills + freezes; i++) {
            await("the workers to share the work", () -> workers.shareTheWork(storage));
            // Who was struck before has gone on, and done whatever it was in the middle of.
            cups.compare();
            Blow blow = i < kills ? Blow.KILLED : Blow.FROZEN;
            Round round = round(blow, storage, workers, invitations, cups);
            rounds.add(round);
            System.out.printf(
                    "%3d. %s with %d paid: a follow-up after %d ms, every journal after %d ms,"
                            + " every winner after %d ms%n",
                    i + 1,
                    blow,
                    round.paidBefore(),
                    round.engineMillis(),
                    round.drainMillis(),
                    round.prizeMillis());
        }
        await("the workers to share the work", () -> workers.shareTheWork(storage));
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        TakeoverResult.End end =
                invitations.compare(
                        servers, KEYSPACE, cups::prizes, () -> System.nanoTime() < giveUpAt);
        return new TakeoverResult((int) frozen.toSeconds(), rounds, end);
    }

    private Round round(
            Blow blow, DistributedStorage storage, Pair workers, Invitations invitations, Cups cups)
            throws IOException, InterruptedException {
        int before = invitations.size();
        PlayerId earlier = invitations.invite();
        await("a follow-up", () -> invitations.isCounted(earlier));
        WorkerProgram struck = workers.holder(storage);
        // In the middle of its work, not after it.
        invitations.invite();
        TournamentId cup = cups.hold();
        await("prizes", () -> cups.paid(cup) > 0);
        if (blow == Blow.KILLED) {
            struck.kill();
        } else {
            struck.freeze();
        }
        long start = System.nanoTime();
        int paidBefore = cups.paid(cup);
        if (paidBefore == Cups.winners()) {
            throw new IllegalStateException("the blow came when all prizes were paid");
        }
        PlayerId later = invitations.invite();
        long engineMillis = -1;
        long drainMillis = -1;
        long prizeMillis = -1;
        long giveUpAt = start + PATIENCE.toNanos();
        while (engineMillis < 0 || drainMillis < 0 || prizeMillis < 0) {
            if (engineMillis < 0 && invitations.isCounted(later)) {
                engineMillis = millisSince(start);
            }
            if (drainMillis < 0 && workers.hasAllJournals(storage, struck)) {
                drainMillis = millisSince(start);
            }
            if (prizeMillis < 0 && cups.isOver(cup)) {
                prizeMillis = millisSince(start);
            }
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("nobody took over; see " + LOG);
            }
            Pause.brief();
        }
        if (blow == Blow.FROZEN) {
            while (millisSince(start) < frozen.toMillis()) {
                invitations.invite();
                Pause.brief();
            }
            struck.thaw();
        } else {
            workers.replace(struck);
        }
        return new Round(
                blow,
                engineMillis,
                drainMillis,
                invitations.size() - before,
                paidBefore,
                prizeMillis);
    }

    private static long millisSince(long startNanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
    }

    private static void await(String what, BooleanSupplier condition) {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > giveUpAt) {
                throw new IllegalStateException("waited in vain for " + what + "; see " + LOG);
            }
            Pause.brief();
        }
    }

    /** Two workers, of which one takes the place of the other. */
    private static final class Pair implements AutoCloseable {
        private final Map<String, String> settings;
        private final List<WorkerProgram> workers = new ArrayList<>();

        /** The first has every job of the engine before the other comes. */
        Pair(Map<String, String> settings, DistributedStorage storage) throws IOException {
            this.settings = settings;
            add();
            await("a worker to take the jobs", () -> hasOneEngine(storage));
            add();
        }

        private void add() throws IOException {
            workers.add(WorkerProgram.start(new WorkerCommand.Launcher(), settings, LOG));
        }

        void replace(WorkerProgram killed) throws IOException {
            workers.remove(killed);
            add();
        }

        /** Whether each drains some journals, and one does the follow-ups and pays prizes. */
        boolean shareTheWork(DistributedStorage storage) {
            if (!workers.stream().allMatch(WorkerProgram::isAlive)) {
                throw new IllegalStateException("a worker has ended by itself; see " + LOG);
            }
            List<String> draining = storage.jobLeases().owners(DRAIN);
            return workers.stream().allMatch(each -> draining.stream().anyMatch(each::is))
                    && hasOneEngine(storage);
        }

        private static boolean hasOneEngine(DistributedStorage storage) {
            List<String> owners = storage.jobLeases().owners(FOLLOW_UPS);
            return owners.size() == 1 && owners.equals(storage.jobLeases().owners(PRIZES));
        }

        /** Who carries follow-ups out and pays prizes. */
        WorkerProgram holder(DistributedStorage storage) {
            String owner = storage.jobLeases().owners(FOLLOW_UPS).getFirst();
            return workers.stream().filter(each -> each.is(owner)).findFirst().orElseThrow();
        }

        /** Whether the one that was not struck drains every journal. */
        boolean hasAllJournals(DistributedStorage storage, WorkerProgram struck) {
            List<String> owners = storage.jobLeases().owners(DRAIN);
            return owners.size() == shares(storage) && owners.stream().noneMatch(struck::is);
        }

        private static int shares(DistributedStorage storage) {
            return storage.workers().jobs().stream()
                    .filter(job -> job.kind() == JobKind.DRAIN_JOURNALS)
                    .mapToInt(StorageJob::shares)
                    .sum();
        }

        @Override
        public void close() {
            workers.forEach(WorkerProgram::close);
        }
    }
}
