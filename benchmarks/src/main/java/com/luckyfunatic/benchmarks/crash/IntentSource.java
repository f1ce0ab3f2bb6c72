package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.crash.Intent.Kind;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.stream.StreamSupport;

/** Draws what players want: mostly taps, besides them whatever costs or pays. Thread-safe. */
final class IntentSource {
    private static final int TAP_COUNT_MAX = 50;

    private final Mix mix;
    private final List<String> cards;
    private final List<String> boosters;
    private final List<String> stories;
    private final AtomicLong lastId = new AtomicLong();

    /** Draws from the content that the server tells. */
    IntentSource(Mix mix, JsonNode catalog) {
        this.mix = mix;
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
        return of(mix.nextKind(random), player, random);
    }

    /** Draws one with a key. */
    Intent nextNamed(CrashPlayer player, RandomGenerator random) {
        Kind kind = mix.nextKind(random);
        while (kind == Kind.TAP) {
            kind = mix.nextKind(random);
        }
        return of(kind, player, random);
    }

    private Intent of(Kind kind, CrashPlayer player, RandomGenerator random) {
        return switch (kind) {
            case TAP -> {
                long number = player.nextTap();
                String body =
                        "{\"taps\":%d,\"sequence\":%d}"
                                .formatted(1 + random.nextInt(TAP_COUNT_MAX), number);
                yield new Intent(
                        lastId.incrementAndGet(),
                        player.telegramId(),
                        kind,
                        "/tap",
                        body,
                        null,
                        number);
            }
            case CARD ->
                    keyed(
                            player,
                            kind,
                            "/cards/buy-card",
                            "{\"cardId\":\"" + draw(cards, random) + "\"}");
            case BOOSTER ->
                    keyed(
                            player,
                            kind,
                            "/boosters/activate",
                            "{\"boosterType\":\"" + draw(boosters, random) + "\"}");
            case STORY -> keyed(player, kind, "/stories/" + draw(stories, random) + "/claim", "{}");
        };
    }

    private Intent keyed(CrashPlayer player, Kind kind, String path, String body) {
        long id = lastId.incrementAndGet();
        return new Intent(id, player.telegramId(), kind, path, body, "crash-" + id);
    }

    private static String draw(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
