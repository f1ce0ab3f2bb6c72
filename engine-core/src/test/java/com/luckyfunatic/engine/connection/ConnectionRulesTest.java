package com.luckyfunatic.engine.connection;

import static com.luckyfunatic.engine.fixture.Players.FRIEND;
import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static com.luckyfunatic.engine.fixture.TestCatalog.NORTH;
import static com.luckyfunatic.engine.fixture.TestCatalog.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.connection.ConnectionCommand.ChooseExchange;
import com.luckyfunatic.engine.connection.ConnectionCommand.ConnectTonWallet;
import com.luckyfunatic.engine.connection.ConnectionEvent.ExchangeChosen;
import com.luckyfunatic.engine.connection.ConnectionEvent.TonWalletConnected;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.Row;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionRulesTest {
    private static final long NOW = Play.START;
    private static final TonAddress WALLET = new TonAddress("0:" + "a1".repeat(32));
    private static final TonAddress OTHER = new TonAddress("-1:" + "b2".repeat(32));
    private static final ExchangeId NOWHERE = new ExchangeId("nowhere");

    private static ConnectTonWallet connect(TonAddress wallet, long challengedAt) {
        return new ConnectTonWallet(wallet, PLAYER, challengedAt, NOW - 10, NOW + 10);
    }

    private static Players with(
            @Nullable TonWallet wallet, @Nullable ChosenExchange exchange, long usedUntil) {
        PlayerState fresh = Players.fresh().state();
        return Players.of(
                fresh.change()
                        .connections(new ConnectionState(wallet, exchange, usedUntil))
                        .done());
    }

    private static Row wallet(
            String name,
            PlayerId owner,
            long challengedAt,
            long validFrom,
            long validUntil,
            Decision expected) {
        return Row.of(
                name,
                with(null, null, NOW - 100),
                new ConnectTonWallet(WALLET, owner, challengedAt, validFrom, validUntil),
                expected);
    }

    private static Decision connected(long challengedAt) {
        return Row.accepted(Result.Done.DONE, new TonWalletConnected(WALLET, challengedAt, NOW));
    }

    static Stream<Row> wallets() {
        ConnectionRefusal taken = new ConnectionRefusal.WalletTaken(WALLET);
        ConnectionRefusal used = new ConnectionRefusal.TonProofUsed(NOW - 100);
        return Stream.of(
                wallet("in time", PLAYER, NOW - 1, NOW - 2, NOW + 2, connected(NOW - 1)),
                wallet("the first moment", PLAYER, NOW, NOW, NOW + 2, connected(NOW)),
                wallet("the last moment", PLAYER, NOW, NOW - 2, NOW, connected(NOW)),
                wallet("the next challenge", PLAYER, NOW - 99, NOW, NOW, connected(NOW - 99)),
                wallet(
                        "a moment early",
                        PLAYER,
                        NOW,
                        NOW + 1,
                        NOW + 2,
                        Row.refused(new ConnectionRefusal.TonProofFromFuture(NOW + 1))),
                wallet(
                        "a moment late",
                        PLAYER,
                        NOW,
                        NOW - 2,
                        NOW - 1,
                        Row.refused(new ConnectionRefusal.TonProofExpired(NOW - 1))),
                wallet("used", PLAYER, NOW - 100, NOW, NOW, Row.refused(used)),
                wallet(
                        "made before one that was used",
                        PLAYER,
                        NOW - 101,
                        NOW,
                        NOW,
                        Row.refused(new ConnectionRefusal.TonProofUsed(NOW - 101))),
                wallet("another's", FRIEND, NOW, NOW, NOW, Row.refused(taken)),
                wallet("another's, early", FRIEND, NOW, NOW + 1, NOW + 1, Row.refused(taken)),
                wallet(
                        "late and used",
                        PLAYER,
                        NOW - 100,
                        NOW - 2,
                        NOW - 1,
                        Row.refused(new ConnectionRefusal.TonProofExpired(NOW - 1))));
    }

    static Stream<Row> exchanges() {
        return Stream.of(
                Row.of(
                        "the first",
                        Players.fresh(),
                        new ChooseExchange(NORTH),
                        Row.accepted(Result.Done.DONE, new ExchangeChosen(NORTH, NOW))),
                Row.of(
                        "another",
                        with(null, new ChosenExchange(NORTH, 1), 0),
                        new ChooseExchange(SOUTH),
                        Row.accepted(Result.Done.DONE, new ExchangeChosen(SOUTH, NOW))),
                Row.of(
                        "the same",
                        with(null, new ChosenExchange(NORTH, 1), 0),
                        new ChooseExchange(NORTH),
                        Row.accepted(Result.Done.DONE)),
                Row.of(
                        "unknown",
                        Players.fresh(),
                        new ChooseExchange(NOWHERE),
                        Row.refused(new ConnectionRefusal.UnknownExchange(NOWHERE))));
    }

    @ParameterizedTest
    @MethodSource({"wallets", "exchanges"})
    void decides(Row row) {
        row.check(TestCatalog.catalog());
    }

    @Test
    void a_player_starts_with_nothing_connected() {
        assertThat(Players.fresh().state().connections()).isEqualTo(ConnectionState.NONE);
    }

    @Test
    void a_wallet_and_an_exchange_stay_side_by_side() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.fresh())
                        .does(connect(WALLET, NOW - 5))
                        .does(new ChooseExchange(NORTH));

        assertThat(play.state().connections())
                .isEqualTo(
                        new ConnectionState(
                                new TonWallet(WALLET, NOW),
                                new ChosenExchange(NORTH, NOW),
                                NOW - 5));
        assertThat(play.after(Duration.ofMillis(1)).does(connect(OTHER, NOW)).state().connections())
                .isEqualTo(
                        new ConnectionState(
                                new TonWallet(OTHER, NOW + 1),
                                new ChosenExchange(NORTH, NOW),
                                NOW));
    }

    @Test
    void a_challenge_is_used_once_whichever_wallet_it_is_for() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.fresh()).does(connect(WALLET, NOW - 5));

        assertThat(play.refusalOf(connect(WALLET, NOW - 5)))
                .isEqualTo(new ConnectionRefusal.TonProofUsed(NOW - 5));
        assertThat(play.refusalOf(connect(OTHER, NOW - 5)))
                .isEqualTo(new ConnectionRefusal.TonProofUsed(NOW - 5));
        assertThat(play.does(new ChooseExchange(NORTH)).refusalOf(connect(OTHER, NOW - 5)))
                .isEqualTo(new ConnectionRefusal.TonProofUsed(NOW - 5));
    }

    @Test
    void the_same_wallet_proven_again_is_connected_since_the_first_time() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.fresh())
                        .does(connect(WALLET, NOW - 5))
                        .after(Duration.ofMillis(3))
                        .does(connect(WALLET, NOW));

        assertThat(play.state().connections())
                .isEqualTo(new ConnectionState(new TonWallet(WALLET, NOW), null, NOW));
    }

    @Test
    void a_choice_is_changed_and_an_equal_one_changes_nothing() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.fresh())
                        .does(new ChooseExchange(NORTH))
                        .after(Duration.ofMillis(3))
                        .does(new ChooseExchange(NORTH));

        assertThat(play.state().connections().exchange()).isEqualTo(new ChosenExchange(NORTH, NOW));
        assertThat(play.does(new ChooseExchange(SOUTH)).state().connections().exchange())
                .isEqualTo(new ChosenExchange(SOUTH, NOW + 3));
    }

    @Test
    void a_choice_outlives_its_exchange() {
        Play play =
                Play.from(TestCatalog.catalog(), Players.fresh()).does(new ChooseExchange(NORTH));

        play.use(TestCatalog.standard().withoutExchanges().build());

        assertThat(play.refusalOf(new ChooseExchange(NORTH)))
                .isEqualTo(new ConnectionRefusal.UnknownExchange(NORTH));
        assertThat(play.state().connections().exchange()).isNotNull();
    }

    @Test
    void what_is_connected_is_durable_before_the_answer() {
        assertThat(connect(WALLET, NOW).durability()).isEqualTo(Durability.HARD);
        assertThat(new ChooseExchange(NORTH).durability()).isEqualTo(Durability.HARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0:", "0:A1", "1:", "-1", "0:zz", "00:", "+0:"})
    void what_is_no_raw_address_is_none(String start) {
        assertThatIllegalArgumentException().isThrownBy(() -> new TonAddress(start));
        if (!start.equals("0:") && !start.equals("-1:")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TonAddress(start + "a1".repeat(32)));
        }
    }

    @Test
    void an_address_and_an_exchange_are_shown_as_their_texts() {
        assertThat(WALLET).hasToString("0:" + "a1".repeat(32));
        assertThat(NORTH).hasToString("north");
    }
}
