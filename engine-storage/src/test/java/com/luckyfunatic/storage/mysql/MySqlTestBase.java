package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A database for the tests of a class. */
@WithMySql
@TestInstance(Lifecycle.PER_CLASS)
abstract class MySqlTestBase {
    MySqlSettings settings;
    MySqlDatabase database;

    @SuppressWarnings("NullAway.Init") // before the first test
    MySqlTestBase() {}

    @BeforeAll
    final void open(MySqlAddress address) {
        settings = TestMySql.patient(address);
        database = MySqlDatabase.open(settings);
    }

    @AfterAll
    final void close() {
        database.close();
    }
}
