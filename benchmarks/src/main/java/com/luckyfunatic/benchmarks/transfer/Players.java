package com.luckyfunatic.benchmarks.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.benchmarks.http.GameClient;
import com.luckyfunatic.benchmarks.run.Concurrently;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Players who transfer items, one request after the other each, and ask again under the same key
 * until they are answered; some go away instead. Thread-safe.
 */
final class Players {
    /** What they send. */
    static final String ITEM = "brass_gear";

    private static final String PATH = "/inventory/transfers";
    private static final String PAGE = PATH + "?limit=100";

    /** What each begins with; the most of it that the game grants. */
    private static final int HELD = 999;

    /** The most that one request sends. */
    private static final int COUNT_MAX = 9;

    private static final long FIRST_TELEGRAM_ID = 1_001;
    private static final int ABANDONED_ONE_IN = 10;
    private static final int AT_ONCE = 16;
    private static final long PAUSE_NANOS = 50_000_000;

    private final GameClient game;
    private final Moments moments;
    private final List<String> tokens;
    private final List<Long> before;
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private final Semaphore mayAsk = new Semaphore(0);

    private Players(GameClient game, Moments moments, List<String> tokens) {
        this.game = game;
        this.moments = moments;
        this.tokens = tokens;
        before = Concurrently.map(tokens, AT_ONCE, this::held);
    }

    /**
     * Logs players in, links them with accounts, and gives them something to send.
     *
     * @param platformToken the value of the {@code Authorization} header of the platform
     * @param moments is told of each request
     */
    static Players arrive(GameClient game, Moments moments, int count, String platformToken) {
        List<Integer> numbers = IntStream.range(0, count).boxed().toList();
        List<String> tokens =
                Concurrently.map(
                        numbers,
                        AT_ONCE,
                        number -> {
                            long id = FIRST_TELEGRAM_ID + number;
                            String token = game.logIn(id, null);
                            String path = "/laravel/players/" + id;
                            game.post(
                                    path + "/link",
                                    "{\"accountId\":\"" + account(number) + "\"}",
                                    platformToken);
                            GameClient.Reply granted =
                                    game.post(
                                            path + "/grants",
                                            "{\"itemId\":\"%s\",\"amount\":%d,\"reference\":\"to send\"}"
                                                    .formatted(ITEM, HELD),
                                            platformToken,
                                            "grant-" + number);
                            if (granted.status() != 200) {
                                throw new IllegalStateException("nothing granted: " + granted);
                            }
                            return token;
                        });
        return new Players(game, moments, tokens);
    }

    private static String account(int player) {
        return "funtico-" + player;
    }

    /** Lets them ask for so many more. */
    void allow(int requests) {
        mayAsk.release(requests);
    }

    /** Lets them ask as they are allowed to, and returns when all has been asked for. */
    void ask(int transfers, SplittableRandom random) {
        List<SplittableRandom> randoms = tokens.stream().map(_ -> random.split()).toList();
        Concurrently.run(
                tokens.size(),
                player -> {
                    for (int number = player; number < transfers; number += tokens.size()) {
                        mayAsk.acquireUninterruptibly();
                        SplittableRandom own = randoms.get(player);
                        int count = 1 + own.nextInt(COUNT_MAX);
                        boolean goesAway = own.nextInt(ABANDONED_ONE_IN) == 0;
                        String key = "transfer-" + number;
                        String answered = ask(player, key, count, goesAway);
                        asked.add(new Asked(player, key, count, answered, null));
                    }
                });
    }

    /** Asks again for everything that was answered. */
    void repeatAll() {
        List<Asked> all = asked();
        asked.clear();
        Concurrently.forEach(
                all,
                AT_ONCE,
                each -> {
                    String again =
                            each.answered() == null
                                    ? null
                                    : ask(each.player(), each.key(), each.count(), false);
                    asked.add(again == null ? each : each.repeatedAs(again));
                });
    }

    /**
     * Returns the transfer's name; null when its player goes away after the first failure.
     *
     * @throws IllegalStateException when it is refused: there is no reason for that
     */
    private @Nullable String ask(int player, String key, int count, boolean goesAway) {
        String body = "{\"itemId\":\"%s\",\"count\":%d}".formatted(ITEM, count);
        while (true) {
            moments.taken(KillMoment.Step.PLAYER_ASKS);
            try {
                GameClient.Reply reply = game.post(PATH, body, tokens.get(player), key);
                if (reply.status() == 200) {
                    return reply.body().at("/data/transfer/transferId").asText();
                }
                if (reply.status() / 100 == 4 && reply.status() != 429) {
                    throw new IllegalStateException("a transfer was answered with " + reply);
                }
            } catch (UncheckedIOException e) {
                // No answer: the server has died.
            }
            if (goesAway) {
                return null;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Returns what was asked for so far. */
    List<Asked> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    /** Returns what everybody held at first and holds now. */
    List<Holder> holders() {
        List<Long> after = Concurrently.map(tokens, AT_ONCE, this::held);
        return IntStream.range(0, tokens.size())
                .mapToObj(player ->
                        new Holder(account(player), before.get(player), after.get(player)))
                .toList();
    }

    private long held(String token) {
        long held = 0;
        for (JsonNode each : game.get("/inventory", token).at("/data/items")) {
            held += each.path("itemId").asText().equals(ITEM) ? each.path("count").asLong() : 0;
        }
        return held;
    }

    /** Returns everybody's transfers, as the game shows them now. */
    List<Listed> listed() {
        List<Integer> numbers = IntStream.range(0, tokens.size()).boxed().toList();
        return Concurrently.map(numbers, AT_ONCE, this::listOf).stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Listed> listOf(int player) {
        List<Listed> listed = new ArrayList<>();
        String path = PAGE;
        while (path != null) {
            JsonNode page = game.get(path, tokens.get(player));
            for (JsonNode each : page.path("data")) {
                listed.add(
                        new Listed(
                                player,
                                each.path("transferId").asText(),
                                each.path("accountId").asText(),
                                each.path("itemId").asText(),
                                each.path("count").asInt(),
                                each.path("status").asText(),
                                each.path("givenBack").asBoolean()));
            }
            String cursor = page.path("nextCursor").textValue();
            path = cursor == null ? null : PAGE + "&cursor=" + cursor;
        }
        return listed;
    }
}
