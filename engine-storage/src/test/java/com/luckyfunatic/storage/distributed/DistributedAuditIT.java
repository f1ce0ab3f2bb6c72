package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.testkit.AuditContract;
import com.luckyfunatic.engine.testkit.StorageFixture;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@WithRedis
@WithMySql
@WithCassandra
@TestInstance(Lifecycle.PER_CLASS)
class DistributedAuditIT extends AuditContract {
    private final DistributedSettings settings;
    private final DistributedStorage storage;

    DistributedAuditIT(RedisAddress redis, MySqlAddress mySql, CassandraAddress cassandra) {
        settings = TestDatabases.on(redis, mySql, cassandra);
        storage = DistributedStorage.open(settings, InstantSource.system());
    }

    @AfterAll
    void close() {
        storage.close();
    }

    @Override
    protected StorageFixture newFixture() {
        return DistributedFixture.sharing(settings, storage);
    }

    @Test
    void what_operators_did_what_was_archived_and_what_the_audit_got_are_recorded() {
        assertThat(storage.audit().logs())
                .extracting(AuditLog::name)
                .containsExactly("archive", "operator-actions", "audit-trail");
    }
}
