package com.luckyfunatic.server.telegram;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Telegram's two separate worlds, each with the public key that it signs login data with. */
public enum TelegramEnvironment {
    /** The one that people use. */
    PRODUCTION("e7bf03a2fa4602af4580703d88dda5bb59f32ed8b02a56c187fe7d34caed242d"),
    /** The one for testing bots. */
    TEST("40055058a4ee38156a06562e52eece92a771bcd8346a8c4615cb7376eddf72ec");

    /**
     * What X.509 puts before the 32 bytes of an Ed25519 key: sequence, algorithm 1.3.101.112, bit
     * string.
     */
    private static final String X509_PREFIX = "302a300506032b6570032100";

    private final String publicKeyHex;

    TelegramEnvironment(String publicKeyHex) {
        this.publicKeyHex = publicKeyHex;
    }

    PublicKey publicKey() {
        byte[] encoded = HexFormat.of().parseHex(X509_PREFIX + publicKeyHex);
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK does not know Ed25519", e);
        }
    }
}
