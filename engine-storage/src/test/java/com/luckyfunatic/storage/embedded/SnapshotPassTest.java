package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.codec.GameCodec;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When snapshots are written. */
class SnapshotPassTest {
    private static final int START_AFTER = 100;
    private static final int WAITING_MAX = 10;

    @TempDir private Path directory;
    private final Resources resources = new Resources();
    private final HotPlayers players =
            new HotPlayers(_ -> HotPlayer.Committed.NOTHING, WAITING_MAX);
    private WriterStatements writer;
    private SnapshotPass pass;
    private long nanos;

    @BeforeEach
    void open() {
        Database database =
                resources.add(Database.open(directory.resolve("funatic.db"), Connector::toSqlite));
        writer = new WriterStatements(database.writer());
        resources.add(writer::close);
        pass =
                new SnapshotPass(
                        new Snapshots(database, new GameCodec()),
                        players,
                        new Positions(0),
                        new Positions(0),
                        START_AFTER,
                        WAITING_MAX,
                        () -> nanos);
    }

    @AfterEach
    void close() {
        resources.close();
    }

    private void change(int player, int times) {
        for (int i = 0; i < times; i++) {
            pass.changed(players.get(new PlayerId(player)));
        }
    }

    private void later(Duration duration) {
        nanos += duration.toNanos();
    }

    @Test
    void a_few_changes_wait_for_ten_seconds() throws SQLException {
        later(Duration.ofHours(1));
        assertThat(pass.isDue()).as("nothing has changed").isFalse();

        change(1, 1);
        later(Duration.ofMillis(9_999));
        change(1, 1);
        assertThat(pass.isDue()).isFalse();

        later(Duration.ofMillis(1));
        assertThat(pass.isDue()).isTrue();

        pass.step(writer);
        assertThat(pass.isDue()).isFalse();
        assertThat(pass.isIdle()).isTrue();
    }

    @Test
    void what_changes_during_a_pass_waits_for_ten_seconds_of_its_own() throws SQLException {
        change(1, 1);
        later(Duration.ofSeconds(10));
        pass.start();
        change(2, 1);
        pass.step(writer);
        assertThat(pass.isDue()).isFalse();

        later(Duration.ofSeconds(10));
        assertThat(pass.isDue()).isTrue();
    }

    @Test
    void many_changes_start_a_pass_at_once() {
        change(1, START_AFTER - 1);
        assertThat(pass.isDue()).isFalse();

        change(1, 1);
        assertThat(pass.isDue()).isTrue();
    }

    @Test
    void more_players_than_may_wait_start_a_pass_at_once() {
        for (int player = 1; player <= WAITING_MAX; player++) {
            change(player, 1);
        }
        assertThat(pass.isDue()).isFalse();

        change(WAITING_MAX + 1, 1);
        assertThat(pass.isDue()).isTrue();
        assertThat(pass.isBehind()).isTrue();
    }
}
