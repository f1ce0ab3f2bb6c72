package com.luckyfunatic.admin.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.luckyfunatic.admin.CommandRun;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.AuditLog;
import com.luckyfunatic.engine.testkit.servers.CassandraAddress;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithCassandra;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.storage.audit.AuditChain;
import com.luckyfunatic.storage.audit.AuditSealer;
import com.luckyfunatic.storage.audit.Settling;
import com.luckyfunatic.storage.distributed.DistributedStorage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of the audit trail in Cassandra are held against what was sealed. */
@WithOwnServers
@WithMySql
@WithCassandra
class SealedTrailIT {
    private final DistributedGame game;
    private final CassandraAddress cassandra;

    @TempDir private Path directory;

    SealedTrailIT(OwnServers servers, MySqlAddress mySql, CassandraAddress cassandra) {
        game = new DistributedGame(servers, mySql, cassandra);
        this.cassandra = cassandra;
    }

    @Test
    void what_is_missing_from_the_trail_is_told() throws Exception {
        List<PlayerId> players = game.play(3);
        sealEverything();

        CommandRun sound = game.run(directory, "audit", "verify");
        assertThat(sound.code()).isZero();
        assertThat(sound.out())
                .containsPattern("audit-trail: 1 seals \\(0 with a key\\), [1-9]")
                .contains("audit-trail lists 15 rows that are as they were sealed, 0 too old")
                .contains("nothing is different; no row of operator-actions was sealed yet");

        tellCassandra("TRUNCATE session_history");

        CommandRun damaged = game.run(directory, "audit", "verify", "--json");
        assertThat(damaged.code()).isOne();
        assertThat(damaged.out())
                .contains(
                        "\"log\":\"audit-trail\",\"kind\":\"missing\",\"seal\":null,\"day\":\"",
                        "\"detail\":\"session_history 2 of player %s is missing\""
                                .formatted(players.getFirst()),
                        "\"listedRows\":12,\"listedGone\":0,\"listedUnsealed\":0");
        assertThat(game.run(directory, "audit", "verify", "--day", "2001-01-01").code()).isZero();
    }

    /** Lets everything come to the audit and be confirmed, and a minute pass. */
    private void sealEverything() {
        try (DistributedStorage storage = game.open()) {
            storage.workers().finish();
            storage.workers().finish();
            AuditSealer sealer = new AuditSealer(storage.audit(), AuditChain.plain());
            for (AuditLog log : storage.audit().logs()) {
                sealer.seal(log, storage.clock().millis(), _ -> true);
                sealer.seal(log, storage.clock().millis() + Settling.MILLIS, _ -> true);
            }
        }
    }

    private void tellCassandra(String statement) {
        try (CqlSession session = cassandra.connect()) {
            session.execute(statement);
        }
    }
}
