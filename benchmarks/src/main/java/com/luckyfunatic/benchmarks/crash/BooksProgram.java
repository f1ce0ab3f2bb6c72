package com.luckyfunatic.benchmarks.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** {@link BooksCheck} as a child process. */
final class BooksProgram {
    private BooksProgram() {}

    /**
     * Runs it, and tells {@code tally} what does not add up.
     *
     * @param players at least so many must be found
     * @param log where it appends what it logs
     */
    static void run(
            WorkerProcess.Command programs, Addresses databases, int players, Path log, Tally tally)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(programs.line(BooksCheck.class, databases.arguments()))
                        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        long checked = 0;
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(BooksCheck.MISMATCH)) {
                    tally.add(new Violation(Violation.Kind.BOOKS, 0, 0, line));
                } else if (line.startsWith(BooksCheck.PLAYERS)) {
                    checked = Long.parseLong(line.substring(BooksCheck.PLAYERS.length()));
                }
            }
        }
        int code = process.waitFor();
        if (code != 0 || checked < players) {
            tally.add(
                    new Violation(
                            Violation.Kind.MISSED,
                            0,
                            0,
                            "the check of the books ended with %d after %d of %d players"
                                    .formatted(code, checked, players)));
        }
    }
}
