package com.luckyfunatic.benchmarks.page;

import static com.luckyfunatic.benchmarks.page.Table.count;
import static com.luckyfunatic.benchmarks.page.Table.figure;

import com.luckyfunatic.benchmarks.capacity.Assumptions;
import com.luckyfunatic.benchmarks.capacity.Demand;
import com.luckyfunatic.benchmarks.capacity.Limit;
import com.luckyfunatic.benchmarks.capacity.UnitCosts;
import com.luckyfunatic.benchmarks.footprint.FootprintResult;
import com.luckyfunatic.benchmarks.footprint.SessionModel;
import com.luckyfunatic.benchmarks.http.HttpResult;
import com.luckyfunatic.benchmarks.mysql.MySqlResult;
import com.luckyfunatic.benchmarks.redis.RedisResult;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the pages say of how much so many players need: computed from the raw files. */
final class Capacities {
    private static final long MILLION = 1_000_000;
    private static final long[] DAILY_PLAYERS = {MILLION, 10 * MILLION, 100 * MILLION};
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private final List<Results.Recorded> sources;
    private final SessionModel model;
    private final UnitCosts costs;
    private final Assumptions assumed = Assumptions.USUAL;

    private Capacities(List<Results.Recorded> sources, SessionModel model, UnitCosts costs) {
        this.sources = sources;
        this.model = model;
        this.costs = costs;
    }

    /** Reads what is needed; empty when one of the commands was not run. */
    static Optional<Capacities> of(Results results) {
        List<Results.Recorded> sources =
                List.of("footprint", "redis", "mysql", "http").stream()
                        .flatMap(name -> results.latest(name).stream())
                        .toList();
        if (sources.size() < 4) {
            return Optional.empty();
        }
        FootprintResult footprint =
                sources.get(0).read(RunDirectory.RESULT_FILE, FootprintResult.class);
        return Optional.of(
                new Capacities(
                        sources,
                        footprint.model(),
                        UnitCosts.of(
                                footprint,
                                sources.get(1).read(RunDirectory.RESULT_FILE, RedisResult.class),
                                sources.get(2).read(RunDirectory.RESULT_FILE, MySqlResult.class),
                                sources.get(3).read(RunDirectory.RESULT_FILE, HttpResult.class))));
    }

    /** The run that most of it is from. */
    Results.Recorded footprint() {
        return sources.getFirst();
    }

    /** What one of everything takes, and from which file. */
    String units() {
        String footprint = link(0);
        Table table = new Table("measured", "bytes", "CPU µs", "from");
        table.row(
                "server, a request",
                "",
                micros(costs.serverNanosPerRequest()),
                link(3) + ", " + footprint);
        table.row("worker, a change", "", micros(costs.workerNanosPerChange()), footprint);
        table.row(
                "Redis, a request with what workers ask",
                count(costs.redisLogBytesPerRequest()) + " appended to its log",
                micros(costs.redisNanosPerRequest()),
                footprint);
        table.row(
                "Redis, the script of a tap",
                "",
                micros(1_000_000_000 / costs.redisScriptsPerSecond()) + " by its rate",
                link(1));
        table.row(
                "Redis, a player who is there", count(costs.redisBytesPerPlayer()), "", footprint);
        table.row(
                "Redis, an answer kept for repeats",
                count(costs.redisBytesPerAnswer()),
                "",
                footprint);
        table.row(
                "Redis, a change that waits in the journal",
                count(costs.redisBytesPerWaitingChange()),
                "",
                footprint);
        table.row(
                "MySQL, a request with what workers ask",
                count(costs.mySqlLogBytesPerRequest()) + " of binary log",
                micros(costs.mySqlNanosPerRequest()),
                footprint);
        table.row(
                "MySQL, a registered player: account and snapshot",
                count(costs.mySqlBytesPerPlayer()),
                "",
                footprint);
        table.row(
                "MySQL, a hard change for a day",
                count(costs.mySqlBytesPerHardChange()),
                "",
                footprint);
        table.row(
                "MySQL, a hard change for good",
                count(costs.mySqlBytesPerHardChangeForGood()),
                "",
                footprint);
        table.row(
                "MySQL, a hard change by group commit",
                "",
                count(costs.mySqlCommitsPerSecond()) + "/s",
                link(2));
        table.row(
                "MySQL, a change in the archive",
                count(costs.mySqlBytesPerArchivedChange()),
                "",
                footprint);
        table.row(
                "audit (Cassandra), a change, one copy",
                count(costs.auditBytesPerChange()),
                micros(costs.auditNanosPerChange()),
                footprint);
        table.row(
                "embedded storage, a change on disk; a request without HTTP",
                count(costs.embeddedBytesPerChange()),
                micros(costs.embeddedNanosPerRequest()),
                footprint);
        return table.toString();
    }

    private String link(int source) {
        String directory = String.valueOf(sources.get(source).directory().getFileName());
        return "[%1$s](../benchmarks/results/%1$s)".formatted(directory);
    }

    /** What is not measured, and why we take it for so. */
    String assumed() {
        return new Table("assumed", "", "because")
                .row(
                        "sessions a day",
                        model.sessionsPerDay(),
                        "nobody has measured it here; what comes of playing is in proportion to it")
                .row(
                        "requests in a session",
                        model.requestsPerSession(),
                        "one a second for five minutes; a request carries all taps since the last"
                                + " one, see above")
                .row(
                        "taps, looks, purchases, claims, transfers",
                        "%d, %d, %d, %d, %d %%"
                                .formatted(
                                        model.tapPercent(),
                                        model.readPercent(),
                                        model.purchasePercent(),
                                        model.claimPercent(),
                                        model.transferPercent()),
                        "the mix at which our promises are tested. It has many hard changes: %d a"
                                        .formatted(model.hardPerDay())
                                + " day of each player, where your players may make a tenth of"
                                + " that")
                .row(
                        "taps in a request",
                        model.tapsPerRequest(),
                        "as many as a session has energy for: 1000, and one more a second")
                .row(
                        "the busiest hour, as a multiple of the mean",
                        assumed.peakFactor(),
                        "so an hour has %d %% of a day's requests"
                                .formatted(assumed.peakFactor() * 100 / 24))
                .row(
                        "planned with",
                        assumed.plannedPercent() + " %",
                        "of each rate, CPU, memory and disk: room for a machine that is away, and"
                                + " for what was not thought of")
                .row(
                        "accounts for each player of a day",
                        assumed.registeredPerDaily(),
                        "those who have left keep account and snapshot")
                .row(
                        "hours that players stay in Redis",
                        assumed.hotHours(),
                        "the storage's settings")
                .row(
                        "seconds that answers which MySQL has stay in Redis",
                        assumed.answerSeconds(),
                        "as the storage lets them go")
                .row(
                        "seconds that changes may wait in Redis for a database",
                        count(assumed.outageSeconds()),
                        "time to bring one back; the"
                                + " [campaign](../benchmarks/README.md#the-campaign) takes one away"
                                + " for up to two minutes")
                .row(
                        "days that MySQL keeps the archive, whole operations, the binary log",
                        "%d, %d, %d"
                                .formatted(
                                        assumed.archiveDays(),
                                        assumed.operationDays(),
                                        assumed.binlogDays()),
                        "the storage's settings; the last is yours")
                .row(
                        "days and copies of changes in ScyllaDB",
                        "%d, %d".formatted(assumed.auditDays(), assumed.auditCopies()),
                        "the storage's settings; copies as usual")
                .row("cores of a server or worker", assumed.serverCores(), "")
                .row("a Redis master", size(assumed.redisBytes()), "it uses one thread")
                .row("a MySQL", machine(assumed.mySqlCores(), assumed.mySqlBytes()), "")
                .row("a ScyllaDB node", machine(assumed.auditCores(), assumed.auditBytes()), "")
                .toString();
    }

    private static String machine(int cores, long bytes) {
        return "%d cores, %s".formatted(cores, size(bytes));
    }

    /** What a million players of a day ask of each part. */
    String million() {
        Demand demand = demand(MILLION);
        return new Table(
                        "",
                        "memory",
                        "operations/s at the peak",
                        "cores at the peak",
                        "written a day",
                        "kept")
                .row(
                        "servers",
                        "",
                        count(demand.requestsPerSecond()) + " requests",
                        cores(demand.serverNanosPerSecond()),
                        "",
                        "")
                .row(
                        "workers",
                        "",
                        count(demand.changesPerSecond()) + " changes",
                        cores(demand.workerNanosPerSecond()),
                        "",
                        "")
                .row(
                        "Redis",
                        size(demand.redisBytes()),
                        count(demand.requestsPerSecond()) + " scripts and reads",
                        cores(demand.redisNanosPerSecond()),
                        size(demand.redisLogBytesPerDay()),
                        "one log, rewritten")
                .row(
                        "MySQL",
                        "",
                        count(demand.hardPerSecond()) + " hard changes",
                        cores(demand.mySqlNanosPerSecond()),
                        size(demand.mySqlWrittenBytesPerDay()),
                        size(demand.mySqlBytes())
                                + " and "
                                + size(demand.mySqlGrowthBytesPerDay())
                                + " more each day")
                .row(
                        "ScyllaDB, %d copies".formatted(assumed.auditCopies()),
                        "",
                        count(demand.changesPerSecond()) + " changes",
                        cores(demand.auditNanosPerSecond()),
                        size(demand.auditBytesPerDay()),
                        size(demand.auditBytes()))
                .toString();
    }

    /** How many machines it takes. */
    String scale() {
        Table table =
                new Table(
                        Stream.concat(
                                        Stream.of("players a day"),
                                        LongStream.of(DAILY_PLAYERS).mapToObj(Table::count))
                                .toArray(String[]::new));
        List<Demand> demands = LongStream.of(DAILY_PLAYERS).mapToObj(this::demand).toList();
        table.row(
                cells(
                        "requests/s at the peak",
                        demands,
                        demand -> count(demand.requestsPerSecond())));
        table.row(
                cells(
                        "servers of %d cores".formatted(assumed.serverCores()),
                        demands,
                        demand -> count(machines(demand, Limit.SERVER_CPU))));
        table.row(
                cells(
                        "workers of %d cores".formatted(assumed.serverCores()),
                        demands,
                        demand -> count(machines(demand, Limit.WORKER_CPU))));
        table.row(
                cells(
                        "Redis masters of %s".formatted(size(assumed.redisBytes())),
                        demands,
                        this::redis));
        table.row(
                cells(
                        "MySQL of %d cores, %s"
                                .formatted(assumed.mySqlCores(), size(assumed.mySqlBytes())),
                        demands,
                        this::mySql));
        table.row(
                cells(
                        "ScyllaDB nodes of %d cores, %s"
                                .formatted(assumed.auditCores(), size(assumed.auditBytes())),
                        demands,
                        this::audit));
        return table.toString();
    }

    private static Object[] cells(
            String name, List<Demand> demands, Function<Demand, String> cell) {
        return Stream.concat(Stream.of(name), demands.stream().map(cell)).toArray();
    }

    private String redis(Demand demand) {
        long masters = machines(demand, Limit.REDIS_SCRIPTS, Limit.REDIS_CPU, Limit.REDIS_MEMORY);
        return masters > assumed.partitions()
                ? "%s, more than the %d partitions".formatted(count(masters), assumed.partitions())
                : count(masters);
    }

    private String mySql(Demand demand) {
        long servers = machines(demand, Limit.MYSQL_COMMITS, Limit.MYSQL_CPU, Limit.MYSQL_DISK);
        return servers > 1 ? "1 that is %s × as large".formatted(count(servers)) : "1";
    }

    private String audit(Demand demand) {
        return count(
                Math.max(
                        assumed.auditCopies(),
                        machines(demand, Limit.AUDIT_CPU, Limit.AUDIT_DISK)));
    }

    private long machines(Demand demand, Limit... limits) {
        return Arrays.stream(limits)
                .mapToLong(limit -> limit.machines(demand, costs, assumed))
                .max()
                .orElseThrow();
    }

    /** How many players one machine of each carries, the smallest first. */
    String first() {
        Demand perMillion = demand(MILLION);
        Table table = new Table("one machine of each ends at", "players a day", "× of the first");
        List<Limit> limits = Limit.firstToLast(perMillion, costs, assumed);
        long least = limits.getFirst().playersOfOne(perMillion, costs, assumed);
        for (Limit limit : limits) {
            long players = limit.playersOfOne(perMillion, costs, assumed);
            table.row(limit.label(), count(players), figure((double) players / least));
        }
        return table.toString();
    }

    private Demand demand(long dailyPlayers) {
        return Demand.of(dailyPlayers, model, costs, assumed);
    }

    private static String micros(long nanos) {
        return figure(nanos / 1e3);
    }

    private static String cores(long nanosPerSecond) {
        return figure(nanosPerSecond / NANOS_PER_SECOND);
    }

    /** A size in decimal units. */
    static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1_000 && unit < UNITS.length - 1) {
            value /= 1_000;
            unit++;
        }
        return figure(value) + " " + UNITS[unit];
    }
}
