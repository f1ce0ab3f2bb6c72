package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.Violation.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A mistake that is planted into the servers of a {@link Fleet} and that shows only where there are
 * several.
 */
enum FleetDefect implements Planted {
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

    @Override
    public Set<Kind> signs() {
        return signs;
    }

    @Override
    public List<Plant> plants() {
        return plants;
    }
}
