package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerEvent;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRules;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.storage.codec.AnswerDocument;
import com.luckyfunatic.storage.codec.CompactCodec;
import com.luckyfunatic.storage.codec.GameCodec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a file of an earlier build keeps what is in it. */
class EmbeddedUpgradeTest {
    /** Operations lay in the order of their keys until then. */
    private static final String BEFORE_THEY_WERE_APPENDED = "13";

    /** The state of each answer stood beside it until then. */
    private static final String BEFORE_STATES_WERE_REPLAYED = "33";

    @TempDir Path directory;

    private static final CommandHandler MUST_NOT_BE_CALLED =
            (_, envelope) -> {
                throw new AssertionError("asked to decide " + envelope);
            };

    private static PlayerState state(long player) {
        return PlayerRules.initial(
                new PlayerId(player),
                new PlayerEvent.PlayerCreated(null, false, 0, 0, 1_000, 60, 5));
    }

    private static Answer answer(long player) {
        Outcome accepted = new Outcome.Accepted(Result.Done.DONE);
        return new Answer(accepted, state(player), PassiveIncome.NONE, 5, false);
    }

    @ParameterizedTest(name = "schema {0}")
    @ValueSource(strings = {BEFORE_THEY_WERE_APPENDED, BEFORE_STATES_WERE_REPLAYED})
    void operations_of_an_earlier_build_are_known_with_their_states(String schema)
            throws SQLException {
        String url = "jdbc:sqlite:" + directory.resolve("funatic.db");
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:db/embedded")
                .target(schema)
                .load()
                .migrate();
        insertOperations(url, schema);

        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            for (long player = 1; player <= 3; player++) {
                assertThat(
                                storage.players()
                                        .operation(
                                                new PlayerId(player),
                                                new OperationId("op" + player)))
                        .contains(answer(player).asRepeat());
                assertThat(storage.players().execute(tap(player), MUST_NOT_BE_CALLED))
                        .isEqualTo(answer(player).asRepeat());
                assertThat(storage.players().operation(new PlayerId(player), new OperationId("x")))
                        .isEmpty();
            }
        }
    }

    private static CommandEnvelope tap(long player) {
        return new CommandEnvelope(
                new PlayerId(player),
                new OperationId("op" + player),
                5,
                Actor.Player.SELF,
                new Tap(1));
    }

    private static void insertOperations(String url, String schema) throws SQLException {
        GameCodec codec = new GameCodec();
        CompactCodec<PlayerState> states = CompactCodec.ofStates();
        // Of today: the store forgets the states of older ones as soon as it is open.
        long nowMillis = System.currentTimeMillis();
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO operation (player_id, operation_id, fingerprint,"
                                        + " answer, state, at_millis, expires_at)"
                                        + " VALUES (?, ?, ?, ?, ?, ?, NULL)")) {
            for (long player = 1; player <= 3; player++) {
                insert.setLong(1, player);
                insert.setString(2, "op" + player);
                insert.setString(3, codec.fingerprint(new Tap(1)));
                insert.setString(4, codec.write(AnswerDocument.of(answer(player))));
                insert.setString(
                        5,
                        schema.equals(BEFORE_THEY_WERE_APPENDED)
                                ? codec.write(state(player))
                                : states.write(state(player)));
                insert.setLong(6, nowMillis - player);
                insert.executeUpdate();
            }
        }
    }
}
