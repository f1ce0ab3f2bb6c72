package com.luckyfunatic.benchmarks.redis;

import com.luckyfunatic.benchmarks.game.TapLoad;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.storage.redis.hot.HotCommand;
import com.luckyfunatic.storage.redis.hot.HotContent;
import com.luckyfunatic.storage.redis.script.Script;
import com.luckyfunatic.storage.redis.script.ScriptLoader;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The script of a tap, with arguments that may be sent again and again: its player has energy and
 * tokens without end, and never reaches a rank, so that every call does its whole work.
 *
 * @param sha what Redis knows it by
 */
record TapScript(String sha, List<String> keys, List<String> arguments) {
    private static final String MAX = Long.toString(Amounts.MAX);
    private static final String TAG = "{yardstick}:";
    private static final int TOKENS = 5;
    private static final int ENERGY = 7;
    private static final int VALID_UNTIL = 2;
    private static final int NEXT_RANK_AT = 3;
    private static final int FULL_BUCKET_ARGUMENT = 9;

    /** Puts the script into the Redis at {@code uri}, with a copy of the player at {@code key}. */
    static TapScript at(String uri, RedisGame game, String key, HotContent content) {
        Script script = ScriptLoader.standard().load("tap", 5);
        try (RedisClient client = RedisClient.create(uri);
                StatefulRedisConnection<String, String> connection = client.connect()) {
            RedisCommands<String, String> redis = connection.sync();
            Map<String, String> player = redis.hgetall(key);
            String version = Objects.requireNonNull(player.get("v"));
            long generation = Long.parseLong(version.split(" ", -1)[0]);
            player.put("n", with(player, "n", Map.of(TOKENS, MAX, ENERGY, MAX)));
            player.put("d", with(player, "d", Map.of(VALID_UNTIL, MAX, NEXT_RANK_AT, MAX)));
            redis.hset(TAG + "player", player);
            redis.set(TAG + "generation", Long.toString(generation));
            CommandEnvelope envelope =
                    game.envelope(
                            new PlayerId(1), new Tap(TapLoad.TAPS), TapLoad.START.toEpochMilli());
            String[] arguments =
                    Objects.requireNonNull(HotCommand.of(envelope, content))
                            .arguments(envelope, game.rules(), content, generation);
            arguments[FULL_BUCKET_ARGUMENT] = MAX;
            return new TapScript(
                    redis.scriptLoad(script.text()),
                    Stream.of("player", "generation", "journal", "dirty", "touched")
                            .map(name -> TAG + name)
                            .toList(),
                    List.of(arguments));
        }
    }

    private static String with(Map<String, String> player, String field, Map<Integer, String> by) {
        String[] words = Objects.requireNonNull(player.get(field)).split(" ", -1);
        by.forEach((place, text) -> words[place] = text);
        return String.join(" ", words);
    }

    /** Returns the call as a command line has it. */
    List<String> call() {
        return Stream.of(
                        Stream.of("EVALSHA", sha, Integer.toString(keys.size())),
                        keys.stream(),
                        arguments.stream())
                .flatMap(each -> each)
                .toList();
    }
}
