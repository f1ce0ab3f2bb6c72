package com.luckyfunatic.operations.audit;

import com.luckyfunatic.storage.audit.AuditChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the audit is sealed.
 *
 * @param chain makes the heads
 * @param anchor where heads are kept apart; null for nowhere
 */
public record AuditSealing(AuditChain chain, @Nullable AnchorFile anchor) {
    private static final String REMEDY =
            ": set audit-key-file or audit-anchor, or who can write to the database can rewrite"
                    + " what was recorded";

    /** Without a key, and nothing kept apart. */
    public static final AuditSealing PLAIN = new AuditSealing(AuditChain.plain(), null);

    /**
     * Returns what two settings say.
     *
     * @param keyFile the file with the key, hexadecimal digits; empty for no key
     * @param anchorFile the file for heads; empty for nowhere
     * @throws UncheckedIOException when the key cannot be read
     * @throws IllegalArgumentException when it is no key
     */
    public static AuditSealing of(String keyFile, String anchorFile) {
        return new AuditSealing(
                keyFile.isEmpty() ? AuditChain.plain() : AuditChain.keyed(key(Path.of(keyFile))),
                anchorFile.isEmpty() ? null : new AnchorFile(Path.of(anchorFile)));
    }

    /**
     * Whether somebody who can write to the whole store can make it look as if it had always been
     * like that: there is neither a key nor a head kept apart, but for what logs hold.
     */
    public boolean isAtTheStoresMercy() {
        return anchor == null && !chain.isKeyed();
    }

    /**
     * Returns what a program that seals has to warn of; empty for nothing.
     *
     * @param production whether the game is played in earnest
     */
    public Optional<String> warningOfSealing(boolean production) {
        return warning(
                production,
                "the audit is sealed without a key, and heads of its seals are kept in this log"
                        + " only");
    }

    /** Returns the same for a program that checks seals. */
    public Optional<String> warningOfChecking(boolean production) {
        return warning(
                production,
                "the audit is checked without a key and without heads that were kept apart");
    }

    private Optional<String> warning(boolean production, String what) {
        return production && isAtTheStoresMercy() ? Optional.of(what + REMEDY) : Optional.empty();
    }

    private static byte[] key(Path file) {
        try {
            return HexFormat.of()
                    .parseHex(Files.readString(file, StandardCharsets.US_ASCII).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the key in " + file + " is no list of hexadecimal digits", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
