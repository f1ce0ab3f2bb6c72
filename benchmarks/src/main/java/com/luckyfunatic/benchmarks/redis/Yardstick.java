package com.luckyfunatic.benchmarks.redis;

import java.time.Duration;

/** Runs one script with the same arguments again and again, over one connection. */
interface Yardstick extends AutoCloseable {
    /** What it is. */
    String name();

    /** Returns how often per second it ran the script for about {@code duration}. */
    double perSecond(Duration duration);

    @Override
    void close();
}
