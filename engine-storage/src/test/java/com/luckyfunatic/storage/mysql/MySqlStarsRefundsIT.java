package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.testkit.StarsRefundsContract;
import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@WithMySql
@TestInstance(Lifecycle.PER_CLASS)
class MySqlStarsRefundsIT extends StarsRefundsContract {
    private MySqlDatabase database;

    @SuppressWarnings("NullAway.Init") // before the first test
    MySqlStarsRefundsIT() {}

    @BeforeAll
    void open(MySqlAddress address) {
        database = MySqlDatabase.open(TestMySql.patient(address));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    protected StorageFixture newFixture() {
        return new DirectoryFixture(database);
    }
}
