package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerEvent;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRules;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.storage.codec.AnswerDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a file of an earlier build keeps what is in it. */
class EmbeddedUpgradeTest {
    /** Operations lay in the order of their keys until then. */
    private static final String BEFORE_THEY_WERE_APPENDED = "13";

    @TempDir Path directory;

    private static PlayerState state(long player) {
        return PlayerRules.initial(
                new PlayerId(player),
                new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5));
    }

    private static Answer answer(long player) {
        Outcome accepted = new Outcome.Accepted(Result.Done.DONE);
        return new Answer(accepted, state(player), PassiveIncome.NONE, 5, false);
    }

    @Test
    void operations_of_an_earlier_build_are_known_with_their_states() throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("funatic.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/embedded")
                .target(BEFORE_THEY_WERE_APPENDED)
                .load()
                .migrate();
        insertOperations(url);

        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            for (long player = 1; player <= 3; player++) {
                assertThat(
                                storage.players()
                                        .operation(
                                                new PlayerId(player),
                                                new OperationId("op" + player)))
                        .contains(answer(player).asRepeat());
                assertThat(storage.players().operation(new PlayerId(player), new OperationId("x")))
                        .isEmpty();
            }
        }
    }

    private static void insertOperations(String url) throws SQLException {
        GameCodec codec = new GameCodec();
        // Of today: the store forgets the states of older ones as soon as it is open.
        long nowMillis = System.currentTimeMillis();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO operation (player_id, operation_id, fingerprint,"
                                        + " answer, state, at_millis, expires_at)"
                                        + " VALUES (?, ?, 'f', ?, ?, ?, NULL)")) {
            for (long player = 1; player <= 3; player++) {
                insert.setLong(1, player);
                insert.setString(2, "op" + player);
                insert.setString(3, codec.write(AnswerDocument.of(answer(player))));
                insert.setString(4, codec.write(state(player)));
                insert.setLong(5, nowMillis - player);
                insert.executeUpdate();
            }
        }
    }
}
