package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.crash.Intent.Kind;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;

/** Draws what players want: mostly taps, besides them whatever costs or pays. Thread-safe. */
final class IntentSource {
    private static final int TAPS_OF_100 = 60;
    private static final int CARDS_OF_100 = 20;
    private static final int BOOSTERS_OF_100 = 12;
    private static final int TAP_COUNT_MAX = 50;

    private final List<String> cards;
    private final List<String> boosters;
    private final List<String> stories;
    private final AtomicLong lastId = new AtomicLong();

    /** Draws from the content that the server tells. */
    IntentSource(JsonNode catalog) {
        cards = texts(catalog.path("cards"), "id");
        boosters = texts(catalog.path("boosters"), "type");
        stories = texts(catalog.path("stories"), "id");
    }

    private static List<String> texts(JsonNode rows, String member) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(member).asText())
                .toList();
    }

    /** Draws the next intent of {@code player}. */
    Intent next(CrashPlayer player, RandomGenerator random) {
        long id = lastId.incrementAndGet();
        int ticket = random.nextInt(100);
        if (ticket < TAPS_OF_100) {
            String body =
                    "{\"taps\":%d,\"sequence\":%d}"
                            .formatted(1 + random.nextInt(TAP_COUNT_MAX), player.nextTap());
            return new Intent(id, player.telegramId(), Kind.TAP, "/tap", body, null);
        }
        String key = "crash-" + id;
        if (ticket < TAPS_OF_100 + CARDS_OF_100) {
            String body = "{\"cardId\":\"" + draw(cards, random) + "\"}";
            return new Intent(id, player.telegramId(), Kind.CARD, "/cards/buy-card", body, key);
        }
        if (ticket < TAPS_OF_100 + CARDS_OF_100 + BOOSTERS_OF_100) {
            String body = "{\"boosterType\":\"" + draw(boosters, random) + "\"}";
            String path = "/boosters/activate";
            return new Intent(id, player.telegramId(), Kind.BOOSTER, path, body, key);
        }
        String path = "/stories/" + draw(stories, random) + "/claim";
        return new Intent(id, player.telegramId(), Kind.STORY, path, "{}", key);
    }

    private static String draw(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
