package com.luckyfunatic.benchmarks.http;

import com.luckyfunatic.benchmarks.run.RunDirectory;
import com.luckyfunatic.benchmarks.run.RunOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/**
 * Puts load on a server that is running already. Ends with 1 when any request was refused, failed
 * or not sent.
 */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description =
                "Puts load on a running server (in dev mode, started with"
                        + " FUNATIC_RATE_LIMITS=false).")
public final class LoadCommand implements Callable<Integer> {
    @Mixin private RunOptions options = new RunOptions();

    @Option(names = "--url", required = true, description = "Scheme, host and port of the server.")
    private URI url = URI.create("http://127.0.0.1");

    @Option(
            names = "--scenario",
            required = true,
            converter = ScenarioConverter.class,
            description =
                    "hello, hello-post, login, game, tap or mixed; claim, spin, purchase and"
                            + " conversion need content of their own")
    private LoadScenario scenario = LoadScenario.HELLO;

    @Option(
            names = "--rate",
            description =
                    "Requests per second, whether or not earlier ones were answered (open loop)."
                            + " Default: as fast as answers come (closed loop)")
    private double rate;

    @Option(names = "--connections", defaultValue = "64", description = "Default: ${DEFAULT-VALUE}")
    private int connections;

    @Option(
            names = "--threads",
            defaultValue = "1",
            description = "Event loops of the generator. Default: ${DEFAULT-VALUE}")
    private int threads;

    @Option(
            names = "--players",
            defaultValue = "10000",
            description = "Players to spread the requests over. Default: ${DEFAULT-VALUE}")
    private int players;

    @Option(
            names = "--warmup",
            defaultValue = "5s",
            converter = DurationConverter.class,
            description = "Default: ${DEFAULT-VALUE}")
    private Duration warmup = Duration.ZERO;

    @Option(
            names = "--duration",
            defaultValue = "20s",
            converter = DurationConverter.class,
            description = "Default: ${DEFAULT-VALUE}")
    private Duration duration = Duration.ZERO;

    @Option(
            names = "--timeout",
            defaultValue = "10s",
            converter = DurationConverter.class,
            description = "For one answer. Default: ${DEFAULT-VALUE}")
    private Duration timeout = Duration.ZERO;

    @Override
    public Integer call() throws IOException {
        Arrival arrival = rate == 0 ? new Arrival.Closed() : new Arrival.Open(rate);
        LoadPlan plan =
                new LoadPlan(
                        url, scenario, arrival, connections, threads, warmup, duration, timeout);
        RunDirectory directory = options.start("load-" + scenario.label());
        List<Player> who =
                scenario.needsTokens()
                        ? PlayerLogin.loggedIn(url, players)
                        : PlayerLogin.anonymous(players);
        LoadReport report = LoadRun.run(plan, who, () -> 0);
        directory.write(RunDirectory.RESULT_FILE, report);
        System.out.print(report.toText());
        System.out.println("raw results: " + directory);
        return report.isClean() ? 0 : 1;
    }

    /** Reads a scenario by its label. */
    static final class ScenarioConverter implements ITypeConverter<LoadScenario> {
        @Override
        public LoadScenario convert(String text) {
            try {
                return LoadScenario.of(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Reads a time span such as 20s or 1m. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
        }
    }
}
