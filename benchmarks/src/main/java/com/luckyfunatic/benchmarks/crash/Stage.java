package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;

/** The game under test with everything it runs on. Not thread-safe. */
interface Stage extends AutoCloseable {
    /** Starts what does not run, on the data that are there; returns the seconds it took. */
    double start() throws IOException, InterruptedException;

    /** Where clients reach the game. */
    URI url();

    /** Kills the game's server as {@code kill -9} does. */
    void killServer() throws InterruptedException;

    /** Returns what answers are held to. */
    StateCheck check(JsonNode catalog);

    @Override
    void close();
}
