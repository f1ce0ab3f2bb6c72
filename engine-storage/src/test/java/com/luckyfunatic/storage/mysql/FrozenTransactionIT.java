package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** A process that stands still in the middle of a transaction does not stop the others. */
class FrozenTransactionIT extends MySqlTestBase {
    private static final int PARTITION = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void its_locks_are_free_again_soon_and_it_has_done_nothing() throws SQLException {
        long before = generation();
        try (Connection frozen = ConnectionPool.connectPrepared(settings);
                Statement statement = frozen.createStatement()) {
            statement.executeUpdate(
                    "UPDATE store_partition SET generation = generation + 100 WHERE number = "
                            + PARTITION);
            // It stands still here.
            SortedMap<Integer, Long> raised = raised();

            assertThat(raised).containsEntry(PARTITION, before + 1);
            assertThatThrownBy(frozen::commit).isInstanceOf(SQLException.class);
        }
        assertThat(generation()).isEqualTo(before + 1);
    }

    /** Each try waits for the lock itself. */
    private SortedMap<Integer, Long> raised() {
        long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return database.partitions().raise(Set.of(PARTITION));
            } catch (StorageUnavailableException e) {
                if (System.nanoTime() > giveUpAt) {
                    throw e;
                }
            }
        }
    }

    private long generation() {
        return database.partitions().generations().getOrDefault(PARTITION, 0L);
    }
}
