package com.luckyfunatic.benchmarks.crash;

/** A game of one server. Not thread-safe. */
interface OneServer extends Stage {
    /** Kills it as {@code kill -9} does. */
    void killServer() throws InterruptedException;
}
