package com.luckyfunatic.server.ton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.connection.TonAddress;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.ton.TestWallet.Version;
import com.luckyfunatic.server.ton.TonProofException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TonProofVerifierTest {
    private static final PlayerId PLAYER = new PlayerId(7);
    private static final String DOMAIN = "play.example.com";
    private static final String OTHER_DOMAIN = "spiel.example.com:8443";
    private static final long NOW = 1_795_359_600_123L;
    private static final long SIGNED_AT = 1_795_359_660;
    private static final TestWallet WALLET = TestWallet.of(Version.V4);
    private static final TestWallet OTHER = TestWallet.of(Version.V5);

    private static final TonChallenges CHALLENGES =
            new TonChallenges(List.of("secret".getBytes(StandardCharsets.UTF_8)));
    private static final String CHALLENGE = CHALLENGES.make(PLAYER, NOW);

    private final TonProofVerifier verifier =
            new TonProofVerifier(
                    new TonProofPolicy(
                            TonNetwork.MAINNET,
                            Set.of(DOMAIN, OTHER_DOMAIN),
                            Duration.ofMinutes(15)),
                    CHALLENGES,
                    TestWallet.contracts());

    private static TonProof good() {
        return WALLET.prove(DOMAIN, CHALLENGE, SIGNED_AT);
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void a_wallet_of_every_version_is_taken(Version version) throws TonProofException {
        TestWallet wallet = TestWallet.of(version);

        assertThat(verifier.verify(wallet.prove(DOMAIN, CHALLENGE, SIGNED_AT), PLAYER))
                .isEqualTo(
                        new VerifiedProof(
                                wallet.address(),
                                NOW,
                                SIGNED_AT * 1_000 - 60_000,
                                NOW + 15 * 60_000));
    }

    @Test
    void it_is_good_until_the_older_of_proof_and_challenge_is_too_old() throws TonProofException {
        TonProof early = WALLET.prove(OTHER_DOMAIN, CHALLENGE, NOW / 1_000 - 5);

        assertThat(verifier.verify(early, PLAYER))
                .isEqualTo(
                        new VerifiedProof(
                                WALLET.address(),
                                NOW,
                                (NOW / 1_000 - 65) * 1_000,
                                (NOW / 1_000 - 5) * 1_000 + 15 * 60_000));
    }

    @Test
    void a_key_that_is_not_said_is_taken_from_the_state() throws TonProofException {
        TonProof silent = Change.key(null).apply(good());

        assertThat(verifier.verify(silent, PLAYER).address()).isEqualTo(WALLET.address());
    }

    @Test
    void a_wallet_may_be_on_the_masterchain() throws TonProofException {
        String address = "-1:" + WALLET.address().value().substring(2);
        TonProof signed =
                Change.signature(WALLET.sign(address, DOMAIN, CHALLENGE, SIGNED_AT))
                        .apply(Change.address(address).apply(good()));

        assertThat(verifier.verify(signed, PLAYER).address().value()).isEqualTo(address);
        assertRefused(Change.address(address).apply(good()), Reason.SIGNATURE_INVALID);
    }

    /** One change each, of a good proof. */
    private static final class Change {
        private Change() {}

        static UnaryOperator<TonProof> address(String address) {
            return p ->
                    new TonProof(
                            new TonAddress(address),
                            p.network(),
                            p.publicKey(),
                            p.stateInit(),
                            p.timestamp(),
                            p.domain(),
                            p.payload(),
                            p.signature());
        }

        static UnaryOperator<TonProof> network(String network) {
            return p ->
                    new TonProof(
                            p.address(),
                            network,
                            p.publicKey(),
                            p.stateInit(),
                            p.timestamp(),
                            p.domain(),
                            p.payload(),
                            p.signature());
        }

        static UnaryOperator<TonProof> key(byte @Nullable [] key) {
            return p ->
                    new TonProof(
                            p.address(),
                            p.network(),
                            key,
                            p.stateInit(),
                            p.timestamp(),
                            p.domain(),
                            p.payload(),
                            p.signature());
        }

        static UnaryOperator<TonProof> state(byte[] state) {
            return p ->
                    new TonProof(
                            p.address(),
                            p.network(),
                            p.publicKey(),
                            state,
                            p.timestamp(),
                            p.domain(),
                            p.payload(),
                            p.signature());
        }

        static UnaryOperator<TonProof> timestamp(long timestamp) {
            return p ->
                    new TonProof(
                            p.address(),
                            p.network(),
                            p.publicKey(),
                            p.stateInit(),
                            timestamp,
                            p.domain(),
                            p.payload(),
                            p.signature());
        }

        static UnaryOperator<TonProof> domain(int length, String domain) {
            return p ->
                    new TonProof(
                            p.address(),
                            p.network(),
                            p.publicKey(),
                            p.stateInit(),
                            p.timestamp(),
                            new TonProof.Domain(length, domain),
                            p.payload(),
                            p.signature());
        }

        static UnaryOperator<TonProof> payload(String payload) {
            return p ->
                    new TonProof(
                            p.address(),
                            p.network(),
                            p.publicKey(),
                            p.stateInit(),
                            p.timestamp(),
                            p.domain(),
                            payload,
                            p.signature());
        }

        static UnaryOperator<TonProof> signature(byte[] signature) {
            return p ->
                    new TonProof(
                            p.address(),
                            p.network(),
                            p.publicKey(),
                            p.stateInit(),
                            p.timestamp(),
                            p.domain(),
                            p.payload(),
                            signature);
        }
    }

    private static Arguments row(String name, Reason reason, UnaryOperator<TonProof> change) {
        return Arguments.of(name, reason, change.apply(good()));
    }

    private static byte[] flipped(byte[] bytes, int at) {
        byte[] changed = bytes.clone();
        changed[at] ^= 1;
        return changed;
    }

    static Stream<Arguments> refused() {
        String othersChallenge = CHALLENGES.make(new PlayerId(8), NOW);
        String later = CHALLENGES.make(PLAYER, NOW + 1);
        return Stream.of(
                row("the test network", Reason.NETWORK_NOT_ALLOWED, Change.network("-3")),
                row("no network", Reason.NETWORK_NOT_ALLOWED, Change.network("")),
                row(
                        "another page",
                        Reason.DOMAIN_NOT_ALLOWED,
                        p -> WALLET.prove("play.example.org", CHALLENGE, SIGNED_AT)),
                row(
                        "a page that begins alike",
                        Reason.DOMAIN_NOT_ALLOWED,
                        p -> WALLET.prove(DOMAIN + ".evil.org", CHALLENGE, SIGNED_AT)),
                row(
                        "a page in capitals",
                        Reason.DOMAIN_NOT_ALLOWED,
                        p -> WALLET.prove("PLAY.example.com", CHALLENGE, SIGNED_AT)),
                row("a length too short", Reason.DOMAIN_NOT_ALLOWED, Change.domain(15, DOMAIN)),
                row("a length too long", Reason.DOMAIN_NOT_ALLOWED, Change.domain(17, DOMAIN)),
                row("a negative length", Reason.DOMAIN_NOT_ALLOWED, Change.domain(-16, DOMAIN)),
                row(
                        "another page than was signed",
                        Reason.SIGNATURE_INVALID,
                        Change.domain(OTHER_DOMAIN.length(), OTHER_DOMAIN)),
                row(
                        "another player's challenge",
                        Reason.CHALLENGE_INVALID,
                        p -> WALLET.prove(DOMAIN, othersChallenge, SIGNED_AT)),
                row(
                        "no challenge",
                        Reason.CHALLENGE_INVALID,
                        p -> WALLET.prove(DOMAIN, "anything", SIGNED_AT)),
                row(
                        "another challenge than was signed",
                        Reason.SIGNATURE_INVALID,
                        Change.payload(later)),
                row("no state", Reason.STATE_INIT_MALFORMED, Change.state(new byte[0])),
                row(
                        "a damaged state",
                        Reason.STATE_INIT_MALFORMED,
                        Change.state(flipped(WALLET.state().bag(), 40))),
                row(
                        "a cell that is no state",
                        Reason.STATE_INIT_MALFORMED,
                        Change.state(TestCell.of("00110", TestCell.of("1")).bag())),
                row(
                        "a state with a library",
                        Reason.STATE_INIT_MALFORMED,
                        Change.state(
                                TestCell.of("00111", TestCell.of("1"), TestCell.of("0")).bag())),
                row(
                        "a state that is longer",
                        Reason.STATE_INIT_MALFORMED,
                        Change.state(
                                TestCell.of("001100", TestCell.of("1"), TestCell.of("0")).bag())),
                row(
                        "another wallet's state",
                        Reason.ADDRESS_MISMATCH,
                        Change.state(OTHER.state().bag())),
                row(
                        "another wallet's address",
                        Reason.ADDRESS_MISMATCH,
                        Change.address(OTHER.address().value())),
                row("another key", Reason.KEY_MISMATCH, Change.key(OTHER.publicKey())),
                row("a short key", Reason.KEY_MISMATCH, Change.key(new byte[31])),
                row(
                        "another wallet's signature",
                        Reason.SIGNATURE_INVALID,
                        Change.signature(
                                OTHER.sign(
                                        WALLET.address().value(), DOMAIN, CHALLENGE, SIGNED_AT))),
                row(
                        "a changed signature",
                        Reason.SIGNATURE_INVALID,
                        p -> Change.signature(flipped(p.signature(), 3)).apply(p)),
                row("a short signature", Reason.SIGNATURE_INVALID, Change.signature(new byte[63])),
                row(
                        "another time than was signed",
                        Reason.SIGNATURE_INVALID,
                        Change.timestamp(SIGNED_AT + 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String name, Reason reason, TonProof proof) {
        assertRefused(proof, reason);
    }

    private void assertRefused(TonProof proof, Reason reason) {
        assertThatExceptionOfType(TonProofException.class)
                .isThrownBy(() -> verifier.verify(proof, PLAYER))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** First states whose hash is the address and whose key has signed, and yet no wallet. */
    static Stream<Arguments> noWallets() {
        byte[] key = WALLET.publicKey();
        TestCell code = Version.V5.code();
        return Stream.of(
                Arguments.of("unknown code", TestCell.of("01"), Version.V4.data(key)),
                Arguments.of("data of another version", code, Version.V4.data(key)),
                Arguments.of("data without a key", code, TestCell.of("1")),
                Arguments.of(
                        "a key that does not count",
                        code,
                        TestCell.of("0" + Version.V5.data(key).bits().substring(1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noWallets")
    void refuses_what_is_no_known_wallet(String name, TestCell code, TestCell data) {
        TestWallet made = WALLET.with(TestCell.of("00110", code, data));

        assertRefused(made.prove(DOMAIN, CHALLENGE, SIGNED_AT), Reason.WALLET_UNSUPPORTED);
    }

    @Test
    void checks_have_an_order() {
        TonProof broken =
                Change.network("-3")
                        .apply(Change.domain(1, "x").apply(Change.payload("x").apply(good())));

        assertRefused(broken, Reason.NETWORK_NOT_ALLOWED);
        assertRefused(Change.network("-239").apply(broken), Reason.DOMAIN_NOT_ALLOWED);
    }

    @Test
    void a_policy_has_an_age() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TonProofPolicy(TonNetwork.TESTNET, Set.of(), Duration.ZERO));
    }
}
