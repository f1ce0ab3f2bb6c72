package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.storage.check.Finding.Weight;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

@WithOwnServers
class ServerCheckIT {
    @Test
    void every_unsafe_setting_of_a_server_is_named(OwnServers servers) {
        var server =
                servers.mariaDb(
                        "--innodb-flush-log-at-trx-commit=2",
                        "--innodb-doublewrite=OFF",
                        "--log-bin=binlog",
                        "--server-id=1",
                        "--binlog-format=ROW",
                        "--sync-binlog=0",
                        "--max-allowed-packet=1M",
                        "--character-set-server=latin1",
                        "--read-only=ON");
        var settings = MySqlSettings.of(server.jdbcUrl("game"), "", "");

        try (MySqlDatabase database = MySqlDatabase.open(settings)) {
            assertThat(database.findings(InstantSource.system()))
                    .filteredOn(finding -> finding.weight() == Weight.UNSAFE)
                    .extracting(finding -> finding.text().split("[ :]", 2)[0])
                    .containsExactly(
                            "innodb_flush_log_at_trx_commit",
                            "innodb_doublewrite",
                            "sync_binlog",
                            "the",
                            "max_allowed_packet",
                            "the");
        }
    }
}
