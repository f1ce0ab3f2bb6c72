package com.luckyfunatic.benchmarks.page;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.benchmarks.run.Run;
import com.luckyfunatic.benchmarks.run.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The raw files of all runs. Immutable. */
final class Results {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final List<Recorded> runs;

    /**
     * One run.
     *
     * @param directory where its files are
     */
    record Recorded(Path directory, Run run) {
        /** Reads one of its files. */
        <T> T read(String file, Class<T> type) {
            return Results.read(directory.resolve(file), type);
        }

        /** Reads one of its files as it is. */
        JsonNode read(String file) {
            return read(file, JsonNode.class);
        }
    }

    private Results(List<Recorded> runs) {
        this.runs = runs;
    }

    /** Finds the runs below {@code directory}; none when there is no such directory. */
    static Results in(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return new Results(List.of());
        }
        try (Stream<Path> children = Files.list(directory)) {
            return new Results(
                    children.filter(child -> Files.exists(child.resolve(RunDirectory.RUN_FILE)))
                            .map(child ->
                                    new Recorded(
                                            child,
                                            read(child.resolve(RunDirectory.RUN_FILE), Run.class)))
                            .filter(recorded -> !recorded.run().quick())
                            .toList());
        }
    }

    private static <T> T read(Path file, Class<T> type) {
        try {
            return JSON.readValue(file.toFile(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The latest run of a command. */
    Optional<Recorded> latest(String name) {
        return Optional.ofNullable(all(name).peekLast());
    }

    /** All runs of a command, the latest last. */
    ArrayDeque<Recorded> all(String name) {
        return runs.stream()
                .filter(recorded -> recorded.run().name().equals(name))
                .sorted(Comparator.comparing(recorded -> recorded.run().startedAt()))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }
}
