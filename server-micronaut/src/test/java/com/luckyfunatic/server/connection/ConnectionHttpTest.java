package com.luckyfunatic.server.connection;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.server.ton.TestWallet;
import com.luckyfunatic.server.ton.TestWallet.Version;
import com.luckyfunatic.server.ton.TonProof;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wallets and exchanges over HTTP. */
class ConnectionHttpTest {
    private static final String DOMAIN = "play.example.com";
    private static final String PAYLOAD = "/user/wallets/ton/payload";
    private static final String CONNECT = "/user/wallets/ton";

    private static GameServer server;

    private TestPlayer player;
    private final TestWallet wallet = TestWallet.of(Version.V4);

    @BeforeAll
    static void start() {
        server =
                GameServer.startWith(
                        Map.of("FUNATIC_TON_DOMAINS", "example.com," + DOMAIN),
                        TestWallet.contracts());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void arrive() {
        player = server.newPlayer();
    }

    /** A payload that no other test of this player has. */
    private String payload() {
        server.clock().advance(Duration.ofMillis(1));
        return player.send(PAYLOAD, "{}").get("payload").textValue();
    }

    private TonProof proof(TestWallet of) {
        return of.prove(DOMAIN, payload(), server.clock().instant().getEpochSecond());
    }

    private HttpResponse<String> connect(TonProof proof) {
        return player.post(CONNECT, TestWallet.json(proof));
    }

    private static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
    }

    @Test
    void nothing_is_connected_at_first() {
        assertThat(player.read("/user/wallets")).hasToString("{\"ton\":null,\"exchange\":null}");
    }

    @Test
    void a_payload_says_until_when_it_is_good() {
        JsonNode challenge = player.send(PAYLOAD, "");

        assertThat(challenge.get("payload").textValue()).hasSize(43);
        assertThat(Instant.parse(challenge.get("expiresAt").textValue()))
                .isEqualTo(server.clock().instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_wallet_that_is_proven_is_connected() {
        TonProof proof = proof(wallet);

        JsonNode data = TestPlayer.data(connect(proof));

        assertThat(data.at("/ton/address").textValue()).isEqualTo(wallet.address().value());
        assertThat(Instant.parse(data.at("/ton/connectedAt").textValue()))
                .isEqualTo(server.clock().instant());
        assertThat(data.get("exchange").isNull()).isTrue();
        assertThat(player.read("/user/wallets")).isEqualTo(data);
    }

    @Test
    void a_proof_is_taken_once() {
        TonProof proof = proof(wallet);
        connect(proof);

        assertRefused(connect(proof), 409, "ton_proof_used");
        TestWallet second = TestWallet.of(Version.V5);
        long now = server.clock().instant().getEpochSecond();
        assertRefused(connect(second.prove(DOMAIN, proof.payload(), now)), 409, "ton_proof_used");
    }

    @Test
    void a_proof_that_comes_too_late_or_too_early_takes_no_wallet() {
        long now = server.clock().instant().getEpochSecond();
        assertRefused(
                connect(wallet.prove(DOMAIN, payload(), now - 16 * 60)), 422, "ton_proof_expired");
        assertRefused(
                connect(wallet.prove(DOMAIN, payload(), now + 62)), 422, "ton_proof_from_future");

        TestPlayer other = server.newPlayer();
        String payload = other.send(PAYLOAD, "{}").get("payload").textValue();
        HttpResponse<String> connected =
                other.post(CONNECT, TestWallet.json(wallet.prove(DOMAIN, payload, now)));

        assertThat(connected.statusCode()).isEqualTo(200);
    }

    @Test
    void connecting_ends_the_payloads_made_before() {
        TonProof older = proof(wallet);
        connect(proof(wallet));

        assertRefused(connect(older), 409, "ton_proof_used");
    }

    @Test
    void a_repeat_with_its_key_gives_the_first_answer_however_late() {
        String body = TestWallet.json(proof(wallet));
        HttpResponse<String> first = player.postWithKey(CONNECT, body, "wallet 1");
        server.clock().advance(Duration.ofHours(1));

        HttpResponse<String> again = player.postWithKey(CONNECT, body, "wallet 1");

        assertThat(TestPlayer.data(again)).isEqualTo(TestPlayer.data(first));
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertRefused(player.post(CONNECT, body), 422, "ton_proof_expired");
        assertRefused(
                player.postWithKey(CONNECT, TestWallet.json(proof(wallet)), "wallet 1"),
                422,
                "idempotency_key_reused");
    }

    @Test
    void another_wallet_takes_its_place_and_stays_the_players() {
        TestWallet second = TestWallet.of(Version.V5);
        connect(proof(wallet));
        connect(proof(second));

        assertThat(player.read("/user/wallets").at("/ton/address").textValue())
                .isEqualTo(second.address().value());
        TestPlayer other = server.newPlayer();
        String payload = other.send(PAYLOAD, "{}").get("payload").textValue();
        long now = server.clock().instant().getEpochSecond();
        assertRefused(
                other.post(CONNECT, TestWallet.json(wallet.prove(DOMAIN, payload, now))),
                409,
                "wallet_taken");
        assertThat(other.read("/user/wallets").get("ton").isNull()).isTrue();
        assertThat(connect(proof(wallet)).statusCode()).isEqualTo(200);
    }

    @Test
    void another_players_payload_is_refused() {
        String others = server.newPlayer().send(PAYLOAD, "{}").get("payload").textValue();
        long now = server.clock().instant().getEpochSecond();

        assertRefused(
                connect(wallet.prove(DOMAIN, others, now)), 422, "ton_proof_challenge_invalid");
    }

    @Test
    void a_proof_is_as_old_as_it_says_and_as_its_payload() {
        long now = server.clock().instant().getEpochSecond();
        String payload = payload();

        HttpResponse<String> old = connect(wallet.prove(DOMAIN, payload, now - 16 * 60));
        assertRefused(old, 422, "ton_proof_expired");
        assertThat(json(old).get("validUntil").textValue())
                .isEqualTo(Instant.ofEpochSecond(now - 60).toString().replace("Z", ".000Z"));
        HttpResponse<String> early = connect(wallet.prove(DOMAIN, payload, now + 62));
        assertRefused(early, 422, "ton_proof_from_future");
        assertThat(json(early).has("validFrom")).isTrue();
        assertThat(connect(wallet.prove(DOMAIN, payload, now + 60)).statusCode()).isEqualTo(200);

        String late = payload();
        server.clock().advance(Duration.ofMinutes(15).plusMillis(1));
        assertRefused(
                connect(wallet.prove(DOMAIN, late, server.clock().instant().getEpochSecond())),
                422,
                "ton_proof_expired");
    }

    /** What the verifier refuses, each by its code; the verifier's own test has the rest. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"-239\"|\"-3\"|ton_proof_network_not_allowed",
                "\"lengthBytes\": 16|\"lengthBytes\": 15|ton_proof_domain_not_allowed",
                "play.example.com|evil.example.com|ton_proof_domain_not_allowed",
                "\"address\": \"0:|\"address\": \"-1:|ton_proof_signature_invalid",
                "\"timestamp\": 1|\"timestamp\": 2|ton_proof_signature_invalid"
            })
    void a_changed_proof_is_refused(String from, String to, String code) {
        String good = TestWallet.json(proof(wallet));

        assertThat(good).contains(from);
        assertRefused(player.post(CONNECT, good.replace(from, to)), 422, code);
        assertThat(player.read("/user/wallets").get("ton").isNull()).isTrue();
    }

    @Test
    void another_wallets_key_address_or_state_is_refused() {
        TestWallet other = TestWallet.of(Version.V4);
        TonProof mine = proof(wallet);
        TonProof theirs = proof(other);
        TonProof key =
                new TonProof(
                        mine.address(),
                        mine.network(),
                        theirs.publicKey(),
                        mine.stateInit(),
                        mine.timestamp(),
                        mine.domain(),
                        mine.payload(),
                        mine.signature());
        TonProof state =
                new TonProof(
                        mine.address(),
                        mine.network(),
                        theirs.publicKey(),
                        theirs.stateInit(),
                        mine.timestamp(),
                        mine.domain(),
                        mine.payload(),
                        mine.signature());
        TonProof unknown = TestWallet.unknown().prove(DOMAIN, mine.payload(), mine.timestamp());

        assertRefused(connect(key), 422, "ton_proof_key_mismatch");
        assertRefused(connect(state), 422, "ton_proof_address_mismatch");
        assertRefused(connect(unknown), 422, "ton_proof_wallet_unsupported");
    }

    /** Pairs of a member of a good request and what stands in its place. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "address|null|address",
                "address|\"0:12\"|address",
                "address|7|address",
                "network|null|network",
                "network|\"\"|network",
                "network|\"-239239239\"|network",
                "network|-239|network",
                "publicKey|\"12\"|publicKey",
                "publicKey|\"zz\"|publicKey",
                "walletStateInit|null|walletStateInit",
                "walletStateInit|\"\"|walletStateInit",
                "walletStateInit|\"%%%\"|walletStateInit",
                "walletStateInit|\"AAAA\"|walletStateInit",
                "timestamp|null|proof.timestamp",
                "timestamp|-1|proof.timestamp",
                "timestamp|1099511627777|proof.timestamp",
                "timestamp|1.5|proof.timestamp",
                "domain|null|proof.domain",
                "lengthBytes|null|proof.domain.lengthBytes",
                "value|null|proof.domain.value",
                "payload|null|proof.payload",
                "signature|null|proof.signature",
                "signature|\"AAAA\"|proof.signature",
                "signature|\"%%%\"|proof.signature"
            })
    void a_field_that_is_wrong_is_named(String member, String value, String field) {
        String good = TestWallet.json(proof(wallet)).replaceAll("\\s+", " ");
        String pattern = "\"" + member + "\": (\"[^\"]*\"|\\{[^}]*}|[-0-9]+)";
        String broken =
                good.replaceFirst(
                        pattern, Matcher.quoteReplacement("\"" + member + "\": " + value));

        HttpResponse<String> refused = player.post(CONNECT, broken);

        assertThat(broken).isNotEqualTo(good);
        assertRefused(refused, 400, "validation_failed");
        assertThat(json(refused).at("/errors/0/field").textValue()).isEqualTo(field);
    }

    @Test
    void what_is_too_long_is_refused() {
        String good = TestWallet.json(proof(wallet));

        for (String text :
                List.of(
                        good.replaceFirst(
                                "(\"walletStateInit\": )\"[^\"]*\"",
                                "$1\"" + "A".repeat(8_196) + "\""),
                        good.replace(DOMAIN, "a".repeat(254)),
                        good.replaceFirst(
                                "(\"payload\": )\"[^\"]*\"", "$1\"" + "A".repeat(129) + "\""),
                        good.replaceFirst(
                                "(\"signature\": )\"[^\"]*\"", "$1\"" + "A".repeat(92) + "\""))) {
            assertRefused(player.post(CONNECT, text), 400, "validation_failed");
        }
    }

    @Test
    void an_exchange_is_chosen_and_changed() {
        JsonNode first = player.send("/user/set-exchange", "{\"exchangeId\":\"north\"}");
        server.clock().advance(Duration.ofSeconds(1));
        JsonNode same = player.send("/user/set-exchange", "{\"exchangeId\":\"north\"}");
        JsonNode other = player.send("/user/set-exchange", "{\"exchangeId\":\"south\"}");

        assertThat(first.at("/exchange/id").textValue()).isEqualTo("north");
        assertThat(same).isEqualTo(first);
        assertThat(other.at("/exchange/id").textValue()).isEqualTo("south");
        assertThat(Instant.parse(other.at("/exchange/chosenAt").textValue()))
                .isEqualTo(server.clock().instant());
        assertThat(player.read("/user/wallets")).isEqualTo(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "North", "../x", "\u044f", "12345"})
    void an_unknown_exchange_is_404(String id) {
        assertRefused(
                player.post("/user/set-exchange", "{\"exchangeId\":\"" + id + "\"}"),
                404,
                "unknown_exchange");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"exchangeId\":\"\"}",
                "{\"exchangeId\":null}",
                "{\"exchangeId\":1}"
            })
    void an_exchange_must_be_named(String body) {
        assertRefused(player.post("/user/set-exchange", body), 400, "validation_failed");
    }

    @Test
    void the_catalog_lists_the_exchanges() {
        assertThat(json(server.http().get("/public/catalog")).at("/data/exchanges"))
                .hasToString(
                        "[{\"id\":\"north\",\"name\":\"North\"},{\"id\":\"south\",\"name\":\"South\"}]");
    }
}
