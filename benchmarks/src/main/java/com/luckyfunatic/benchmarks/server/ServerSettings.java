package com.luckyfunatic.benchmarks.server;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Settings of a server under test, as environment variables. Immutable.
 *
 * @param dataDir where it keeps its data
 * @param variables what differs from the server's defaults
 */
public record ServerSettings(Path dataDir, Map<String, String> variables) {
    /** Copies the map. */
    public ServerSettings {
        variables = Map.copyOf(variables);
    }

    /** Dev mode without request limits: the load comes from one address. */
    public static ServerSettings forLoad(Path dataDir) {
        return new ServerSettings(
                dataDir,
                Map.of(
                        "FUNATIC_MODE", "dev",
                        "FUNATIC_RATE_LIMITS", "false",
                        "FUNATIC_MANAGEMENT_PORT", "0",
                        "FUNATIC_DATA_DIR", dataDir.toString()));
    }

    /**
     * Makes these the settings of a program. The user's own settings of the server must not reach
     * it.
     */
    public void replace(Map<String, String> environment) {
        environment.keySet().retainAll(ServerProcess.PASSED_ON);
        environment.putAll(variables);
    }

    /** Returns these with one more variable. */
    public ServerSettings with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new ServerSettings(dataDir, more);
    }

    /** Returns these with more variables. */
    public ServerSettings with(Map<String, String> others) {
        Map<String, String> more = new HashMap<>(variables);
        more.putAll(others);
        return new ServerSettings(dataDir, more);
    }

    /** Returns these for a server on Redis, MySQL and Cassandra of its own. */
    public ServerSettings onDatabasesOfItsOwn() {
        return with("FUNATIC_STORAGE", "distributed").with("FUNATIC_DEV_SERVERS", "true");
    }
}
