package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.storage.redis.script.Script;
import java.util.List;
import java.util.Map;

/**
 * Texts that are no numbers, put straight into a leaderboard or the arguments of its script: it
 * must refuse and leave everything as it is.
 */
final class BoardRawTexts {
    private static final List<String> NEGATIVE =
            List.of("-1", "-9007199254740991", "-9007199254740992", "-9223372036854775808");
    private static final List<String> TOO_LARGE =
            List.of("9007199254740992", "9007199254740993", "9223372036854775807");
    private static final String SETTINGS = "sum higher 9007199254740991 open";
    private static final String PLACE = "0000000000000100";
    private static final String ENTRY = "1 " + PLACE + " 50 3 4 6:20,5:10";
    private static final String PLAYER = "77";
    private static final int SCORE = 2;
    private static final int MOMENT = 3;

    private final HotRedis redis;
    private final String[] keys;

    BoardRawTexts(HotRedis redis, int lane) {
        this.redis = redis;
        keys =
                new String[] {
                    redis.keys.ranking(lane, redis.board(lane)),
                    redis.keys.entries(lane, redis.board(lane))
                };
    }

    /** Checks {@code script}, which counts a score. */
    void check(Script script) {
        refused(script, SETTINGS, ENTRY, List.of(PLAYER, "7", "1", "101"), "accepted");
        for (String text : HotRawTexts.NO_NUMBERS) {
            for (int argument = 0; argument <= MOMENT; argument++) {
                refused(script, SETTINGS, ENTRY, with(argument, text), "corrupt");
            }
            stored(script, text);
        }
        for (String text : NEGATIVE) {
            refused(script, SETTINGS, ENTRY, with(SCORE, text), "score_negative");
            refused(script, SETTINGS, ENTRY, with(MOMENT, text), "corrupt");
            refused(script, SETTINGS, ENTRY, with(0, text), "corrupt");
            refused(script, SETTINGS, ENTRY, with(1, text), "corrupt");
            stored(script, text);
        }
        for (String text : TOO_LARGE) {
            refused(script, SETTINGS, ENTRY, with(SCORE, text), "score_too_large");
            refused(script, SETTINGS, ENTRY, with(MOMENT, text), "corrupt");
            stored(script, text);
        }
        refused(script, SETTINGS, ENTRY, with(0, "0"), "corrupt");
        refused(script, SETTINGS, ENTRY, with(1, "0"), "corrupt");
        refused(script, SETTINGS, ENTRY, with(SCORE, "9007199254740942"), "sum_too_large");
        refused(script, SETTINGS, ENTRY, with(SCORE, "9007199254740941"), "accepted");
        refused(script, SETTINGS, "1 55 50 3 4 5:10", with(SCORE, "1"), "accepted");
        for (String entry :
                List.of("", "1", "2 " + PLACE + " 50 3 4 ", "1  50 3 4 5:10", ENTRY + " ")) {
            refused(script, SETTINGS, entry, with(SCORE, "1"), "corrupt");
        }
        for (String settings :
                List.of("", "sum higher 1", "sum higher 1 2 open", "SUM higher 5 open")) {
            refused(script, settings, ENTRY, with(SCORE, "1"), "corrupt");
        }
    }

    private void stored(Script script, String text) {
        List<String> arguments = with(SCORE, "1");
        refused(script, SETTINGS, "1 " + PLACE + " " + text + " 3 4 5:10", arguments, "corrupt");
        refused(script, SETTINGS, "1 " + PLACE + " 50 " + text + " 4 5:10", arguments, "corrupt");
        refused(script, "sum higher " + text + " open", ENTRY, arguments, "corrupt");
    }

    private static List<String> with(int argument, String text) {
        String[] arguments = {PLAYER, "7", "1", "101"};
        arguments[argument] = text;
        return List.of(arguments);
    }

    private void refused(
            Script script, String settings, String entry, List<String> arguments, String reply) {
        redis.commands().del(keys);
        redis.commands().hset(keys[1], Map.of("board", settings, PLAYER, entry));
        redis.commands().zadd(keys[0], -50, PLACE + "00000000000000000" + PLAYER);
        byte[] before = redis.commands().dump(keys[1]);

        assertThat(redis.run(script, keys, arguments.toArray(String[]::new)).getFirst())
                .as("'%s' '%s' %s", settings, entry, arguments)
                .isEqualTo(reply);

        if (!reply.equals("accepted")) {
            assertThat(redis.commands().dump(keys[1])).isEqualTo(before);
            assertThat(redis.commands().zcard(keys[0])).isEqualTo(1);
        }
    }
}
