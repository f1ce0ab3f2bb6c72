package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.engine.testkit.servers.WithRedis;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plants a wrong number or a wrong comparison in the hot scripts, one at a time, everywhere: the
 * differential test must find each.
 */
@WithRedis
class HotScriptMutantsIT {
    private static final Logger LOG = LoggerFactory.getLogger(HotScriptMutantsIT.class);
    private static final long SEEDS = 400;
    private static final Pattern NUMBER_OR_COMPARISON = Pattern.compile("\\d+|[<>=~]=|[<>]");

    /** Mutants that do the same, by what they change, and why. */
    private static final Map<String, String> EQUIVALENT = Map.of();

    private final RedisAddress address;

    HotScriptMutantsIT(RedisAddress address) {
        this.address = address;
    }

    /** A script with one thing changed. */
    private record Mutant(String change, String text) {}

    private static List<Mutant> mutantsOf(Script script) {
        List<Mutant> mutants = new ArrayList<>();
        int lineStart = 0;
        for (String line : script.text().lines().toList()) {
            if (!line.strip().startsWith("--")) {
                for (MatchResult found : NUMBER_OR_COMPARISON.matcher(line).results().toList()) {
                    String other = other(found.group());
                    String changed =
                            line.substring(0, found.start()) + other + line.substring(found.end());
                    mutants.add(
                            new Mutant(
                                    line.strip() + " => " + changed.strip(),
                                    script.text().substring(0, lineStart)
                                            + changed
                                            + script.text().substring(lineStart + line.length())));
                }
            }
            lineStart += line.length() + 1;
        }
        return mutants;
    }

    private static String other(String token) {
        return switch (token) {
            case "<" -> "<=";
            case "<=" -> "<";
            case ">" -> ">=";
            case ">=" -> ">";
            case "==" -> "~=";
            case "~=" -> "==";
            default -> Long.toString(Long.parseLong(token) + 1);
        };
    }

    /** What must find a mutant of one script. */
    private interface Search {
        /** Throws when {@code mutant} differs from the rule in one of the seeds. */
        LongConsumer seeds(HotRedis redis, Script mutant, int lane);

        /** Throws when {@code mutant} takes a text that is no amount. */
        void texts(HotRawTexts texts, Script mutant);
    }

    private record RuleSearch(Script original, BiConsumer<HotRawTexts, Script> check)
            implements Search {
        @Override
        public LongConsumer seeds(HotRedis redis, Script mutant, int lane) {
            HotPlayers hot =
                    redis.hotPlayers(command -> {
                        Script usual = redis.scripts.of(command);
                        return usual.equals(original) ? mutant : usual;
                    });
            return new HotTwin(redis, hot, lane)::run;
        }

        @Override
        public void texts(HotRawTexts texts, Script mutant) {
            check.accept(texts, mutant);
        }
    }

    private record DebitSearch() implements Search {
        @Override
        public LongConsumer seeds(HotRedis redis, Script mutant, int lane) {
            return new HotDebitTwin(redis, mutant, lane)::run;
        }

        @Override
        public void texts(HotRawTexts texts, Script mutant) {
            texts.checkDebit(mutant);
        }
    }

    @Test
    void a_wrong_number_or_comparison_in_a_script_is_found() {
        Set<String> survivors = new TreeSet<>();
        try (HotRedis redis = new HotRedis(address)) {
            Scripts scripts = redis.scripts;
            Map.of(
                            scripts.tap,
                            new RuleSearch(scripts.tap, HotRawTexts::checkTap),
                            scripts.applyPassiveIncome,
                            new RuleSearch(scripts.applyPassiveIncome, HotRawTexts::checkIncome),
                            scripts.activateBooster,
                            new RuleSearch(scripts.activateBooster, HotRawTexts::checkBooster),
                            redis.debit(),
                            new DebitSearch())
                    .forEach((script, search) ->
                            survivors.addAll(survivorsOf(redis, script, search)));
        }
        assertThat(survivors).isEqualTo(EQUIVALENT.keySet());
    }

    private static Set<String> survivorsOf(HotRedis redis, Script script, Search search) {
        ConcurrentLinkedQueue<Mutant> waiting = new ConcurrentLinkedQueue<>(mutantsOf(script));
        int count = waiting.size();
        Set<String> survivors = Collections.synchronizedSet(new TreeSet<>());
        Together.run(
                HotRedis.LANES,
                lane -> {
                    for (Mutant each = waiting.poll(); each != null; each = waiting.poll()) {
                        if (!isFound(redis, script, each, lane, search)) {
                            survivors.add(each.change());
                        }
                    }
                    return lane;
                });
        LOG.info("{}: {} of {} mutants found", script.name(), count - survivors.size(), count);
        assertThat(count).as("mutants of " + script.name()).isGreaterThan(30);
        return survivors;
    }

    private static boolean isFound(
            HotRedis redis, Script script, Mutant mutant, int lane, Search search) {
        Script mutated =
                new Script(
                        script.name(),
                        script.keys(),
                        mutant.text(),
                        redis.commands().scriptLoad(mutant.text()));
        try {
            LongConsumer seeds = search.seeds(redis, mutated, lane);
            LongStream.rangeClosed(1, SEEDS / 4).forEach(seeds);
            search.texts(
                    new HotRawTexts(redis, redis.hotPlayers(redis.scripts::of), lane), mutated);
            LongStream.rangeClosed(SEEDS / 4 + 1, SEEDS).forEach(seeds);
            return false;
        } catch (AssertionError | RuntimeException _) {
            return true;
        }
    }
}
