package com.luckyfunatic.server.ton;

import org.jspecify.annotations.Nullable;

/** Where the contracts of wallets keep their owner's key. */
public enum WalletLayout {
    /** Versions 1 and 2: sequence number, key. */
    NUMBER_KEY(32, 0),
    /** Version 3: sequence number, wallet id, key. */
    NUMBER_ID_KEY(64, 0),
    /** Version 4: sequence number, wallet id, key, plugins. */
    NUMBER_ID_KEY_PLUGINS(64, 1),
    /** Version 5: whether signatures count, sequence number, wallet id, key, extensions. */
    FLAG_NUMBER_ID_KEY_EXTENSIONS(65, 1);

    /** The length of an Ed25519 key in bytes. */
    static final int KEY_LENGTH = 32;

    private final int keyAt;
    private final int bitsBehind;

    WalletLayout(int keyAt, int bitsBehind) {
        this.keyAt = keyAt;
        this.bitsBehind = bitsBehind;
    }

    /** Returns the key in {@code data}; null when it does not have this layout. */
    byte @Nullable [] key(Cell data) {
        if (data.bits() != keyAt + KEY_LENGTH * Byte.SIZE + bitsBehind) {
            return null;
        }
        // Where signatures do not count, whoever holds the key does not hold the wallet.
        if (this == FLAG_NUMBER_ID_KEY_EXTENSIONS && !data.bit(0)) {
            return null;
        }
        return data.bytes(keyAt, KEY_LENGTH);
    }
}
