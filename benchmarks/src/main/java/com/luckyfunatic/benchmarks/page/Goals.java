package com.luckyfunatic.benchmarks.page;

import com.luckyfunatic.benchmarks.adjust.AdjustResult;
import com.luckyfunatic.benchmarks.audit.AuditResult;
import com.luckyfunatic.benchmarks.audit.AuditVerifyResult;
import com.luckyfunatic.benchmarks.audit.DrainResult;
import com.luckyfunatic.benchmarks.content.SwitchResult;
import com.luckyfunatic.benchmarks.embedded.GrowthResult;
import com.luckyfunatic.benchmarks.http.BalloonResult;
import com.luckyfunatic.benchmarks.http.FriendsResult;
import com.luckyfunatic.benchmarks.http.HardResult;
import com.luckyfunatic.benchmarks.http.HttpResult;
import com.luckyfunatic.benchmarks.http.OverloadResult;
import com.luckyfunatic.benchmarks.mysql.MySqlResult;
import com.luckyfunatic.benchmarks.page.BarChart.Bar;
import com.luckyfunatic.benchmarks.page.BarChart.Tone;
import com.luckyfunatic.benchmarks.prize.PrizeResult;
import com.luckyfunatic.benchmarks.redis.LeaderboardResult;
import com.luckyfunatic.benchmarks.redis.RedisResult;
import com.luckyfunatic.benchmarks.run.Medians;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.server.AdminResult;
import com.luckyfunatic.benchmarks.server.StartResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, in per cent of what is to be reached: the figures of {@link Figures} that are
 * more than yes or no. 100 is just reached; more is better, also where less was to be reached.
 */
final class Goals {
    private static final String PLAIN = "boosted=false";

    private final Results results;
    private final List<Bar> bars = new ArrayList<>();

    private Goals(Results results) {
        this.results = results;
    }

    /** Returns a bar for each figure that was measured. */
    static List<Bar> in(Results results) {
        Goals goals = new Goals(results);
        goals.addRules();
        goals.addEmbedded();
        goals.addHttp();
        goals.addDistributed();
        goals.addCompetition();
        goals.addOperation();
        return List.copyOf(goals.bars);
    }

    private void addRules() {
        atMost("a tap in the rules, time", 150, "rule", run -> tap(run).score());
        atMost(
                "a numbered tap in the rules, time",
                150,
                "rule",
                run -> jmh(run, "TapRuleBenchmark.numberedTap", PLAIN).score());
        atMost("a tap in the rules, bytes allocated", 400, "rule", run -> tap(run).bytes());
        atLeast(
                "memory store, taps on one thread",
                1_000_000,
                "memory",
                run -> jmh(run, "MemoryStoreBenchmark.tap", "").score());
    }

    private void addEmbedded() {
        atLeast(
                "embedded, taps beside the bare engine",
                0.6,
                "embedded",
                run -> Figures.embeddedTapOf(run, "every_second").ratio());
        atLeast(
                "embedded, the same, each forced to disk",
                0.6,
                "embedded",
                run -> Figures.embeddedTapOf(run, "always").ratio());
        atMost(
                "embedded, a million stored, as many play",
                1.3,
                "growth",
                GrowthResult.class,
                result -> result.factor(result.fewOfMany()));
        atMost(
                "embedded, a million stored, all play",
                1.3,
                "growth",
                GrowthResult.class,
                result -> result.factor(result.all()));
    }

    private void addHttp() {
        atLeast(
                "HTTP, taps beside hello",
                0.6,
                "http",
                HttpResult.class,
                result -> result.comparison("hello-post", "tap", "closed").rateRatio());
        atMost(
                "HTTP, p99 of taps beside hello's",
                3,
                "http",
                HttpResult.class,
                result -> result.comparison("hello-post", "tap", "closed").p99Ratio());
        atMost(
                "HTTP, memory after a million requests",
                350,
                "http",
                HttpResult.class,
                result -> result.atMillion().residentMiB());
        for (String scenario : hardScenarios()) {
            atLeast(
                    "HTTP, " + scenario + " beside hello",
                    0.5,
                    "http-hard",
                    HardResult.class,
                    result -> result.comparison(scenario).rateRatio());
        }
        // A generator that was behind has measured itself.
        if (results.latest("overload").filter(run -> Overloads.read(run).hasKeptUp()).isPresent()) {
            atMost(
                    "HTTP, tenfold load, p99 beside the calm one",
                    2,
                    "overload",
                    OverloadResult.class,
                    OverloadResult::p99Ratio);
            atMost(
                    "HTTP, tenfold load, refusals, p99",
                    50,
                    "overload",
                    OverloadResult.class,
                    result -> result.surge().refusal().p99());
        }
        for (String servers : List.of("switch", "switch-distributed")) {
            atMost(
                    "HTTP, released content in force, "
                            + (servers.equals("switch") ? "one server" : "two servers"),
                    SwitchResult.SWITCH_MAX_MILLIS,
                    servers,
                    SwitchResult.class,
                    SwitchResult::longestMillis);
        }
        atMost(
                "HTTP, ranking of 10 000 friends, p99",
                20,
                "friends",
                FriendsResult.class,
                result -> Medians.of(result.rounds(), round -> round.latency().p99() / 1e3));
        // Of a server that is started from jars there is no start with the cache.
        if (results.latest("start").filter(Goals::hasCache).isPresent()) {
            atMost(
                    "start with the build's cache",
                    2.5,
                    "start",
                    StartResult.class,
                    result -> Medians.of(result.withCacheSeconds()));
        }
        atMost(
                "start without it",
                6,
                "start",
                StartResult.class,
                result -> Medians.of(result.withoutCacheSeconds()));
    }

    private void addDistributed() {
        atLeast(
                "taps through Redis beside the bare script",
                0.8,
                "redis",
                RedisResult.class,
                RedisResult::ratio);
        atLeast(
                "group commit on MySQL beside single commits",
                5,
                "mysql",
                MySqlResult.class,
                MySqlResult::ratio);
        atLeast(
                "audit on Cassandra beside the bare driver",
                0.8,
                "audit",
                AuditResult.class,
                AuditResult::ratio);
        atLeast(
                "the whole drain beside the bare driver",
                0.8,
                "drain",
                DrainResult.class,
                DrainResult::ratio);
        atMost(
                "the audit's lag at 2 000 changes/s, p99",
                1_000,
                "drain",
                DrainResult.class,
                result -> result.lag().p99Millis());
    }

    private void addCompetition() {
        for (String question : List.of("score", "rank", "20 around")) {
            atLeast(
                    "leaderboard of a million, " + question + " beside the bare set",
                    0.7,
                    "leaderboard",
                    LeaderboardResult.class,
                    result -> onMillion(result, question));
        }
        atLeast("prizes, embedded", 5_000, "prizes", PrizeResult.class, paid("embedded"));
        atLeast("prizes, distributed", 5_000, "prizes", PrizeResult.class, paid("distributed"));
        atMost(
                "balloons, pop of 2 000 games, p99",
                20_000,
                "balloon",
                BalloonResult.class,
                result -> result.latency().p99());
        atMost(
                "balloons, heap of a game",
                64 * 1024.0,
                "balloon",
                BalloonResult.class,
                BalloonResult::heapBytesPerGame);
        atMost(
                "raffle, all of a million tickets drawn",
                2_000,
                "raffle",
                run -> jmh(run, "RaffleDrawBenchmark.drawAll", "").score());
    }

    private void addOperation() {
        atLeast(
                "sealed changes checked, embedded",
                200_000,
                "audit-verify",
                AuditVerifyResult.class,
                result -> Medians.of(result.log(AuditVerifyResult.JOURNAL).checkedPerSecond()));
        atMost(
                "admin --help",
                0.5,
                "admin",
                AdminResult.class,
                result -> median(result, AdminResult.HELP));
        atMost(
                "admin, a player looked up",
                1,
                "admin",
                AdminResult.class,
                result -> median(result, AdminResult.LOOK_UP));
        atMost(
                "admin, the same by way of a server",
                1,
                "admin",
                AdminResult.class,
                result -> median(result, AdminResult.LOOK_UP_BY_SERVER));
        for (String storage : List.of("embedded", "distributed")) {
            atLeast(
                    "rows of adjustments, " + storage,
                    500,
                    "adjust",
                    AdjustResult.class,
                    result -> rows(result, storage));
        }
    }

    private static boolean hasCache(Results.Recorded run) {
        return !run.read(RunDirectory.RESULT_FILE, StartResult.class).withCacheSeconds().isEmpty();
    }

    private List<String> hardScenarios() {
        return results.latest("http-hard")
                .map(run -> run.read(RunDirectory.RESULT_FILE, HardResult.class).scenarios())
                .orElse(List.of());
    }

    private static JmhScores.Score tap(Results.Recorded run) {
        return jmh(run, "TapRuleBenchmark.tap", PLAIN);
    }

    private static JmhScores.Score jmh(Results.Recorded run, String benchmark, String parameters) {
        return JmhScores.of(run.read("jmh.json")).score(benchmark, parameters);
    }

    private static double median(AdminResult result, String command) {
        return Medians.of(result.command(command).withCacheSeconds());
    }

    private static double onMillion(LeaderboardResult result, String question) {
        return result.workloads().stream()
                .filter(each -> each.name().equals(question) && each.entries() == 1_000_000)
                .findFirst()
                .orElseThrow()
                .ratio();
    }

    private static ToDoubleFunction<PrizeResult> paid(String storage) {
        return result -> Figures.paidPerSecond(result, storage);
    }

    private static double rows(AdjustResult result, String storage) {
        return Figures.rowsPerSecond(result, storage);
    }

    private <T> void atLeast(
            String name, double wanted, String run, Class<T> type, ToDoubleFunction<T> figure) {
        atLeast(name, wanted, run, found -> read(found, type, figure));
    }

    private <T> void atMost(
            String name, double wanted, String run, Class<T> type, ToDoubleFunction<T> figure) {
        atMost(name, wanted, run, found -> read(found, type, figure));
    }

    private static <T> double read(
            Results.Recorded run, Class<T> type, ToDoubleFunction<T> figure) {
        return figure.applyAsDouble(run.read(RunDirectory.RESULT_FILE, type));
    }

    private void atLeast(
            String name, double wanted, String run, ToDoubleFunction<Results.Recorded> figure) {
        add(name, run, found -> figure.applyAsDouble(found) / wanted);
    }

    private void atMost(
            String name, double wanted, String run, ToDoubleFunction<Results.Recorded> figure) {
        add(name, run, found -> wanted / figure.applyAsDouble(found));
    }

    private void add(String name, String run, ToDoubleFunction<Results.Recorded> share) {
        results.latest(run)
                .ifPresent(found -> {
                    double percent = share.applyAsDouble(found) * 100;
                    bars.add(new Bar(name, percent, percent >= 100 ? Tone.GOOD : Tone.BAD));
                });
    }
}
