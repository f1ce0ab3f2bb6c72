package com.luckyfunatic.server.ton;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.crypto.Sha256;
import com.luckyfunatic.server.ton.TonProofException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * Decides whether a proof shows that a player owns a wallet, by TON Connect's {@code
 * ton-proof-item-v2}.
 *
 * <p>Checks run in a fixed order, so that every proof has one answer, and none looks at a clock: a
 * proof is as good the second time. When it may be shown, and that it may be shown once, is for the
 * rules. Nothing is asked of the network: the wallet's address is the hash of its first state,
 * which holds the key. Thread-safe.
 */
public final class TonProofVerifier {
    private static final byte[] ITEM = "ton-proof-item-v2/".getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONNECT = "ton-connect".getBytes(StandardCharsets.UTF_8);
    private static final int MILLIS_PER_SECOND = 1_000;

    /**
     * What X.509 puts before the 32 bytes of an Ed25519 key: sequence, algorithm 1.3.101.112, bit
     * string.
     */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final TonProofPolicy policy;
    private final TonChallenges challenges;
    private final WalletContracts contracts;

    /** Verifies by {@code policy} proofs of {@code contracts} that answer {@code challenges}. */
    public TonProofVerifier(
            TonProofPolicy policy, TonChallenges challenges, WalletContracts contracts) {
        this.policy = policy;
        this.challenges = challenges;
        this.contracts = contracts;
    }

    /**
     * Checks that {@code proof} is of {@code player}.
     *
     * @throws TonProofException when it is not
     */
    public VerifiedProof verify(TonProof proof, PlayerId player) throws TonProofException {
        require(
                proof.network().equals(policy.network().number()),
                Reason.NETWORK_NOT_ALLOWED,
                "the wallet must be of network " + policy.network().number());
        requireDomain(proof.domain());
        long challengedAt =
                challenges
                        .madeAt(player, proof.payload())
                        .orElseThrow(() ->
                                new TonProofException(
                                        Reason.CHALLENGE_INVALID,
                                        "the payload was not made for this player"));
        byte[] key = key(proof);
        require(isSignedBy(key, proof), Reason.SIGNATURE_INVALID, "the wallet did not sign this");

        long signedAt = proof.timestamp() * MILLIS_PER_SECOND;
        return new VerifiedProof(
                proof.address(),
                challengedAt,
                signedAt - TonProofPolicy.FUTURE_SKEW_MAX.toMillis(),
                Math.min(signedAt, challengedAt) + policy.maxAge().toMillis());
    }

    private void requireDomain(TonProof.Domain domain) throws TonProofException {
        int length = domain.value().getBytes(StandardCharsets.UTF_8).length;
        require(
                domain.lengthBytes() == length && policy.domains().contains(domain.value()),
                Reason.DOMAIN_NOT_ALLOWED,
                "signed for a page that is not this game's");
    }

    /**
     * Takes the key from the state whose hash is the address; the proof's own word is not enough.
     */
    private byte[] key(TonProof proof) throws TonProofException {
        StateInit state;
        try {
            state = StateInit.read(proof.stateInit());
        } catch (IllegalArgumentException e) {
            throw new TonProofException(
                    Reason.STATE_INIT_MALFORMED, String.valueOf(e.getMessage()));
        }
        require(
                state.root().hasHash(accountId(proof)),
                Reason.ADDRESS_MISMATCH,
                "the address is not that of the wallet's first state");
        byte[] key = contracts.key(state);
        if (key == null) {
            throw new TonProofException(
                    Reason.WALLET_UNSUPPORTED, "not a wallet of a known version");
        }
        require(
                proof.publicKey() == null || MessageDigest.isEqual(key, proof.publicKey()),
                Reason.KEY_MISMATCH,
                "the key is not that of the wallet's first state");
        return key;
    }

    private static byte[] accountId(TonProof proof) {
        String address = proof.address().value();
        return HexFormat.of().parseHex(address, address.indexOf(':') + 1, address.length());
    }

    private static boolean isSignedBy(byte[] key, TonProof proof) {
        byte[] encoded =
                ByteBuffer.allocate(X509_PREFIX.length + key.length)
                        .put(X509_PREFIX)
                        .put(key)
                        .array();
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(encoded)));
            ed25519.update(signed(proof));
            return ed25519.verify(proof.signature());
        } catch (GeneralSecurityException e) {
            // The JDK reports a key or a signature of the wrong shape this way.
            return false;
        }
    }

    /** What a wallet signs. */
    static byte[] signed(TonProof proof) {
        String address = proof.address().value();
        byte[] domain = proof.domain().value().getBytes(StandardCharsets.UTF_8);
        byte[] payload = proof.payload().getBytes(StandardCharsets.UTF_8);
        ByteBuffer message =
                ByteBuffer.allocate(
                        ITEM.length
                                + Integer.BYTES
                                + Sha256.LENGTH
                                + Integer.BYTES
                                + domain.length
                                + Long.BYTES
                                + payload.length);
        message.put(ITEM);
        message.putInt(Integer.parseInt(address, 0, address.indexOf(':'), 10));
        message.put(accountId(proof));
        message.order(ByteOrder.LITTLE_ENDIAN).putInt(domain.length).put(domain);
        message.putLong(proof.timestamp()).put(payload);
        ByteBuffer whole = ByteBuffer.allocate(2 + CONNECT.length + Sha256.LENGTH);
        whole.putShort((short) 0xffff).put(CONNECT).put(Sha256.of(message.array()));
        return Sha256.of(whole.array());
    }

    private static void require(boolean condition, Reason reason, String otherwise)
            throws TonProofException {
        if (!condition) {
            throw new TonProofException(reason, otherwise);
        }
    }
}
