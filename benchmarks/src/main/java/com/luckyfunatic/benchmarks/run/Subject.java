package com.luckyfunatic.benchmarks.run;

/** Something that callers ask for one operation after the other. Thread-safe. */
@FunctionalInterface
public interface Subject {
    /**
     * Carries out one operation and returns when it is as durable as it has to be. Calls for one
     * player never overlap.
     *
     * @param player index of the player, from 0
     */
    void operate(int player);
}
