package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import java.time.Duration;

/** Settings of MySQL for tests of what it stores. */
public final class TestMySql {
    /** Longer than a busy machine takes: how fast it answers is no part of any contract. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private TestMySql() {}

    /** Returns the settings that wait for answers as long as a busy machine may take. */
    public static MySqlSettings patient(MySqlAddress address) {
        return MySqlSettings.of(address.jdbcUrl(), "", "").within(PATIENCE);
    }
}
