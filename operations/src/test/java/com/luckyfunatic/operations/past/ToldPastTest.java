package com.luckyfunatic.operations.past;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToldPastTest {
    private static final Instant BEGAN = SettableClock.START;
    private static final Instant GIVEN = BEGAN.plus(Duration.ofHours(1));

    @TempDir private Path directory;
    private final SettableClock clock = new SettableClock();
    private PlayerId ann;

    @BeforeEach
    void play() {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            GameEngine engine = GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
            ann = engine.logIn(TelegramAccount.of(1, "Ann"), null).profile().id();
            clock.advance(Duration.ofHours(1));
            engine.execute(ann, new AdjustBalance(Currency.JOKERS, 3, "for a test"));
            storage.writeSnapshots();
        }
    }

    private ToldPast told(PlayerId player, Instant at) {
        try (EmbeddedStorage storage = EmbeddedStorage.open(directory)) {
            return ToldPast.of(storage.players(), player, at.toEpochMilli());
        }
    }

    private JsonNode known(Instant at) {
        ToldPast past = told(ann, at);
        assertThat(past).isInstanceOf(ToldPast.Known.class);
        return ((ToldPast.Known) past).state().json();
    }

    private static ToldPast unknown(String why) {
        return new ToldPast.Unknown(why);
    }

    @Test
    void everything_is_told_as_of_the_last_change() {
        JsonNode past = known(GIVEN.plusSeconds(1));

        assertThat(past.properties())
                .extracting(each -> each.getKey())
                .containsExactly("player", "at", "lastChange", "wallet", "keptFrom", "state");
        assertThat(past.path("player").asText()).isEqualTo(ann.toString());
        assertThat(past.path("at").asText()).isEqualTo("2026-01-01T01:00:01.000Z");
        assertThat(past.at("/lastChange/at").asText()).isEqualTo("2026-01-01T01:00:00.000Z");
        assertThat(past.at("/lastChange/command").asText()).isEqualTo("AdjustBalance");
        assertThat(past.at("/lastChange/id").isTextual()).isTrue();
        assertThat(past.at("/wallet/jokers").asLong()).isEqualTo(3);
        assertThat(past.at("/state/wallet/jokers").asLong()).isEqualTo(3);
        assertThat(past.path("keptFrom").isNull()).isTrue();
        assertThat(known(GIVEN.minusMillis(1)).at("/wallet/jokers").asLong()).isZero();
    }

    @Test
    void ids_in_the_state_are_texts_that_no_script_rounds() {
        PlayerId last = new PlayerId(Long.MAX_VALUE);

        assertThat(StoredTree.of(last).isTextual()).isTrue();
        assertThat(StoredTree.of(new PlayerId(7)).isIntegralNumber()).isTrue();
    }

    @Test
    void why_nothing_is_known_is_a_sentence() throws SQLException {
        assertThat(told(new PlayerId(7), GIVEN))
                .isEqualTo(unknown("There is no player 7, or they have not begun yet."));
        assertThat(told(ann, BEGAN.minusMillis(1)))
                .isEqualTo(unknown("Player " + ann + " began later, at " + BEGAN + "."));

        delete("at_millis < " + GIVEN.toEpochMilli());
        assertThat(told(ann, BEGAN))
                .isEqualTo(
                        unknown(
                                "Changes of that time are no longer kept, only those from "
                                        + GIVEN
                                        + "."));
        delete("1 = 1");
        assertThat(told(ann, GIVEN)).isEqualTo(unknown("Changes of that time are no longer kept."));
    }

    @Test
    void where_the_first_changes_are_gone_the_balances_are_told() throws SQLException {
        delete("at_millis < " + GIVEN.toEpochMilli());

        JsonNode past = known(GIVEN);

        assertThat(past.at("/wallet/jokers").asLong()).isEqualTo(3);
        assertThat(past.path("keptFrom").asText()).isEqualTo("2026-01-01T01:00:00.000Z");
        assertThat(past.required("state").isNull()).isTrue();
    }

    private void delete(String which) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("funatic.db"));
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("DELETE FROM state_change WHERE " + which))
                    .isPositive();
        }
    }
}
