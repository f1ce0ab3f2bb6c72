package com.luckyfunatic.server.connection;

import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.ton.TonProof;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A wallet and the proof that it is the player's: the members of TON Connect's {@code
 * TonAddressItemReply}, and its {@code proof}.
 *
 * @param address in the raw form
 * @param network the number of its network: -239 or -3
 * @param publicKey 64 hexadecimal digits; may be left out
 * @param walletStateInit the wallet's first state, a bag of cells in Base64
 * @param proof what the wallet signed
 */
@Schema(
        example =
                """
                {"address":
                "0:2c9a1f6a0d3b5f0e8d7c6b5a493827160f5e4d3c2b1a09f8e7d6c5b4a3928170",
                "network": "-239", "publicKey":
                "8f1b4c6a0d3b5f0e8d7c6b5a493827160f5e4d3c2b1a09f8e7d6c5b4a3928171",
                "walletStateInit": "te6ccgECFgEAArEAAgE0ARUBFP8A9KQT9LzyyAsC", "proof":
                {"timestamp": 1795359600, "domain": {"lengthBytes": 16,
                "value": "play.example.com"}, "payload":
                "AAABmq8rBHsQZ3x1c2VkIG9ubHkgYXMgYW4gZXhhbXBsZQ", "signature":
                "c2lnbmF0dXJlIG9mIHNpeHR5LWZvdXIgYnl0ZXMsIG9ubHkgYXMgYW4gZXhhbXBsZSBoZXJlISEhISEhIQ=="}}
                """)
public record ConnectTonWalletRequest(
        @Nullable String address,
        @Nullable String network,
        @Nullable String publicKey,
        @Nullable String walletStateInit,
        @Nullable Proof proof) {
    /** When, for which page and in answer to what the wallet signed. */
    public record Proof(
            @Nullable Long timestamp,
            @Nullable Domain domain,
            @Nullable String payload,
            @Nullable String signature) {}

    /** The page, and its length in bytes. */
    public record Domain(@Nullable Integer lengthBytes, @Nullable String value) {}

    /**
     * Returns the proof, nothing of which is verified.
     *
     * @throws ProblemException when a field is missing or does not have its form
     */
    TonProof toProof() {
        ProofFields fields = new ProofFields();
        Proof given = fields.present("proof", proof);
        Domain domain = fields.present("proof.domain", given.domain());
        return new TonProof(
                fields.address("address", address),
                fields.text("network", network, ProofFields.NETWORK_LENGTH_MAX),
                publicKey == null ? null : fields.key("publicKey", publicKey),
                fields.stateInit("walletStateInit", walletStateInit),
                fields.timestamp("proof.timestamp", given.timestamp()),
                new TonProof.Domain(
                        fields.present("proof.domain.lengthBytes", domain.lengthBytes()),
                        fields.text(
                                "proof.domain.value",
                                domain.value(),
                                ProofFields.DOMAIN_LENGTH_MAX)),
                fields.text("proof.payload", given.payload(), ProofFields.PAYLOAD_LENGTH_MAX),
                fields.signature("proof.signature", given.signature()));
    }
}
