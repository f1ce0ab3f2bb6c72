package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.Violation.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mistake that is planted into the game on purpose, to see that the checks find it. What is
 * changed stands before the real thing on the class path of a child process; the programs
 * themselves know nothing of it.
 */
interface Planted {
    /** What it must break. */
    Set<Kind> signs();

    /** What is changed. */
    List<Plant> plants();

    /**
     * Whether the checks have found it. A violation of any other kind does not count: a game that
     * does not even answer would show every defect.
     */
    default boolean isFoundIn(CrashResult.Round round) {
        return round.violations().stream().anyMatch(each -> signs().contains(each.kind()));
    }

    /**
     * Writes what is changed below {@code directory}.
     *
     * @throws IllegalStateException when the game has nothing like that any more: the defect must
     *     be planted elsewhere
     */
    default void plant(Path directory) throws IOException {
        for (Plant each : plants()) {
            each.write(directory);
        }
    }

    /**
     * Plants {@code defect} below {@code scratch}, unless it is null; returns the directories that
     * have to stand first on a class path.
     */
    static List<Path> below(Path scratch, @Nullable Planted defect) throws IOException {
        if (defect == null) {
            return List.of();
        }
        Path changed = scratch.resolve("defect");
        defect.plant(changed);
        return List.of(changed);
    }
}
