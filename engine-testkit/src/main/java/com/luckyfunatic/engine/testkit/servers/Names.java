package com.luckyfunatic.engine.testkit.servers;

import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Makes names for databases, keyspaces and keys that belong to one run of one test class. */
final class Names {
    /** Cassandra's names of keyspaces end at 48 characters. */
    static final int LONGEST = 48;

    private Names() {}

    /** A name of small letters, digits and underscores. */
    static String unique(Class<?> testClass) {
        var random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        var readable =
                testClass.getSimpleName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        var name = "t_" + random + "_" + readable;
        return name.substring(0, Math.min(LONGEST, name.length()));
    }
}
