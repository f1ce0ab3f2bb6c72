package com.luckyfunatic.storage.redis.hot;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.card.CardDefinition;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Content as hot scripts are told of it. Thread-safe. */
public final class HotContent {
    private static final String EVENTS = "\"events\":[";

    private final Catalog catalog;
    private final GameCodec codec;
    private final String name;
    private final Map<String, String> heads = new ConcurrentHashMap<>();

    /** Prepares {@code catalog}. */
    public HotContent(Catalog catalog, GameCodec codec) {
        this.catalog = catalog;
        this.codec = codec;
        name = HexFormat.of().formatHex(sha256(everythingThatCounts(catalog)), 0, 8);
    }

    /** The content itself. */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * What tells this content from any other. A version alone would not: nobody keeps a developer
     * from changing a file without giving it a new one.
     */
    public String name() {
        return name;
    }

    private static String everythingThatCounts(Catalog catalog) {
        StringBuilder text = new StringBuilder();
        text.append(EffectiveField.FORM)
                .append(' ')
                .append(catalog.name())
                .append(catalog.tap())
                .append(catalog.energy())
                .append(catalog.incomeCapMillis())
                .append(' ')
                .append(catalog.multiplierCapBps())
                .append(catalog.boosters())
                .append(catalog.cards())
                .append(catalog.specialCards())
                .append(catalog.stories())
                .append(catalog.ranks())
                .append(catalog.referral());
        for (CardDefinition card : catalog.cards()) {
            text.append(catalog.cardLevels(card.id()));
        }
        for (int rank = 1; rank <= catalog.ranks().size(); rank++) {
            text.append(catalog.frenzyLevel(rank));
        }
        return text.toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * Returns how the document of a soft change begins that a player's own {@code command} makes,
     * up to its events.
     */
    String head(String command) {
        return heads.computeIfAbsent(command, this::newHead);
    }

    private String newHead(String command) {
        ChangeDocument empty =
                new ChangeDocument(
                        command,
                        null,
                        Actor.Player.SELF,
                        catalog.name(),
                        Durability.SOFT,
                        List.of(),
                        new Wallet(0, 0, 0));
        String document = codec.write(empty);
        return document.substring(0, document.lastIndexOf(EVENTS) + EVENTS.length());
    }
}
