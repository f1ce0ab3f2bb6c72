package com.luckyfunatic.benchmarks.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * The content that comes with the game, changed so that a load test measures paid taps and
 * purchases instead of refusals: energy and the tap bucket do not run out, players start rich, and
 * cards ask for nothing but their price.
 */
public final class LoadCatalog {
    private static final String STANDARD = "/catalog/default-catalog.yaml";
    private static final long PLENTY = 1_000_000;

    /** What each player begins with. */
    public static final long START_FUNZ = 1_000_000_000;

    private static final long START_JOKERS = 100_000;

    /** How many quests there are to claim for each player, with {@link #writeForHard}. */
    public static final int QUESTS = 100;

    /** The quest that pays {@link #TOKENS} wheel tokens. */
    public static final String TOKENS_QUEST = "load_tokens";

    /** How often a player can spin the wheel. */
    public static final int TOKENS = 100_000;

    /** The listing that players buy from; one funz a piece. */
    public static final String PIECE = "load_piece";

    /** What a piece is. */
    public static final String PIECE_ITEM = "wheel_token";

    /** The body of a request that buys one. */
    public static final String PIECE_PURCHASE =
            "{\"listingId\":\"" + PIECE + "\",\"expectedPrice\":1,\"quantity\":1}";

    private static final String PIECE_BY_CONVERSION = "load_conversion";

    /** The body of a request that converts funz into a piece, with {@link #writeForHard}. */
    public static final String CONVERSION =
            "{\"conversionId\":\"" + PIECE_BY_CONVERSION + "\",\"count\":1}";

    private static final int REWARDED_GAMES = 1_000;

    private static final int CARDS_TO_BUY = 8;
    private static final int LEVELS_OF_EACH = 100;

    /** How many levels of {@link #cardToBuy} a player can buy. */
    public static final int LEVELS_TO_BUY = CARDS_TO_BUY * LEVELS_OF_EACH;

    private static final long FIRST_PRICE = 1_000;

    private LoadCatalog() {}

    /** Writes it to {@code file}, as JSON, which is YAML too. */
    public static void write(Path file) throws IOException {
        save(changed(), file);
    }

    /**
     * Writes the same with quests that can be claimed at once, many spins of the wheel, and pieces
     * that can be bought and converted without a limit.
     */
    public static void writeForHard(Path file) throws IOException {
        ObjectNode catalog = changed();
        ArrayNode quests = catalog.putArray("quests");
        for (int number = 0; number < QUESTS; number++) {
            quest(quests, quest(number)).putObject("reward").put("funz", 1);
        }
        quest(quests, TOKENS_QUEST)
                .putObject("reward")
                .putArray("items")
                .addObject()
                .put("item", "wheel_token")
                .put("count", TOKENS);
        piece(catalog.withArray("/listings"));
        ObjectNode conversion =
                catalog.withArray("/conversions")
                        .addObject()
                        .put("id", PIECE_BY_CONVERSION)
                        .put("name", "Funz to Pieces")
                        .put("maxPerOperation", 1);
        conversion.putObject("from").put("funz", 1);
        oneItem(conversion.putObject("to"));
        catalog.withArray("/items").forEach(item -> ((ObjectNode) item).put("max", 10 * TOKENS));
        save(catalog, file);
    }

    /** Writes the same with a listing of which there are {@code stock} pieces for all players. */
    public static void writeForStock(Path file, long stock) throws IOException {
        ObjectNode catalog = changed();
        piece(catalog.putArray("listings")).put("stock", stock);
        catalog.withArray("/items").forEach(item -> ((ObjectNode) item).put("max", TOKENS));
        save(catalog, file);
    }

    /** Writes the same with games of balloons that take {@code game}, all of them rewarded. */
    public static void writeForBalloons(Path file, Duration game) throws IOException {
        ObjectNode catalog = changed();
        catalog.withObject("/balloon")
                .put("duration", game.toString())
                .put("dailyRewardedGames", REWARDED_GAMES);
        save(catalog, file);
    }

    /** What the content of {@link #forSwitch} is called, as release {@code number}. */
    public static String version(int number) {
        return "load-" + number;
    }

    /** What a level costs in release {@code number}, and in no other one. */
    public static long price(int number) {
        return FIRST_PRICE + number;
    }

    /** The card of which a player who has bought so many levels can buy the next one. */
    public static String cardToBuy(long bought) {
        return "load_card_" + bought / LEVELS_OF_EACH;
    }

    /**
     * Returns the same with cards of which every level costs {@code price}, as a document.
     *
     * @param version what it calls itself
     */
    public static String forSwitch(String version, long price) throws IOException {
        ObjectNode catalog = changed().put("version", version);
        for (int number = 0; number < CARDS_TO_BUY; number++) {
            ArrayNode levels =
                    catalog.withArray("/cards")
                            .addObject()
                            .put("id", cardToBuy((long) number * LEVELS_OF_EACH))
                            .put("name", "Card " + number)
                            .put("description", "Every level costs the same.")
                            .put("category", "gear")
                            .put("image", "/assets/cards/gear.svg")
                            .put("maxLevel", LEVELS_OF_EACH)
                            .putArray("levels");
            for (int level = 0; level < LEVELS_OF_EACH; level++) {
                levels.addObject().put("price", price).put("incomePerHour", 1);
            }
        }
        return new ObjectMapper().writeValueAsString(catalog);
    }

    /** The id of a quest to claim, from 0. */
    public static String quest(int number) {
        return "load_" + number;
    }

    private static ObjectNode quest(ArrayNode quests, String id) {
        return quests.addObject().put("id", id).put("description", "A quest to claim at once.");
    }

    private static ObjectNode piece(ArrayNode listings) {
        ObjectNode listing =
                listings.addObject()
                        .put("id", PIECE)
                        .put("name", "Piece")
                        .put("description", "One of not so many.")
                        .put("image", "/assets/coin.svg")
                        .put("price", 1);
        oneItem(listing.putObject("goods"));
        return listing;
    }

    private static void oneItem(ObjectNode reward) {
        reward.putArray("items").addObject().put("item", PIECE_ITEM).put("count", 1);
    }

    private static void save(ObjectNode catalog, Path file) throws IOException {
        new ObjectMapper().writeValue(file.toFile(), catalog);
    }

    private static ObjectNode changed() throws IOException {
        ObjectNode catalog;
        try (InputStream in =
                Objects.requireNonNull(CatalogLoader.class.getResourceAsStream(STANDARD))) {
            catalog = (ObjectNode) new YAMLMapper().readTree(in);
        }
        catalog.put("version", "load");
        catalog.withObject("/start").put("funz", START_FUNZ).put("jokers", START_JOKERS);
        catalog.withObject("/tap").put("perSecond", 1_000).put("burst", 10_000);
        catalog.withObject("/energy").put("max", PLENTY).put("regenMilliPerSecond", PLENTY);
        catalog.withArray("/cards").forEach(card -> ((ObjectNode) card).remove("requirements"));
        return catalog;
    }
}
