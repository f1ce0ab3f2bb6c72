package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.retention.RetentionClock;
import com.luckyfunatic.storage.verify.ConservationCheck;
import com.luckyfunatic.storage.verify.ConservationReport;
import com.luckyfunatic.storage.verify.Mismatch;
import com.luckyfunatic.storage.verify.Mismatch.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages the file in every way there is a check for. */
class EmbeddedBooksTest {
    private static final int ROUNDS = 150;

    /** Joining is one too. */
    private static final int HARD = 1 + ROUNDS / 10;

    @TempDir private Path directory;
    private final SettableClock clock = new SettableClock();
    private final List<Mismatch> found = new ArrayList<>();
    private PlayerId ann;
    private PlayerId bob;

    @BeforeEach
    void play() {
        try (EmbeddedStorage storage = open(Duration.ZERO)) {
            GameEngine engine = GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
            ann = live(engine, 1);
            bob = live(engine, 2);
            storage.writeSnapshots();
        }
    }

    private PlayerId live(GameEngine engine, long account) {
        PlayerId player = engine.logIn(TelegramAccount.of(account, "Player"), null).profile().id();
        for (int i = 0; i < ROUNDS; i++) {
            clock.advance(Duration.ofSeconds(1));
            engine.execute(player, new Tap(1));
            if (i % 10 == 0) {
                engine.execute(
                        player,
                        new OperationId("buy" + i),
                        new AdjustBalance(Currency.JOKERS, 2, "test"));
            }
        }
        return player;
    }

    private EmbeddedStorage open(Duration journalKept) {
        return EmbeddedStorage.open(
                EmbeddedSettings.in(directory).withJournalKept(journalKept),
                new RetentionClock(clock, () -> clock.millis() * 1_000_000),
                Connector::toSqlite);
    }

    private ConservationReport check() {
        try (EmbeddedStorage storage = open(Duration.ZERO)) {
            return ConservationCheck.of(storage.books()).run((_, _) -> {}, found::add);
        }
    }

    private void damage(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("funatic.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
        }
    }

    private void checkFindsOfAnn(Kind kind) {
        check();
        assertThat(found).extracting(Mismatch::kind).contains(kind);
        assertThat(found).extracting(Mismatch::player).containsOnly(ann);
    }

    private String ofAnn(String sql) {
        return sql.replace("ANN", ann.toString());
    }

    @Test
    void a_sound_file_is_clean_from_the_first_change_on() {
        ConservationReport report = check();

        assertThat(found).isEmpty();
        assertThat(report.players()).isEqualTo(2);
        assertThat(report.completePlayers()).isEqualTo(2);
        assertThat(report.changes()).isGreaterThan(2 * ROUNDS);
        assertThat(report.operations()).isEqualTo(2 * HARD);
    }

    @Test
    void one_player_can_be_checked() {
        try (EmbeddedStorage storage = open(Duration.ZERO)) {
            ConservationReport report =
                    ConservationCheck.of(storage.books()).run(List.of(bob), found::add);

            assertThat(report.completePlayers()).isOne();
            assertThat(found).isEmpty();
        }
    }

    @Test
    void an_edited_balance_in_a_snapshot_is_found() throws SQLException {
        damage(
                ofAnn(
                        """
                        UPDATE player_state SET state = json_set(state, '$.wallet.jokers', 999)
                        WHERE player_id = ANN
                        """));

        checkFindsOfAnn(Kind.STATE);
        assertThat(found.getFirst().detail()).contains("999 jokers");
    }

    @Test
    void a_balance_that_cannot_be_is_found() throws SQLException {
        damage(
                ofAnn(
                        """
                        UPDATE player_state SET state = json_set(state, '$.wallet.funz', -5)
                        WHERE player_id = ANN
                        """));

        checkFindsOfAnn(Kind.UNREADABLE);
        assertThat(found.getFirst().detail()).contains("funz must be 0 to", "was -5");
    }

    @Test
    void a_change_that_is_gone_is_found_wherever_it_was() throws SQLException {
        for (int sequence : new int[] {100, 64, 1}) {
            damage(
                    ofAnn(
                            "DELETE FROM state_change WHERE player_id = ANN AND sequence = "
                                    + sequence));
            found.clear();

            checkFindsOfAnn(Kind.GAP);
        }
    }

    @Test
    void an_edited_change_is_found() throws SQLException {
        damage(
                ofAnn(
                        """
                        UPDATE state_change SET document =
                            json_set(document, '$.walletAfter.funz', 1000000)
                        WHERE player_id = ANN AND sequence = 50
                        """));

        checkFindsOfAnn(Kind.BALANCE);
    }

    @Test
    void a_change_that_is_there_twice_is_found() throws SQLException {
        damage(
                ofAnn(
                        """
                        INSERT INTO state_change SELECT
                            (SELECT min(position) - 1 FROM state_change), id + 1, player_id,
                            sequence, at_millis, previous, skip, document
                        FROM state_change WHERE player_id = ANN AND sequence = 50
                        """));

        checkFindsOfAnn(Kind.DUPLICATE);
    }

    @Test
    void a_lost_operation_is_found() throws SQLException {
        damage(ofAnn("DELETE FROM operation WHERE player_id = ANN AND operation_id = 'buy10'"));

        checkFindsOfAnn(Kind.OPERATION_MISSING);
    }

    @Test
    void an_operation_without_a_change_is_found() throws SQLException {
        damage(
                ofAnn(
                        """
                        INSERT INTO operation (player_id, operation_id, fingerprint, answer, state,
                            at_millis, expires_at)
                        SELECT player_id, 'ghost', fingerprint, answer, state, at_millis, expires_at
                        FROM operation WHERE player_id = ANN AND operation_id = 'buy10'
                        """));

        checkFindsOfAnn(Kind.CHANGE_MISSING);
    }

    @Test
    void what_is_no_longer_kept_is_no_damage_and_is_told() {
        try (EmbeddedStorage storage = open(Duration.ofDays(2))) {
            GameEngine engine = GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
            clock.advance(Duration.ofHours(2));
            awaitCount(storage, 1, "SELECT count(*) FROM journal_mark");
            clock.advance(Duration.ofDays(2));
            awaitCount(storage, 0, "SELECT count(*) FROM state_change");
            engine.execute(ann, new Tap(1));
        }

        ConservationReport report = check();

        assertThat(found).isEmpty();
        assertThat(report.players()).isEqualTo(2);
        assertThat(report.completePlayers()).isZero();
        assertThat(report.operationsOutOfReach()).isPositive();
        assertThat(report.operations() + report.operationsOutOfReach()).isEqualTo(2 * HARD);
    }

    /** The storage keeps house about once a second, between two transactions. */
    private static void awaitCount(EmbeddedStorage storage, long expected, String sql) {
        long count;
        do {
            storage.checkAvailable();
            count =
                    storage.database()
                            .read(reader -> {
                                try (ResultSet row = reader.prepare(sql).executeQuery()) {
                                    return row.getLong(1);
                                }
                            });
        } while (count != expected);
    }
}
