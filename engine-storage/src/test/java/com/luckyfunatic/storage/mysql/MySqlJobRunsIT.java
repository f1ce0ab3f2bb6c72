package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.JobRuns;
import com.luckyfunatic.engine.testkit.JobRunsContract;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@WithMySql
@TestInstance(Lifecycle.PER_CLASS)
class MySqlJobRunsIT extends JobRunsContract {
    /** Many wait for one row; on a busy machine, a slow database is no finding. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private MySqlDatabase database;

    @SuppressWarnings("NullAway.Init") // before the first test
    MySqlJobRunsIT() {}

    @BeforeAll
    void open(MySqlAddress address) {
        database = MySqlDatabase.open(MySqlSettings.of(address.jdbcUrl(), "", "").within(PATIENCE));
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Override
    protected JobRuns runs() {
        return database.jobRuns();
    }
}
