package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plants a wrong constant in the script of scores, one at a time: the search that {@link
 * BoardScriptsContract} makes must find each.
 */
@WithRedis
@TestInstance(Lifecycle.PER_CLASS)
class BoardScriptMutantsIT {
    private static final Logger LOG = LoggerFactory.getLogger(BoardScriptMutantsIT.class);
    private static final int LANE = 0;
    private static final long SEEDS = 1_000;

    /** In a script that is right, nothing may be found. */
    private static final long SEEDS_OF_THE_ORIGINAL = 40;

    private final HotRedis redis;
    private final Script original;

    BoardScriptMutantsIT(RedisAddress address) {
        redis = new HotRedis(address);
        original = redis.scripts.updateTournamentScore;
    }

    @AfterAll
    void close() {
        redis.close();
    }

    /** A place in the assembled text of the script, and what is planted there. */
    record Mutant(String right, String wrong) {}

    static Stream<Mutant> mutants() {
        return Stream.of(
                new Mutant("number > 9007199254740991", "number > 9007199254740992"),
                new Mutant("b > 9007199254740991 - a", "b > 9007199254740990 - a"),
                new Mutant("and 1000000 or", "and 1000001 or"),
                new Mutant("or 9007199254740991)", "or 9007199254740990)"),
                new Mutant("'%d+:%d+,', 7)", "'%d+:%d+,', 8)"),
                new Mutant("total % count * 10000000", "total % count * 10000001"),
                new Mutant("rest % count * 10000000", "rest % count * 10000001"),
                new Mutant("99999999999999 - digits", "99999999999998 - digits"),
                new Mutant("'%014.0f'", "'%013.0f'"),
                new Mutant("'%016.0f'", "'%017.0f'"),
                new Mutant("19 - #player", "18 - #player"),
                new Mutant("at > board.closes", "at > board.closes + 1"),
                new Mutant("entry.count + 1", "entry.count + 2"),
                new Mutant("0 - whole", "1 - whole"),
                new Mutant("sub(place, -16)", "sub(place, -12)"),
                new Mutant("math.max(entry.reached, at)", "at"),
                new Mutant("value == value_before and", "value == nil and"),
                new Mutant("fraction == fraction_before", "true"),
                new Mutant("place ~= entry.place", "place == nil"),
                new Mutant("math.max(entry.total, score)", "math.max(entry.total, score - 1)"),
                new Mutant("math.min(entry.total, score)", "math.min(entry.total, score + 1)"));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_wrong_constant_in_the_script_is_found(Mutant mutant) {
        List<String> around = List.of(original.text().split(Pattern.quote(mutant.right()), -1));
        assertThat(around).as("the places of " + mutant.right()).hasSize(2);

        String found = search(planted(String.join(mutant.wrong(), around)), SEEDS);

        LOG.info("{}: found by {}", mutant, found);
        assertThat(found).as("what finds it").isNotEqualTo("nothing");
    }

    @Test
    void nothing_is_found_in_the_script_that_is_right() {
        assertThat(search(planted(original.text() + "\n-- as it is\n"), SEEDS_OF_THE_ORIGINAL))
                .isEqualTo("nothing");
    }

    private Script planted(String text) {
        return new Script(
                original.name(), original.keys(), text, redis.commands().scriptLoad(text));
    }

    private String search(Script script, long seeds) {
        if (isRefuted(() -> new BoardRawTexts(redis, LANE).check(script))) {
            return "the texts";
        }
        BoardTwin twin = new BoardTwin(redis, script, LANE);
        for (long seed = 1; seed <= seeds; seed++) {
            long each = seed;
            if (isRefuted(() -> twin.run(each))) {
                return "seed " + seed;
            }
        }
        return "nothing";
    }

    /** A Redis that did not answer proves nothing. */
    private static boolean isRefuted(Runnable check) {
        try {
            check.run();
            return false;
        } catch (AssertionError e) {
            if (e.getCause() instanceof StorageUnavailableException) {
                throw e;
            }
            return true;
        }
    }
}
