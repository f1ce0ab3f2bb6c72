package com.luckyfunatic.benchmarks.server;

import java.util.List;

/** The result of {@link AdminSuite}. */
public record AdminResult(List<Command> commands) {
    /** The command that shows what there is. */
    public static final String HELP = "the help";

    /** The command that shows one of the players of a data directory. */
    public static final String LOOK_UP = "a look-up of a player, embedded";

    /** The command that asks a server for one of its players. */
    public static final String LOOK_UP_BY_SERVER = "a look-up of a player, by way of a server";

    /** The command of this name. */
    public Command command(String name) {
        return commands.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /**
     * One command, with and without the start-up cache in turn.
     *
     * @param withCacheSeconds from the shell's command to the end of the process
     * @param withoutCacheSeconds the same without the cache
     */
    public record Command(
            String name, List<Double> withCacheSeconds, List<Double> withoutCacheSeconds) {}
}
