package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plants a wrong constant in a hot script, one at a time: the search that {@link
 * HotScriptsContract} makes must find each.
 *
 * <p>Each changes what some player sees. Planting everywhere was tried: many such scripts do the
 * same as before, because two checks overlap or a number cannot be met, and a list of those is
 * wrong with every change of a script.
 */
@WithRedis
@TestInstance(Lifecycle.PER_CLASS)
class HotScriptMutantsIT {
    private static final Logger LOG = LoggerFactory.getLogger(HotScriptMutantsIT.class);
    private static final int LANE = 0;

    /** Enough for the most hidden one four times over; deterministic. */
    private static final long SEEDS = 400;

    /** In scripts that are right, nothing may be found. */
    private static final long SEEDS_OF_ORIGINALS = 40;

    private final HotRedis redis;
    private final Script debit;

    HotScriptMutantsIT(RedisAddress address) {
        redis = new HotRedis(address);
        debit = HotRedis.debit();
    }

    @AfterAll
    void close() {
        redis.close();
    }

    /** The scripts. */
    enum Searched {
        TAP,
        INCOME,
        BOOSTER,
        QUEST,
        DEBIT
    }

    /** A place in the assembled text of a script, and what is planted there. */
    record Mutant(Searched searched, String right, String wrong) {}

    static Stream<Mutant> mutants() {
        return Stream.concat(
                Stream.of(
                        new Mutant(
                                Searched.TAP,
                                "tokens - accepted * 1000",
                                "tokens - accepted * 1001"),
                        new Mutant(Searched.TAP, "if place > 4", "if place > 5"),
                        new Mutant(
                                Searched.TAP,
                                "checked_multiply(player.energy_max, 1000000)",
                                "checked_multiply(player.energy_max, 1000001)"),
                        new Mutant(Searched.INCOME, "accrued % 3600000", "accrued % 3600001"),
                        new Mutant(
                                Searched.INCOME,
                                "floor_divide(accrued, 3600000)",
                                "floor_divide(accrued, 3599999)"),
                        new Mutant(Searched.INCOME, "parts % 10000", "parts % 10001"),
                        new Mutant(
                                Searched.BOOSTER,
                                "player.energy_max * 1000000)",
                                "player.energy_max * 1000001)"),
                        new Mutant(
                                Searched.BOOSTER,
                                "accrued < 3600000 then",
                                "accrued < 3600001 then"),
                        new Mutant(
                                Searched.BOOSTER,
                                "floor_divide(player.now, 86400000)",
                                "floor_divide(player.now, 86400001)"),
                        new Mutant(
                                Searched.BOOSTER,
                                "ready_at, today, used + 1))",
                                "ready_at, today, used + 2))"),
                        new Mutant(
                                Searched.QUEST,
                                "local today = floor_divide(player.now, 86400000)",
                                "local today = floor_divide(player.now, 86400001)"),
                        new Mutant(
                                Searched.QUEST,
                                "player.now - numbers.started_at >= numbers.needed",
                                "player.now - numbers.started_at >= numbers.needed - 1"),
                        new Mutant(Searched.QUEST, "if day >= today then", "if day > today then"),
                        new Mutant(
                                Searched.QUEST,
                                "earned_row and numbers.on_day == today",
                                "earned_row and numbers.on_day >= today - 1"),
                        new Mutant(Searched.DEBIT, "player.story_due > 0", "player.story_due > 1"),
                        new Mutant(Searched.DEBIT, "player.due > 0", "player.due > 1")),
                Stream.of(Searched.values())
                        .flatMap(each ->
                                Stream.of(
                                        new Mutant(
                                                each,
                                                "number > 9007199254740991",
                                                "number > 9007199254740992"),
                                        new Mutant(
                                                each,
                                                "player.parts > 9999",
                                                "player.parts > 10000"),
                                        new Mutant(
                                                each,
                                                "player.sequence + 1",
                                                "player.sequence + 2"))));
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void a_wrong_constant_in_a_script_is_found(Mutant mutant) {
        Script original = original(mutant.searched());
        List<String> around = List.of(original.text().split(Pattern.quote(mutant.right()), -1));
        assertThat(around).as("the places of " + mutant.right()).hasSize(2);

        String found =
                search(
                        mutant.searched(),
                        planted(original, String.join(mutant.wrong(), around)),
                        SEEDS);

        LOG.info("{}: found by {}", mutant, found);
        assertThat(found).as("what finds it").isNotEqualTo("nothing");
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_found_in_a_script_that_is_right(Searched searched) {
        Script original = original(searched);

        assertThat(
                        search(
                                searched,
                                planted(original, original.text() + "\n-- as it is\n"),
                                SEEDS_OF_ORIGINALS))
                .isEqualTo("nothing");
    }

    private Script original(Searched searched) {
        return switch (searched) {
            case TAP -> redis.scripts.tap;
            case INCOME -> redis.scripts.applyPassiveIncome;
            case BOOSTER -> redis.scripts.activateBooster;
            case QUEST -> redis.scripts.updateQuestRewards;
            case DEBIT -> debit;
        };
    }

    private Script planted(Script original, String text) {
        return new Script(
                original.name(), original.keys(), text, redis.commands().scriptLoad(text));
    }

    private String search(Searched searched, Script script, long seeds) {
        if (isRefuted(() -> checkTexts(searched, script))) {
            return "the texts";
        }
        LongConsumer run = runner(searched, script);
        for (long seed = 1; seed <= seeds; seed++) {
            long each = seed;
            if (isRefuted(() -> run.accept(each))) {
                return "seed " + seed;
            }
        }
        return "nothing";
    }

    private void checkTexts(Searched searched, Script script) {
        HotRawTexts texts = new HotRawTexts(redis, redis.hotPlayers(redis.scripts::of), LANE);
        switch (searched) {
            case TAP -> texts.checkTap(script);
            case INCOME -> texts.checkIncome(script);
            case BOOSTER -> texts.checkBooster(script);
            case QUEST -> texts.checkQuest(script);
            case DEBIT -> texts.checkDebit(script);
        }
    }

    private LongConsumer runner(Searched searched, Script script) {
        if (searched == Searched.DEBIT) {
            return new HotDebitTwin(redis, script, LANE)::run;
        }
        Script original = original(searched);
        HotPlayers hot =
                redis.hotPlayers(command -> {
                    Script usual = redis.scripts.of(command);
                    return usual.equals(original) ? script : usual;
                });
        return new HotTwin(redis, hot, LANE)::run;
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
