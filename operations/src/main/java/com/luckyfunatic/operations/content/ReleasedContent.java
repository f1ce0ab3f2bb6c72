package com.luckyfunatic.operations.content;

import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import com.luckyfunatic.engine.catalog.InvalidCatalogException;
import com.luckyfunatic.engine.storage.CatalogReleases;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The content of releases, as engines play by it. Stateless and thread-safe. */
public final class ReleasedContent {
    private ReleasedContent() {}

    /**
     * Returns the content of {@code release}.
     *
     * @throws UnplayableReleaseException when this build cannot play by it
     */
    public static Catalog of(CatalogRelease release, CatalogReleases releases) {
        String document =
                releases.document(release.version())
                        .orElseThrow(() -> new UnplayableReleaseException(release, "it is lost"));
        if (!hash(document).equals(release.hash())) {
            throw new UnplayableReleaseException(
                    release, "its document is not the one that was published");
        }
        try {
            return Catalog.of(
                    CatalogLoader.read("release " + release.number(), document).definition(),
                    release.number());
        } catch (CatalogFileException | InvalidCatalogException e) {
            throw new UnplayableReleaseException(release, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the content that is in force at {@code nowMillis}, epoch milliseconds.
     *
     * @param given what is in force where nothing was released
     * @throws UnplayableReleaseException when this build cannot play by it
     */
    public static Catalog inForce(CatalogReleases releases, Catalog given, long nowMillis) {
        return releases.inForce(nowMillis, 1).stream()
                .findFirst()
                .map(release -> of(release, releases))
                .orElse(given);
    }

    /** Returns what a document is known by: its SHA-256, hexadecimal. */
    public static String hash(String document) {
        return HexFormat.of().formatHex(sha256(document));
    }

    /** Returns the SHA-256 of {@code text} in UTF-8. */
    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
