package com.luckyfunatic.benchmarks.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The directory that a run writes its raw files to, {@code <date>-<name>}. Immutable. */
public final class RunDirectory {
    /** The file with what is true of the whole run. */
    public static final String RUN_FILE = "run.json";

    /** The file with what a run of our own (not JMH's) has measured. */
    public static final String RESULT_FILE = "result.json";

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path directory;

    private RunDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Makes a directory for a run that starts now, and writes down the machine. Never one that
     * exists: a second run of a day gets a number.
     *
     * @param results where the directories of all runs are
     */
    static RunDirectory create(Path results, String name, boolean quick, Clock clock)
            throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        String wanted = LocalDate.ofInstant(now, ZoneOffset.UTC) + "-" + name;
        Path directory = results.resolve(wanted);
        for (int number = 2; Files.exists(directory); number++) {
            directory = results.resolve(wanted + "-" + number);
        }
        Files.createDirectories(directory);
        RunDirectory created = new RunDirectory(directory);
        created.write(RUN_FILE, new Run(name, now.toString(), quick, Machine.current()));
        return created;
    }

    /** The path of a file in it. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Writes {@code value} as JSON, whole or not at all. */
    public void write(String name, Object value) throws IOException {
        Path whole = file(name + ".new");
        Files.writeString(whole, JSON.writeValueAsString(value) + "\n");
        Files.move(whole, file(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
