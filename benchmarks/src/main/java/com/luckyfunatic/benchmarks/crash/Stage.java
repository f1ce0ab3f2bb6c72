package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** The game under test with everything it runs on. Not thread-safe. */
interface Stage extends AutoCloseable {
    /** Starts what does not run, on the data that are there; returns the seconds it took. */
    double start() throws IOException, InterruptedException;

    /** Where clients reach the game: each server of it, one as good as the other. */
    List<URI> urls();

    /** Returns what answers are held to. */
    StateCheck check(JsonNode catalog);

    /**
     * Lets the game check what it keeps of everybody, in a quiet moment.
     *
     * @param players at least so many must be found
     */
    default void checkBooks(int players, Tally tally) throws IOException, InterruptedException {}

    @Override
    void close();
}
