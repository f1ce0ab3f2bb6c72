package com.luckyfunatic.benchmarks.page;

import com.luckyfunatic.benchmarks.run.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills the tables of a page from the raw files: whatever stands between {@code <!-- results: NAME
 * -->} and {@code <!-- end -->} is replaced.
 */
public final class ResultsPage {
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- results: (\\S+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private static final String NOT_MEASURED = "Not measured yet.\n";

    private final Results results;
    private final Path resultsDirectory;

    private ResultsPage(Path resultsDirectory) throws IOException {
        this.resultsDirectory = resultsDirectory;
        results = Results.in(resultsDirectory);
    }

    /** Rewrites {@code page} from the runs in {@code results}. */
    public static void update(Path page, Path results) throws IOException {
        Files.writeString(page, new ResultsPage(results).fill(Files.readString(page)));
    }

    /** Returns {@code text} with tables of the runs in {@code results}. */
    static String fill(String text, Path results) throws IOException {
        return new ResultsPage(results).fill(text);
    }

    private String fill(String text) {
        return BLOCK.matcher(text)
                .replaceAll(match ->
                        Matcher.quoteReplacement(
                                match.group(1) + block(match.group(2)) + match.group(3)));
    }

    private String block(String name) {
        return switch (name) {
            case "figures" -> new Figures(results).table();
            case "rule", "raffle", "memory" -> section(name, Sections::jmh);
            case "embedded", "embedded-one-thread" -> section(name, Sections::embedded);
            case "growth" -> section(name, Sections::growth);
            case "adjust" -> section(name, Sections::adjust);
            case "takeover" -> section(name, Takeovers::section);
            case "switch", "switch-distributed" -> section(name, Switches::section);
            case "transfers" -> section(name, Transfers::section);
            case "audit" -> section(name, Sections::audit);
            case "mysql" -> section(name, Sections::mysql);
            case "drain" -> section(name, Sections::drain);
            case "prizes" -> section(name, Sections::prizes);
            case "redis" -> section(name, Sections::redis);
            case "leaderboard" -> section(name, Sections::leaderboard);
            case "http" -> section(name, Sections::http);
            case "http-hard", "http-hard-distributed" -> section(name, Sections::httpHard);
            case "overload", "overload-distributed" -> section(name, Overloads::section);
            case "balloon" -> section(name, Sections::balloon);
            case "friends" -> section(name, Sections::friends);
            case "start" -> section(name, Sections::start);
            case "admin" -> section(name, Sections::admin);
            case "crash-everysec", "crash-always" -> section(name, Sections::crash);
            case "footprint" -> capacity(units -> units.units() + "\n" + origin(units.footprint()));
            case "capacity-assumed" -> capacity(Capacities::assumed);
            case "capacity-million" -> capacity(Capacities::million);
            case "capacity-scale" -> capacity(Capacities::scale);
            case "capacity-first" -> capacity(Capacities::first);
            case "fleet", "fleet-cluster" -> section(name, Fleets::section);
            case "campaign" -> campaign(new Campaigns(results));
            default -> throw new IllegalArgumentException("no results are called " + name);
        };
    }

    private String section(String name, Function<Results.Recorded, String> table) {
        return results.latest(name)
                .map(run -> table.apply(run) + "\n" + origin(run))
                .orElse(NOT_MEASURED);
    }

    private String capacity(Function<Capacities, String> table) {
        return Capacities.of(results).map(table).orElse(NOT_MEASURED);
    }

    private String campaign(Campaigns campaigns) {
        return campaigns.isEmpty()
                ? NOT_MEASURED
                : Sections.campaign(campaigns.results())
                        + campaigns.runs().stream()
                                .map(run -> "\n" + origin(run))
                                .collect(Collectors.joining());
    }

    private String origin(Results.Recorded run) {
        Machine machine = run.run().machine();
        String directory = resultsDirectory.relativize(run.directory()).toString();
        return String.format(
                Locale.ROOT,
                """
                [%s](../benchmarks/results/%s), %s. %d cores of %s, %d GiB, %s, %s; JVM options `%s`; commit %s%s; \
                load average before the run %.1f.
                """,
                directory,
                directory,
                run.run().startedAt(),
                machine.cores(),
                machine.cpu(),
                Math.ceilDiv(machine.memoryMiB(), 1 << 10),
                machine.os(),
                machine.jdk(),
                String.join(" ", machine.jvmArguments()),
                machine.commit(),
                machine.changed() ? " with changes" : "",
                machine.loadAverage());
    }
}
