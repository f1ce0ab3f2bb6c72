package com.luckyfunatic.benchmarks.page;

import static com.luckyfunatic.benchmarks.page.Table.figure;
import static com.luckyfunatic.benchmarks.page.Table.percent;

import com.luckyfunatic.benchmarks.adjust.AdjustResult;
import com.luckyfunatic.benchmarks.audit.AuditResult;
import com.luckyfunatic.benchmarks.audit.AuditVerifyResult;
import com.luckyfunatic.benchmarks.audit.DrainResult;
import com.luckyfunatic.benchmarks.crash.CrashResult;
import com.luckyfunatic.benchmarks.embedded.Comparison;
import com.luckyfunatic.benchmarks.embedded.EmbeddedResult;
import com.luckyfunatic.benchmarks.embedded.GrowthResult;
import com.luckyfunatic.benchmarks.http.BalloonResult;
import com.luckyfunatic.benchmarks.http.FriendsResult;
import com.luckyfunatic.benchmarks.http.HardResult;
import com.luckyfunatic.benchmarks.http.HttpResult;
import com.luckyfunatic.benchmarks.http.StockResult;
import com.luckyfunatic.benchmarks.mysql.MySqlResult;
import com.luckyfunatic.benchmarks.prize.PrizeResult;
import com.luckyfunatic.benchmarks.redis.LeaderboardResult;
import com.luckyfunatic.benchmarks.redis.RedisResult;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.server.AdminResult;
import com.luckyfunatic.benchmarks.server.StartResult;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of what is to be reached and what was. */
final class Figures {
    static final String NOT_MEASURED = "not measured yet";

    private static final int CALLERS = 256;

    private static final int MILLION = 1_000_000;

    private final Results results;

    Figures(Results results) {
        this.results = results;
    }

    /** Returns the table, as Markdown. */
    String table() {
        return new Table("figure", "to reach", "measured")
                .row(
                        "a tap through `decide` and `evolve`",
                        "≤ 150 ns, ≤ 400 B",
                        of("rule", Figures::tapRule))
                .row(
                        "the same with its number in the session",
                        "≤ 150 ns, ≤ 400 B",
                        of("rule", Figures::numberedTapRule))
                .row(
                        "memory store, tap through the engine, one thread",
                        "≥ 1 000 000/s",
                        of("memory", Figures::memoryTap))
                .row(
                        "embedded store, tap, 256 callers on 2 threads, `everysec`",
                        "≥ 60 % of the bare engine, ≥ 30 000/s",
                        embeddedTap("embedded", "every_second"))
                .row(
                        "the same, `always`",
                        "≥ 60 % of the bare engine",
                        embeddedTap("embedded", "always"))
                .row(
                        "the same on 1 thread, `everysec`",
                        "",
                        embeddedTap("embedded-one-thread", "every_second"))
                .row(
                        "the same on 1 thread, `always`",
                        "",
                        embeddedTap("embedded-one-thread", "always"))
                .row(
                        "`POST /tap`, embedded, 64 connections",
                        "≥ 60 % of hello's requests/s, p99 ≤ 3 × its",
                        of("http", Figures::httpTap))
                .row(
                        "`POST` of a claim, a spin, a purchase, a conversion, embedded",
                        "≥ 50 % of hello's requests/s",
                        of("http-hard", Figures::httpHard))
                .row("the same, distributed", "", of("http-hard-distributed", Figures::httpHard))
                .row(
                        "a page of the friends' ranking at 10 000 friends",
                        "p99 ≤ 20 ms",
                        of("friends", Figures::friends))
                .row(
                        "ten times the usual taps for a minute: accepted, refused, over",
                        "p99 ≤ 2 × before; p99 ≤ 50 ms; ≤ 10 s after",
                        of("overload", Overloads::summary))
                .row("the same, distributed", "", of("overload-distributed", Overloads::summary))
                .row(
                        "2 000 games of balloons at once",
                        "pop p99 ≤ 20 ms, ≤ 64 KiB of heap a game",
                        of("balloon", Figures::balloon))
                .row(
                        "1 000 pieces, 200 callers, 5 000 tries, 20 × `kill -9`: sold and paid",
                        "1 000, none held for ever",
                        of("stock", Figures::stock))
                .row(
                        "content released 20 times under load: failed requests, every server"
                                + " follows",
                        "0, ≤ 5 s",
                        of("switch", Switches::summary))
                .row(
                        "the same with two servers, distributed",
                        "0, ≤ 5 s",
                        of("switch-distributed", Switches::summary))
                .row(
                        "transfers, 5 % of the platform's replies lost, 20 × `kill -9`: broken"
                                + " promises",
                        "0", of("transfers", Transfers::summary))
                .row(
                        "a leaderboard of a million on Redis, beside the bare sorted set",
                        "≥ 70 %",
                        of("leaderboard", Figures::leaderboard))
                .row("winners of a tournament paid", "≥ 5 000/s", of("prizes", Figures::prizes))
                .row(
                        "a million tickets of a raffle, all drawn",
                        "≤ 2 s",
                        of("raffle", Figures::raffle))
                .row(
                        "tap at 1 000 000 stored players",
                        "≤ 1.3 × of that at 1 000",
                        of("growth", Figures::growth))
                .row(
                        "a million sealed changes held against their seals",
                        "≥ 200 000/s",
                        of("audit-verify", Figures::auditVerify))
                .row(
                        "rows of the audit trail on Cassandra held against their manifests",
                        "≥ 200 000/s",
                        of("audit", Figures::auditChecked))
                .row(
                        "10 000 rows of adjustments from a file",
                        "≥ 500/s",
                        of("adjust", Figures::adjust))
                .row(
                        "a worker killed, 20 times: its work goes on with another",
                        "≤ 15 s",
                        of("takeover", Takeovers::killed))
                .row(
                        "a worker frozen for a minute, 20 times: late writes, things done twice",
                        "0",
                        of("takeover", Takeovers::frozen))
                .row(
                        "hard changes on MySQL, group commit, 64 callers",
                        "≥ 5 × one commit for each",
                        of("mysql", Figures::mysql))
                .row(
                        "audit trail on Cassandra, changes appended",
                        "≥ 80 % of the bare driver",
                        of("audit", Figures::audit))
                .row(
                        "the whole drain, from Redis over MySQL into Cassandra",
                        "≥ 80 % of the bare driver",
                        of("drain", Figures::drain))
                .row(
                        "the audit's lag at 2 000 changes/s, open loop",
                        "p99 ≤ 1 s",
                        of("drain", Figures::drainLag))
                .row(
                        "tap through the Redis adapter, 256 callers on one connection",
                        "≥ 80 % of the script alone",
                        of("redis", Figures::redis))
                .row(
                        "start with the build's cache, without it",
                        "≤ 2.5 s, ≤ 6 s",
                        of("start", Figures::start))
                .row(
                        "`./funatic admin --help`, a look-up of a player, the same by way of a"
                                + " server, with the process's start",
                        "≤ 0.5 s, ≤ 1 s, ≤ 1 s",
                        of("admin", Figures::admin))
                .row(
                        "resident memory after 1 000 000 requests",
                        "≤ 350 MiB",
                        of("http", Figures::memory))
                .row(
                        "50 × `kill -9` under load, `everysec`: lost, doubled, changed",
                        "0",
                        of("crash-everysec", Figures::crash))
                .row("the same, `always`", "0", of("crash-always", Figures::crash))
                .row(
                        "the distributed storage struck in every way: broken promises",
                        "0",
                        new Campaigns(results).figure())
                .row(
                        "two servers, two workers, each database and the network between them"
                                + " struck 200 times each: broken promises",
                        "0",
                        of("fleet", Fleets::figure))
                .row("the same on a Redis Cluster", "0", of("fleet-cluster", Fleets::figure))
                .toString();
    }

    private String embeddedTap(String name, String forcing) {
        return of(name, run -> embeddedTap(run, forcing));
    }

    private String of(String name, Function<Results.Recorded, String> figure) {
        return results.latest(name).map(figure).orElse(NOT_MEASURED);
    }

    private static String tapRule(Results.Recorded run) {
        return rule(run, "TapRuleBenchmark.tap");
    }

    private static String numberedTapRule(Results.Recorded run) {
        return rule(run, "TapRuleBenchmark.numberedTap");
    }

    private static String rule(Results.Recorded run, String benchmark) {
        JmhScores scores = JmhScores.of(run.read("jmh.json"));
        JmhScores.Score plain = scores.score(benchmark, "boosted=false");
        JmhScores.Score boosted = scores.score(benchmark, "boosted=true");
        return "%s ns, %s B (six boosters: %s ns, %s B)"
                .formatted(
                        figure(plain.score()),
                        figure(plain.bytes()),
                        figure(boosted.score()),
                        figure(boosted.bytes()));
    }

    private static String memoryTap(Results.Recorded run) {
        JmhScores scores = JmhScores.of(run.read("jmh.json"));
        return figure(scores.score("MemoryStoreBenchmark.tap", "").score()) + "/s";
    }

    private static String embeddedTap(Results.Recorded run, String forcing) {
        Comparison tap = embeddedTapOf(run, forcing);
        return "%s, %s/s"
                .formatted(
                        percent(tap.ratio()),
                        figure(Medians.of(tap.store(), round -> round.perSecond())));
    }

    static Comparison embeddedTapOf(Results.Recorded run, String forcing) {
        return run.read(RunDirectory.RESULT_FILE, EmbeddedResult.class).comparisons().stream()
                .filter(each -> each.operation().equals("tap"))
                .filter(each -> each.forcing().equals(forcing))
                .filter(each -> each.callers() == CALLERS)
                .findFirst()
                .orElseThrow();
    }

    private static String leaderboard(Results.Recorded run) {
        LeaderboardResult result = run.read(RunDirectory.RESULT_FILE, LeaderboardResult.class);
        return result.workloads().stream()
                .filter(each -> each.entries() == MILLION)
                .map(each -> each.name() + " " + percent(each.ratio()))
                .collect(Collectors.joining(", "));
    }

    private static String prizes(Results.Recorded run) {
        PrizeResult result = run.read(RunDirectory.RESULT_FILE, PrizeResult.class);
        return "embedded %s/s, distributed %s/s"
                .formatted(
                        figure(paidPerSecond(result, "embedded")),
                        figure(paidPerSecond(result, "distributed")));
    }

    static double paidPerSecond(PrizeResult result, String storage) {
        return result.storages().stream()
                .filter(each -> each.name().equals(storage))
                .mapToDouble(each -> Medians.of(each.rounds(), PrizeResult.Round::paidPerSecond))
                .findFirst()
                .orElseThrow();
    }

    private static String raffle(Results.Recorded run) {
        JmhScores scores = JmhScores.of(run.read("jmh.json"));
        return figure(scores.score("RaffleDrawBenchmark.drawAll", "").score() / 1e3) + " s";
    }

    private static String adjust(Results.Recorded run) {
        AdjustResult result = run.read(RunDirectory.RESULT_FILE, AdjustResult.class);
        String direct =
                "embedded %s/s, distributed %s/s"
                        .formatted(
                                figure(rowsPerSecond(result, "embedded")),
                                figure(rowsPerSecond(result, "distributed")));
        return result.sent().isEmpty()
                ? direct
                : "%s, by way of a server %s/s"
                        .formatted(
                                direct,
                                figure(
                                        Medians.of(
                                                result.sent(), AdjustResult.Sent::rowsPerSecond)));
    }

    static double rowsPerSecond(AdjustResult result, String storage) {
        return result.storages().stream()
                .filter(each -> each.name().equals(storage))
                .mapToDouble(each -> Medians.of(each.rounds(), AdjustResult.Round::rowsPerSecond))
                .findFirst()
                .orElseThrow();
    }

    private static String httpTap(Results.Recorded run) {
        HttpResult.Comparison tap =
                run.read(RunDirectory.RESULT_FILE, HttpResult.class)
                        .comparison("hello-post", "tap", "closed");
        return "%s, p99 × %s".formatted(percent(tap.rateRatio()), figure(tap.p99Ratio()));
    }

    private static String httpHard(Results.Recorded run) {
        HardResult result = run.read(RunDirectory.RESULT_FILE, HardResult.class);
        return result.loads().getFirst().settings().connections()
                + " connections: "
                + result.scenarios().stream()
                        .map(each ->
                                "%s %s, p99 %s ms"
                                        .formatted(
                                                each,
                                                percent(result.comparison(each).rateRatio()),
                                                figure(
                                                        Medians.of(
                                                                result.of(each),
                                                                load -> load.latency().p99()))))
                        .collect(Collectors.joining("; "));
    }

    private static String balloon(Results.Recorded run) {
        BalloonResult result = run.read(RunDirectory.RESULT_FILE, BalloonResult.class);
        return "p99 %s ms, %s KiB"
                .formatted(
                        figure(result.latency().p99() / 1e3),
                        figure(result.heapBytesPerGame() / 1024.0));
    }

    private static String auditVerify(Results.Recorded run) {
        AuditVerifyResult result = run.read(RunDirectory.RESULT_FILE, AuditVerifyResult.class);
        return result.logs().stream()
                .map(log ->
                        "%s, %s%s: %s/s, sealed at %s/s"
                                .formatted(
                                        log.store(),
                                        log.name(),
                                        log.rows() < log.contents()
                                                ? " (%s packed batches)"
                                                        .formatted(Table.count(log.rows()))
                                                : "",
                                        figure(Medians.of(log.checkedPerSecond())),
                                        figure(log.sealedPerSecond())))
                .collect(Collectors.joining("; "));
    }

    private static String auditChecked(Results.Recorded run) {
        AuditResult result = run.read(RunDirectory.RESULT_FILE, AuditResult.class);
        return "%s/s, %s of a bare scan"
                .formatted(
                        figure(Medians.of(result.checks(), AuditResult.Scan::perSecond)),
                        percent(result.checkRatio()));
    }

    private static String friends(Results.Recorded run) {
        FriendsResult result = run.read(RunDirectory.RESULT_FILE, FriendsResult.class);
        return "p99 %s ms, max %s ms"
                .formatted(
                        figure(Medians.of(result.rounds(), round -> round.latency().p99() / 1e3)),
                        figure(
                                result.rounds().stream()
                                                .mapToDouble(round -> round.latency().max())
                                                .max()
                                                .orElse(0)
                                        / 1e3));
    }

    private static String stock(Results.Recorded run) {
        StockResult result = run.read(RunDirectory.RESULT_FILE, StockResult.class);
        return "%d sold, %d paid, %d left after %d kills"
                .formatted(result.held(), result.paid(), result.left(), result.kills());
    }

    private static String growth(Results.Recorded run) {
        GrowthResult result = run.read(RunDirectory.RESULT_FILE, GrowthResult.class);
        return "× %s with as many playing, × %s with all playing"
                .formatted(
                        figure(result.factor(result.fewOfMany())),
                        figure(result.factor(result.all())));
    }

    private static String audit(Results.Recorded run) {
        AuditResult result = run.read(RunDirectory.RESULT_FILE, AuditResult.class);
        return "%s, %s/s"
                .formatted(
                        percent(result.ratio()),
                        figure(Medians.of(result.audit(), AuditResult.Round::perSecond)));
    }

    private static String mysql(Results.Recorded run) {
        MySqlResult result = run.read(RunDirectory.RESULT_FILE, MySqlResult.class);
        return "× %s, %s/s, p99 %s ms"
                .formatted(
                        figure(result.ratio()),
                        figure(Medians.of(result.groupCommit(), Round::perSecond)),
                        figure(
                                Medians.of(result.groupCommit(), round -> round.latency().p99())
                                        / 1e3));
    }

    private static String drain(Results.Recorded run) {
        DrainResult result = run.read(RunDirectory.RESULT_FILE, DrainResult.class);
        return "%s, %s/s"
                .formatted(
                        percent(result.ratio()),
                        figure(Medians.of(result.drain(), DrainResult.Round::perSecond)));
    }

    private static String drainLag(Results.Recorded run) {
        DrainResult.Lag lag = run.read(RunDirectory.RESULT_FILE, DrainResult.class).lag();
        return "p50 %s s, p99 %s s, max %s s"
                .formatted(
                        figure(lag.p50Millis() / 1e3),
                        figure(lag.p99Millis() / 1e3),
                        figure(lag.maxMillis() / 1e3));
    }

    private static String redis(Results.Recorded run) {
        RedisResult result = run.read(RunDirectory.RESULT_FILE, RedisResult.class);
        return "%s of %s, %s/s"
                .formatted(
                        percent(result.ratio()),
                        result.yardstick(),
                        figure(
                                Medians.of(
                                        result.workload("tap").oneTrip(),
                                        round -> round.perSecond())));
    }

    private static String start(Results.Recorded run) {
        StartResult result = run.read(RunDirectory.RESULT_FILE, StartResult.class);
        String with =
                result.withCacheSeconds().isEmpty()
                        ? "–"
                        : figure(Medians.of(result.withCacheSeconds())) + " s";
        return with + ", " + figure(Medians.of(result.withoutCacheSeconds())) + " s";
    }

    private static String admin(Results.Recorded run) {
        AdminResult result = run.read(RunDirectory.RESULT_FILE, AdminResult.class);
        return result.commands().stream()
                .map(each -> figure(Medians.of(each.withCacheSeconds())) + " s")
                .collect(Collectors.joining(", "));
    }

    private static String memory(Results.Recorded run) {
        HttpResult.Memory memory = run.read(RunDirectory.RESULT_FILE, HttpResult.class).atMillion();
        return "%d MiB after %s".formatted(memory.residentMiB(), Table.count(memory.requests()));
    }

    private static String crash(Results.Recorded run) {
        CrashResult result = run.read(RunDirectory.RESULT_FILE, CrashResult.class);
        return "%d in %d kills".formatted(result.violations(), result.rounds().size());
    }
}
