package com.luckyfunatic.server.ton;

import com.luckyfunatic.engine.connection.TonAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet says to prove who its owner is. Nothing of it is true before it was verified.
 *
 * @param address which wallet
 * @param network the number of its network
 * @param publicKey the owner's key, 32 bytes; null when the wallet does not say
 * @param stateInit the wallet's first state, a bag of cells
 * @param timestamp when it was signed, epoch seconds
 * @param domain the page that it was signed for
 * @param payload the challenge that it answers
 * @param signature 64 bytes of Ed25519
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and not kept.
public record TonProof(
        TonAddress address,
        String network,
        byte @Nullable [] publicKey,
        byte[] stateInit,
        long timestamp,
        Domain domain,
        String payload,
        byte[] signature) {
    /**
     * The name of a page's host.
     *
     * @param lengthBytes how long it is in UTF-8, as the wallet says
     */
    public record Domain(int lengthBytes, String value) {}
}
