package com.luckyfunatic.server.ton;

/** Why a proof is refused, whatever the time. */
public final class TonProofException extends Exception {
    /** Each has an error code of its own. */
    public enum Reason {
        /** The network is not the one that the game is played with. */
        NETWORK_NOT_ALLOWED,
        /** It was signed for another page, or the page's length is wrong. */
        DOMAIN_NOT_ALLOWED,
        /** The payload is not a challenge that was made for this player. */
        CHALLENGE_INVALID,
        /** The first state cannot be read. */
        STATE_INIT_MALFORMED,
        /** The address is not that of the first state. */
        ADDRESS_MISMATCH,
        /** The first state is that of no known wallet. */
        WALLET_UNSUPPORTED,
        /** The key is not the one in the first state. */
        KEY_MISMATCH,
        /** The key in the first state has not signed this. */
        SIGNATURE_INVALID
    }

    private final Reason reason;

    TonProofException(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
