package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.Violation.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A mistake that is planted into the servers of a {@link Fleet} and that shows only where there are
 * several.
 */
enum FleetDefect {
    /**
     * Redis takes a change also when another server has changed the player since it was decided.
     */
    NO_VERSION_GUARD(
            EnumSet.of(Kind.OUT_OF_ORDER),
            new ScriptPatch("commit-6.lua", "if stored ~= read_version then", "if false then"));

    // Nobody can change what List.of and Set.copyOf make.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Kind> signs;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Plant> plants;

    FleetDefect(Set<Kind> signs, Plant... plants) {
        this.signs = Set.copyOf(signs);
        this.plants = List.of(plants);
    }

    /** Whether the check of histories has found it: what other checks find does not count. */
    boolean isFoundIn(CrashResult.Round round) {
        return round.violations().stream().anyMatch(each -> signs.contains(each.kind()));
    }

    /** Writes what is changed below {@code directory}. */
    void plant(Path directory) throws IOException {
        for (Plant each : plants) {
            each.write(directory);
        }
    }
}
