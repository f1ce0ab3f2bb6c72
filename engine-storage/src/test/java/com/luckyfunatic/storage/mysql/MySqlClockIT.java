package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The clock of a real database, which here is that of this machine. */
@WithMySql
class MySqlClockIT {
    @Test
    void it_tells_its_time(MySqlAddress address) {
        try (MySqlDatabase database = MySqlDatabase.open(TestMySql.patient(address))) {
            long before = InstantSource.system().millis();
            long told = database.clockMillis();
            long after = InstantSource.system().millis();

            assertThat(told).isBetween(before - 1, after + 1);
        }
    }
}
