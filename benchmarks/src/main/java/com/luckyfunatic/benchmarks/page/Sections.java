package com.luckyfunatic.benchmarks.page;

import static com.luckyfunatic.benchmarks.page.Table.count;
import static com.luckyfunatic.benchmarks.page.Table.figure;
import static com.luckyfunatic.benchmarks.page.Table.percent;

import com.luckyfunatic.benchmarks.adjust.AdjustResult;
import com.luckyfunatic.benchmarks.audit.AuditResult;
import com.luckyfunatic.benchmarks.audit.DrainResult;
import com.luckyfunatic.benchmarks.crash.CrashResult;
import com.luckyfunatic.benchmarks.embedded.Comparison;
import com.luckyfunatic.benchmarks.embedded.EmbeddedResult;
import com.luckyfunatic.benchmarks.embedded.GrowthResult;
import com.luckyfunatic.benchmarks.http.BalloonResult;
import com.luckyfunatic.benchmarks.http.FriendsResult;
import com.luckyfunatic.benchmarks.http.HardResult;
import com.luckyfunatic.benchmarks.http.HttpResult;
import com.luckyfunatic.benchmarks.mysql.MySqlResult;
import com.luckyfunatic.benchmarks.prize.PrizeResult;
import com.luckyfunatic.benchmarks.redis.LeaderboardResult;
import com.luckyfunatic.benchmarks.redis.RedisResult;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.Round;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.server.AdminResult;
import com.luckyfunatic.benchmarks.server.StartResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of single runs, as Markdown. Pure. */
final class Sections {
    private Sections() {}

    static String jmh(Results.Recorded run) {
        return JmhScores.of(run.read("jmh.json")).table();
    }

    static String embedded(Results.Recorded run) {
        EmbeddedResult result = run.read(RunDirectory.RESULT_FILE, EmbeddedResult.class);
        Table table =
                new Table(
                        "operation, forcing, callers",
                        "store/s",
                        "CPU µs",
                        "p99 µs",
                        "bare engine/s",
                        "CPU µs",
                        "p99 µs",
                        "share");
        for (Comparison each : result.comparisons()) {
            table.row(
                    "%s, %s, %d".formatted(each.operation(), each.forcing(), each.callers()),
                    figure(Medians.of(each.store(), round -> round.perSecond())),
                    figure(Medians.of(each.store(), round -> round.cpuMicros())),
                    figure(Medians.of(each.store(), round -> round.latency().p99())),
                    figure(Medians.of(each.yardstick(), round -> round.perSecond())),
                    figure(Medians.of(each.yardstick(), round -> round.cpuMicros())),
                    figure(Medians.of(each.yardstick(), round -> round.latency().p99())),
                    percent(each.ratio()));
        }
        return table.toString();
    }

    static String growth(Results.Recorded run) {
        GrowthResult result = run.read(RunDirectory.RESULT_FILE, GrowthResult.class);
        Table table = new Table("players", "taps/s", "CPU µs", "p99 µs", "cost");
        growthRow(table, result, "%d stored, all play".formatted(result.fewStored()), result.few());
        growthRow(
                table,
                result,
                "%d stored, %d play".formatted(result.manyStored(), result.fewStored()),
                result.fewOfMany());
        growthRow(
                table, result, "%d stored, all play".formatted(result.manyStored()), result.all());
        return table.toString();
    }

    private static void growthRow(
            Table table, GrowthResult result, String name, List<Round> rounds) {
        table.row(
                name,
                figure(Medians.of(rounds, round -> round.perSecond())),
                figure(Medians.of(rounds, round -> round.cpuMicros())),
                figure(Medians.of(rounds, round -> round.latency().p99())),
                "× " + figure(result.factor(rounds)));
    }

    static String audit(Results.Recorded run) {
        AuditResult result = run.read(RunDirectory.RESULT_FILE, AuditResult.class);
        return auditRounds(result) + "\n" + auditChecks(result);
    }

    private static String auditChecks(AuditResult result) {
        return new Table(
                        "%s rows of the trail"
                                .formatted(figure((double) result.checks().getFirst().rows())),
                        "rows/s",
                        "CPU µs",
                        "share")
                .row(
                        "held against their manifests",
                        figure(Medians.of(result.checks(), AuditResult.Scan::perSecond)),
                        figure(Medians.of(result.checks(), AuditResult.Scan::cpuMicros)),
                        percent(result.checkRatio()))
                .row(
                        "read by the bare driver",
                        figure(Medians.of(result.reads(), AuditResult.Scan::perSecond)),
                        figure(Medians.of(result.reads(), AuditResult.Scan::cpuMicros)),
                        "")
                .toString();
    }

    private static String auditRounds(AuditResult result) {
        return new Table("in flight, batch", "changes/s", "CPU µs", "share")
                .row(
                        "audit trail, %d, %d".formatted(result.inFlight(), result.batch()),
                        figure(Medians.of(result.audit(), AuditResult.Round::perSecond)),
                        figure(Medians.of(result.audit(), AuditResult.Round::cpuMicros)),
                        percent(result.ratio()))
                .row(
                        "bare driver, %d, %d".formatted(result.inFlight(), result.batch()),
                        figure(Medians.of(result.driver(), AuditResult.Round::perSecond)),
                        figure(Medians.of(result.driver(), AuditResult.Round::cpuMicros)),
                        "")
                .toString();
    }

    static String mysql(Results.Recorded run) {
        MySqlResult result = run.read(RunDirectory.RESULT_FILE, MySqlResult.class);
        Table table =
                new Table(
                        "%d callers on %s".formatted(result.callers(), result.server()),
                        "changes/s",
                        "CPU µs",
                        "p50 µs",
                        "p99 µs",
                        "times");
        latencyRow(table, "group commit", result.groupCommit(), "× " + figure(result.ratio()));
        latencyRow(
                table,
                "one commit each, %d connections".formatted(result.connections()),
                result.oneCommitEach(),
                "");
        return table + "\nThe server's settings: `" + result.settings() + "`.\n";
    }

    static String drain(Results.Recorded run) {
        DrainResult result = run.read(RunDirectory.RESULT_FILE, DrainResult.class);
        Table rates =
                new Table(
                        "CPU µs per change",
                        "changes/s",
                        "this process",
                        "Redis",
                        "MySQL",
                        "Cassandra",
                        "share");
        drainRow(rates, "the whole drain", result.drain(), percent(result.ratio()));
        drainRow(rates, "bare driver", result.driver(), "");
        DrainResult.Lag lag = result.lag();
        Table lags =
                new Table(
                        "the audit's lag at a steady rate",
                        "changes",
                        "p50 ms",
                        "p99 ms",
                        "max ms");
        lags.row(
                "%s changes/s for %.0f s".formatted(figure(lag.wantedPerSecond()), lag.seconds()),
                Table.count(lag.changes()),
                figure(lag.p50Millis()),
                figure(lag.p99Millis()),
                figure(lag.maxMillis()));
        return rates + "\n" + lags;
    }

    private static void drainRow(
            Table table, String name, List<DrainResult.Round> rounds, String share) {
        table.row(
                name,
                figure(Medians.of(rounds, DrainResult.Round::perSecond)),
                figure(Medians.of(rounds, round -> round.cpu().own())),
                figure(Medians.of(rounds, round -> round.cpu().redis())),
                figure(Medians.of(rounds, round -> round.cpu().mySql())),
                figure(Medians.of(rounds, round -> round.cpu().cassandra())),
                share);
    }

    static String adjust(Results.Recorded run) {
        AdjustResult result = run.read(RunDirectory.RESULT_FILE, AdjustResult.class);
        Table table = new Table("storage", "rows", "looked at, s", "carried out, s", "rows/s");
        for (AdjustResult.Storage each : result.storages()) {
            table.row(
                    each.name(),
                    Table.count(each.rows()),
                    figure(Medians.of(each.rounds(), AdjustResult.Round::checkSeconds)),
                    figure(Medians.of(each.rounds(), AdjustResult.Round::applySeconds)),
                    figure(Medians.of(each.rounds(), AdjustResult.Round::rowsPerSecond)));
        }
        return table
                + (result.sent().isEmpty() ? "" : "\n" + sent(result.sent()))
                + (result.killed().isEmpty() ? "" : "\n" + killed(result));
    }

    private static String sent(List<AdjustResult.Sent> sent) {
        return new Table("`admin adjust` as a process", "rows", "from start to end, s", "rows/s")
                .row(
                        "by way of a server on embedded storage",
                        Table.count(sent.getFirst().rows()),
                        figure(Medians.of(sent, AdjustResult.Sent::seconds)),
                        figure(Medians.of(sent, AdjustResult.Sent::rowsPerSecond)))
                .toString();
    }

    private static String killed(AdjustResult result) {
        Table table = new Table("storage", "rows", "kills", "rows done unseen", "applied once");
        for (AdjustResult.Killed each : result.killed()) {
            table.row(
                    each.storage(),
                    Table.count(each.rows()),
                    Table.count(each.written().size()),
                    Table.count(each.unseen()),
                    "all");
        }
        return table.toString();
    }

    static String prizes(Results.Recorded run) {
        PrizeResult result = run.read(RunDirectory.RESULT_FILE, PrizeResult.class);
        Table table = new Table("storage", "winners", "ranked/s", "paid/s");
        for (PrizeResult.Storage each : result.storages()) {
            table.row(
                    each.name(),
                    Table.count(each.winners()),
                    figure(Medians.of(each.rounds(), PrizeResult.Round::rankedPerSecond)),
                    figure(Medians.of(each.rounds(), PrizeResult.Round::paidPerSecond)));
        }
        return table.toString();
    }

    static String redis(Results.Recorded run) {
        RedisResult result = run.read(RunDirectory.RESULT_FILE, RedisResult.class);
        Table table =
                new Table("command", "operations/s", "CPU µs", "p50 µs", "p99 µs", "script took");
        for (RedisResult.Workload each : result.workloads()) {
            latencyRow(
                    table,
                    each.command() + ", one round trip",
                    each.oneTrip(),
                    percent(each.scriptShare()));
            latencyRow(table, each.command() + ", two round trips", each.twoTrips(), "");
        }
        return table.row(
                        "the script of a tap alone, by " + result.yardstick(),
                        figure(Medians.of(result.scriptPerSecond())),
                        "",
                        "",
                        "",
                        "")
                .toString();
    }

    static String leaderboard(Results.Recorded run) {
        LeaderboardResult result = run.read(RunDirectory.RESULT_FILE, LeaderboardResult.class);
        Table table =
                new Table(
                        "question, players on the board",
                        "leaderboard/s",
                        "p99 µs",
                        "bare commands/s",
                        "p99 µs",
                        "of the bare");
        for (LeaderboardResult.Workload each : result.workloads()) {
            table.row(
                    each.name() + ", " + count(each.entries()),
                    figure(each.perSecond()),
                    figure(Medians.of(each.board(), round -> round.latency().p99())),
                    figure(Medians.of(each.bare(), Round::perSecond)),
                    figure(Medians.of(each.bare(), round -> round.latency().p99())),
                    percent(each.ratio()));
        }
        return table.toString();
    }

    private static void latencyRow(Table table, String name, List<Round> rounds, String share) {
        table.row(
                name,
                figure(Medians.of(rounds, round -> round.perSecond())),
                figure(Medians.of(rounds, round -> round.cpuMicros())),
                figure(Medians.of(rounds, round -> round.latency().p50())),
                figure(Medians.of(rounds, round -> round.latency().p99())),
                share);
    }

    static String http(Results.Recorded run) {
        HttpResult result = run.read(RunDirectory.RESULT_FILE, HttpResult.class);
        Table table =
                new Table(
                        "scenario, loop, round",
                        "requests/s",
                        "p50 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "max ms",
                        "server CPU µs",
                        "not sent");
        for (HttpResult.Load load : result.loads()) {
            String loop =
                    load.settings().requestsPerSecond() > 0
                            ? "open " + figure(load.settings().requestsPerSecond()) + "/s"
                            : "closed";
            table.row(
                    load.settings().scenario() + ", " + loop + ", " + load.round(),
                    figure(load.requestsPerSecond()),
                    figure(load.latency().p50()),
                    figure(load.latency().p99()),
                    figure(load.latency().p999()),
                    figure(load.latency().max()),
                    figure(load.cpu().serverMicros()),
                    load.notSent());
        }
        return comparisons(result) + "\n" + table + "\n" + sizes(result);
    }

    private static String comparisons(HttpResult result) {
        Table table =
                new Table("against its yardstick", "requests/s", "p99", "CPU time per request");
        comparison(table, "tap, closed loop", result.comparison("hello-post", "tap", "closed"));
        comparison(table, "game, closed loop", result.comparison("hello", "game", "closed"));
        comparison(table, "tap, open loop", result.comparison("hello-post", "tap", "open"));
        return table.toString();
    }

    private static void comparison(Table table, String name, HttpResult.Comparison comparison) {
        table.row(
                name,
                percent(comparison.rateRatio()),
                "× " + figure(comparison.p99Ratio()),
                "× " + figure(comparison.cpuRatio()));
    }

    static String httpHard(Results.Recorded run) {
        HardResult result = run.read(RunDirectory.RESULT_FILE, HardResult.class);
        Table compared = new Table("against its yardstick", "requests/s", "p99", "CPU per request");
        result.scenarios().forEach(each -> comparison(compared, each, result.comparison(each)));
        Table table =
                new Table(
                        "scenario, round",
                        "requests/s",
                        "p50 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "max ms",
                        "server CPU µs");
        for (HttpResult.Load load : result.loads()) {
            table.row(
                    load.settings().scenario() + ", " + load.round(),
                    figure(load.requestsPerSecond()),
                    figure(load.latency().p50()),
                    figure(load.latency().p99()),
                    figure(load.latency().p999()),
                    figure(load.latency().max()),
                    figure(load.cpu().serverMicros()));
        }
        Map<String, Integer> bytes = result.answerBytes();
        return compared + "\n" + table + (bytes == null ? "" : "\n" + sizes(bytes) + ".\n");
    }

    static String balloon(Results.Recorded run) {
        BalloonResult result = run.read(RunDirectory.RESULT_FILE, BalloonResult.class);
        return new Table(
                        "games",
                        "pops/s",
                        "refused",
                        "p50 ms",
                        "p99 ms",
                        "max ms",
                        "heap bytes a game",
                        "resident bytes a game",
                        "server, of a core",
                        "counted")
                .row(
                        result.games(),
                        figure(result.popsPerSecond()),
                        result.refused(),
                        figure(result.latency().p50() / 1e3),
                        figure(result.latency().p99() / 1e3),
                        figure(result.latency().max() / 1e3),
                        figure((double) result.heapBytesPerGame()),
                        figure((double) result.residentBytesPerGame()),
                        percent(result.serverCpuShare()),
                        result.counted())
                .toString();
    }

    static String friends(Results.Recorded run) {
        FriendsResult result = run.read(RunDirectory.RESULT_FILE, FriendsResult.class);
        Table table = new Table("round", "pages/s", "p50 ms", "p99 ms", "max ms");
        for (int i = 0; i < result.rounds().size(); i++) {
            Round round = result.rounds().get(i);
            table.row(
                    i + 1,
                    figure(round.perSecond()),
                    figure(round.latency().p50() / 1e3),
                    figure(round.latency().p99() / 1e3),
                    figure(round.latency().max() / 1e3));
        }
        return table.toString();
    }

    private static String sizes(HttpResult result) {
        return sizes(result.answerBytes())
                + ". Resident memory after %s requests: %d MiB, after %s: %d MiB.%n"
                        .formatted(
                                Table.count(result.atMillion().requests()),
                                result.atMillion().residentMiB(),
                                Table.count(result.atEnd().requests()),
                                result.atEnd().residentMiB());
    }

    private static String sizes(Map<String, Integer> answerBytes) {
        return answerBytes.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", ", "Bytes of one answer: ", ""));
    }

    static String start(Results.Recorded run) {
        StartResult result = run.read(RunDirectory.RESULT_FILE, StartResult.class);
        Table table = new Table("start", "median s", "fastest s", "slowest s", "starts");
        startRow(table, "with the start-up cache", result.withCacheSeconds());
        startRow(table, "without it", result.withoutCacheSeconds());
        return table.toString();
    }

    static String admin(Results.Recorded run) {
        AdminResult result = run.read(RunDirectory.RESULT_FILE, AdminResult.class);
        Table table = new Table("command", "median s", "fastest s", "slowest s", "starts");
        for (AdminResult.Command each : result.commands()) {
            startRow(table, each.name(), each.withCacheSeconds());
            startRow(table, "without the cache", each.withoutCacheSeconds());
        }
        return table.toString();
    }

    private static void startRow(Table table, String name, List<Double> seconds) {
        if (!seconds.isEmpty()) {
            table.row(
                    name,
                    figure(Medians.of(seconds)),
                    figure(seconds.stream().mapToDouble(each -> each).min().orElseThrow()),
                    figure(seconds.stream().mapToDouble(each -> each).max().orElseThrow()),
                    seconds.size());
        }
    }

    static String crash(Results.Recorded run) {
        CrashResult result = run.read(RunDirectory.RESULT_FILE, CrashResult.class);
        return new Table("%d kills, %s".formatted(result.rounds().size(), result.what()), "")
                .row("taps answered", Table.count(result.sum(CrashResult.Round::taps)))
                .row(
                        "purchases, boosters and claims answered",
                        result.sum(CrashResult.Round::changes))
                .row("refusals answered", Table.count(result.sum(CrashResult.Round::refusals)))
                .row(
                        "no answer, and applied",
                        Table.count(result.sum(CrashResult.Round::unknownApplied)))
                .row(
                        "no answer, and not applied",
                        Table.count(result.sum(CrashResult.Round::unknownNotApplied)))
                .row(
                        "repeats compared",
                        result.sum(CrashResult.Round::repeats) + result.finalRepeats())
                .row("**lost, doubled, changed or wrong**", "**" + result.violations() + "**")
                .toString();
    }

    static String campaign(List<CrashResult> results) {
        Table table =
                new Table(
                        "struck",
                        "blows",
                        "operations",
                        "per s",
                        "unknown outcomes",
                        "repeats compared",
                        "soft lost",
                        "of the last s",
                        "audited after s",
                        "**broken promises**");
        for (CrashResult each : results) {
            table.row(
                    each.what(),
                    each.rounds().size(),
                    Table.count(each.sum(CrashResult.Round::operations)),
                    figure(each.mean(CrashResult.Round::perSecond)),
                    Table.count(
                            each.sum(CrashResult.Round::unknownApplied)
                                    + each.sum(CrashResult.Round::unknownNotApplied)),
                    Table.count(each.sum(CrashResult.Round::repeats) + each.finalRepeats()),
                    each.sum(CrashResult.Round::softLost),
                    figure(each.greatest(CrashResult.Round::oldestLostSeconds)),
                    figure(each.greatest(CrashResult.Round::secondsUntilAudited)),
                    "**" + each.violations() + "**");
        }
        return table.toString();
    }
}
