package com.luckyfunatic.engine.testkit;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/**
 * The seeds of generated tests. A test that fails names its seed, and the seed alone repeats it.
 *
 * <p>The system property {@value #COUNT_PROPERTY} asks for more of them, for a longer search.
 */
public final class Seeds {
    /** Names the system property with the number of seeds. */
    public static final String COUNT_PROPERTY = "funatic.testkit.seeds";

    private static final int COUNT_DEFAULT = 10;
    private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private Seeds() {}

    /** Returns the seeds to test with: 1, 2, 3 … */
    public static LongStream all() {
        return LongStream.rangeClosed(1, Integer.getInteger(COUNT_PROPERTY, COUNT_DEFAULT));
    }

    /** Returns the generator that {@code seed} starts; the same on every machine. */
    public static RandomGenerator random(long seed) {
        return GENERATORS.create(seed);
    }
}
