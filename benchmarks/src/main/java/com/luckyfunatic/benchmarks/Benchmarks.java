package com.luckyfunatic.benchmarks;

import com.luckyfunatic.benchmarks.adjust.AdjustSuite;
import com.luckyfunatic.benchmarks.audit.AuditSuite;
import com.luckyfunatic.benchmarks.audit.AuditVerifySuite;
import com.luckyfunatic.benchmarks.audit.DrainSuite;
import com.luckyfunatic.benchmarks.content.SwitchSuite;
import com.luckyfunatic.benchmarks.crash.CampaignCommand;
import com.luckyfunatic.benchmarks.crash.CrashCommand;
import com.luckyfunatic.benchmarks.crash.FleetCommand;
import com.luckyfunatic.benchmarks.embedded.EmbeddedSuite;
import com.luckyfunatic.benchmarks.embedded.GrowthSuite;
import com.luckyfunatic.benchmarks.footprint.FootprintSuite;
import com.luckyfunatic.benchmarks.http.BalloonSuite;
import com.luckyfunatic.benchmarks.http.FriendsSuite;
import com.luckyfunatic.benchmarks.http.HardSuite;
import com.luckyfunatic.benchmarks.http.HttpSuite;
import com.luckyfunatic.benchmarks.http.LoadCommand;
import com.luckyfunatic.benchmarks.http.OverloadSuite;
import com.luckyfunatic.benchmarks.http.StockSuite;
import com.luckyfunatic.benchmarks.mysql.MySqlSuite;
import com.luckyfunatic.benchmarks.page.Plots;
import com.luckyfunatic.benchmarks.page.ResultsPage;
import com.luckyfunatic.benchmarks.prize.PrizeSuite;
import com.luckyfunatic.benchmarks.redis.LeaderboardSuite;
import com.luckyfunatic.benchmarks.redis.RedisSuite;
import com.luckyfunatic.benchmarks.run.RunOptions;
import com.luckyfunatic.benchmarks.server.AdminSuite;
import com.luckyfunatic.benchmarks.server.ServerOptions;
import com.luckyfunatic.benchmarks.server.StartSuite;
import com.luckyfunatic.benchmarks.simulation.SimulateCommand;
import com.luckyfunatic.benchmarks.takeover.TakeoverSuite;
import com.luckyfunatic.benchmarks.transfer.TransferSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Command line of all benchmarks. Each command writes its own raw files. */
@Command(
        name = "benchmarks/run",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            LoadCommand.class,
            CrashCommand.class,
            CampaignCommand.class,
            FleetCommand.class,
            SimulateCommand.class
        },
        description = "Measures the game. benchmarks/README.md says what against what.")
public final class Benchmarks {
    /** Runs a command and ends the process with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Benchmarks());
    }

    @Command(name = "rule", description = "decide + evolve of taps and income (JMH).")
    int rule(@Mixin RunOptions options) throws IOException, RunnerException {
        JmhRun.run("rule", options);
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "raffle", description = "The draw of a million tickets (JMH).")
    int raffle(@Mixin RunOptions options) throws IOException, RunnerException {
        JmhRun.run("raffle", options);
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "memory", description = "Taps on the memory store, one thread (JMH).")
    int memory(@Mixin RunOptions options) throws IOException, RunnerException {
        JmhRun.run("memory", options);
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "embedded",
            description = "Taps and purchases on the embedded store, beside the bare engine.")
    int embedded(@Mixin RunOptions options) throws IOException, SQLException {
        new EmbeddedSuite("embedded", options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "embedded-one-thread",
            description = "The same with all callers on one thread instead of two.")
    int embeddedOneThread(@Mixin RunOptions options) throws IOException, SQLException {
        if (!"1".equals(System.getProperty("jdk.virtualThreadScheduler.parallelism"))) {
            throw new IllegalStateException(
                    "start it by benchmarks/run, which has one thread carry the virtual ones");
        }
        new EmbeddedSuite("embedded-one-thread", options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "growth", description = "Taps with 1 000 and with 1 000 000 stored players.")
    int growth(@Mixin RunOptions options) throws IOException {
        new GrowthSuite(options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "audit-verify",
            description = "Seals on a million changes made and checked, embedded and on MySQL.")
    int auditVerify(@Mixin RunOptions options) throws IOException {
        new AuditVerifySuite(options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "mysql",
            description = "Hard changes on MySQL by group commit, beside one commit for each.")
    int mysql(
            @Mixin RunOptions options,
            @Option(
                            names = "--url",
                            description =
                                    "JDBC address of an empty database, with user and password."
                                            + " Default: a MariaDB of its own.")
                    @Nullable String url)
            throws IOException, SQLException {
        if (url == null) {
            MySqlSuite.runOnOwnServer(options);
        } else {
            new MySqlSuite(options, url).run();
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "adjust",
            description =
                    "10 000 rows of a file of adjustments carried out, on both storages, also by a"
                            + " process that is killed 20 times.")
    int adjust(@Mixin RunOptions options) throws IOException, InterruptedException {
        new AdjustSuite(options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "takeover",
            description =
                    "Workers killed and frozen: how soon others go on, and whether all is done"
                            + " once.")
    int takeover(
            @Mixin RunOptions options,
            @Option(
                            names = "--kills",
                            defaultValue = "0",
                            description = "How often one is killed. Default: 20.")
                    int kills,
            @Option(
                            names = "--freezes",
                            defaultValue = "0",
                            description = "How often one stands still for a minute. Default: 20.")
                    int freezes)
            throws IOException, InterruptedException {
        boolean clean = new TakeoverSuite(options, kills, freezes).run();
        return clean ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(name = "audit", description = "Appends to the audit trail, beside the bare driver.")
    int audit(@Mixin RunOptions options) throws IOException {
        new AuditSuite(options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "drain",
            description = "Journals through the whole drain, beside the bare driver; the lag.")
    int drain(@Mixin RunOptions options) throws IOException, InterruptedException {
        new DrainSuite(options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "footprint",
            description = "Bytes and CPU time that a session of many players takes of each store.")
    int footprint(@Mixin RunOptions options) throws IOException, SQLException {
        new FootprintSuite(options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "redis", description = "Commands through Redis, beside the bare script.")
    int redis(@Mixin RunOptions options) throws IOException {
        new RedisSuite(options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "leaderboard",
            description = "Leaderboards on Redis, beside the bare commands of a sorted set.")
    int leaderboard(@Mixin RunOptions options) throws IOException {
        new LeaderboardSuite(options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "prizes",
            description = "100 000 winners of a tournament ranked and paid, on both storages.")
    int prizes(@Mixin RunOptions options) throws IOException {
        new PrizeSuite(options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "http", description = "The real server under load, beside its hello route.")
    int http(@Mixin RunOptions options, @Mixin ServerOptions server)
            throws IOException, InterruptedException {
        boolean clean = new HttpSuite(options, server.command()).run();
        return clean ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(
            name = "http-hard",
            description =
                    "Claims, spins, purchases and conversions on the real server, beside its hello"
                            + " route.")
    int httpHard(
            @Mixin RunOptions options,
            @Mixin ServerOptions server,
            @Option(
                            names = "--distributed",
                            description = "On Redis, MySQL and Cassandra of its own.")
                    boolean distributed,
            @Option(
                            names = "--connections",
                            paramLabel = "N",
                            description =
                                    "Connections, each with one request in flight. Default: 128,"
                                            + " or 64 with --distributed")
                    @Nullable Integer connections)
            throws IOException, InterruptedException {
        boolean clean =
                new HardSuite(
                                options,
                                server.command(),
                                distributed,
                                connections != null ? connections : distributed ? 64 : 128)
                        .run();
        return clean ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(
            name = "overload",
            description = "Ten times the usual taps for a minute: how long what is accepted takes.")
    int overload(
            @Mixin RunOptions options,
            @Mixin ServerOptions server,
            @Option(
                            names = "--distributed",
                            description = "On Redis, MySQL and Cassandra of its own.")
                    boolean distributed,
            @Option(
                            names = "--in-flight-max",
                            paramLabel = "N",
                            description =
                                    "The server's requests-in-flight-max; 0 for no limit. Default:"
                                            + " the server's.")
                    @Nullable Integer inFlightMax)
            throws IOException, InterruptedException {
        boolean clean =
                new OverloadSuite(options, server.command(), distributed, inFlightMax).run();
        return clean ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(
            name = "friends",
            description = "Pages of the ranking of a player with 10 000 friends.")
    int friends(@Mixin RunOptions options, @Mixin ServerOptions server)
            throws IOException, InterruptedException {
        new FriendsSuite(options, server.command()).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "stock",
            description = "The last pieces of a listing, on a server that is killed meanwhile.")
    int stock(@Mixin RunOptions options, @Mixin ServerOptions server)
            throws IOException, InterruptedException {
        return new StockSuite(options, server.command()).run()
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(
            name = "switch",
            description =
                    "Content released 20 times while players tap and buy: failed requests, how soon"
                            + " every server follows.")
    int switchContent(
            @Mixin RunOptions options,
            @Mixin ServerOptions server,
            @Option(
                            names = "--distributed",
                            description = "Two servers on Redis, MySQL and Cassandra of their own.")
                    boolean distributed)
            throws IOException, InterruptedException {
        return new SwitchSuite(options, server.command(), distributed).run()
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(
            name = "transfers",
            description =
                    "Transfers to a platform with a bad network, on a server that is killed"
                            + " meanwhile: whether each ends once.")
    int transfers(
            @Mixin RunOptions options,
            @Mixin ServerOptions server,
            @Option(
                            names = "--kills",
                            defaultValue = "0",
                            description = "How often it is killed. Default: 20.")
                    int kills,
            @Option(
                            names = "--seed",
                            defaultValue = "1",
                            description =
                                    "Of the players, the network and the kills. Default:"
                                            + " ${DEFAULT-VALUE}")
                    long seed)
            throws IOException, InterruptedException {
        return new TransferSuite(options, server.command(), kills, seed).run()
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(
            name = "balloon",
            description = "2 000 games of balloons at once: how soon a pop is answered, memory.")
    int balloon(@Mixin RunOptions options, @Mixin ServerOptions server)
            throws IOException, InterruptedException {
        return new BalloonSuite(options, server.command()).run()
                ? CommandLine.ExitCode.OK
                : CommandLine.ExitCode.SOFTWARE;
    }

    @Command(name = "start", description = "How long the server takes to start.")
    int start(@Mixin RunOptions options, @Mixin ServerOptions server)
            throws IOException, InterruptedException {
        new StartSuite(options, server.command()).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "admin", description = "How long short commands of ./funatic admin take.")
    int admin(@Mixin RunOptions options) throws IOException, InterruptedException {
        new AdminSuite(options).run();
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "page",
            description =
                    "Writes the tables of docs/benchmarks.md and docs/sizing.md, and the plots.")
    int page() throws IOException {
        Path results = Path.of("benchmarks", "results");
        ResultsPage.update(Path.of("docs", "benchmarks.md"), results);
        ResultsPage.update(Path.of("docs", "sizing.md"), results);
        Plots.write(Path.of("docs", "plots"), results);
        return CommandLine.ExitCode.OK;
    }
}
