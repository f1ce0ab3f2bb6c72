package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import com.luckyfunatic.storage.redis.hot.HotBooster;
import com.luckyfunatic.storage.redis.hot.HotIncome;
import com.luckyfunatic.storage.redis.hot.HotQuest;
import com.luckyfunatic.storage.redis.hot.HotTap;
import com.luckyfunatic.storage.redis.script.Script;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scripts that decide do so as the rules in Java do. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class HotScriptsContract {
    private static final Logger LOG = LoggerFactory.getLogger(HotScriptsContract.class);

    private final HotRedis redis;
    private final HotPlayers hot;
    private final HotSeeds seeds;

    protected HotScriptsContract(RedisAddress address, HotSeeds seeds) {
        this.seeds = seeds;
        redis = new HotRedis(address);
        hot = redis.hotPlayers(redis.scripts::of);
    }

    @AfterAll
    void close() {
        redis.close();
    }

    @Test
    void scripts_and_rules_agree_in_every_step_of_every_seed() {
        HotSeeds.Turn turn = seeds.turn();
        List<HotTwin> twins =
                Together.run(
                        HotRedis.LANES,
                        lane -> {
                            HotTwin twin = new HotTwin(redis, hot, lane);
                            seeds.forEach(turn, twin::run);
                            return twin;
                        });
        report(twins);
    }

    @Test
    void the_script_of_debits_and_the_rule_of_the_wallet_agree() {
        Script script = HotRedis.debit();
        HotSeeds few = seeds.quarter();
        HotSeeds.Turn turn = few.turn();
        List<Double> shares =
                Together.run(
                        HotRedis.LANES,
                        lane -> {
                            HotDebitTwin twin = new HotDebitTwin(redis, script, lane);
                            few.forEach(turn, twin::run);
                            return twin.share();
                        });
        assertThat(shares.stream().mapToDouble(share -> share).average().orElseThrow())
                .isGreaterThan(0.5);
    }

    private static void report(List<HotTwin> twins) {
        Map<Class<?>, Integer> asked = new HashMap<>();
        Map<Class<?>, Integer> taken = new HashMap<>();
        for (HotTwin twin : twins) {
            twin.asked().forEach((kind, count) -> asked.merge(kind, count, Integer::sum));
            twin.taken().forEach((kind, count) -> taken.merge(kind, count, Integer::sum));
        }
        for (Class<?> kind :
                List.of(HotTap.class, HotIncome.class, HotBooster.class, HotQuest.class)) {
            int of = asked.getOrDefault(kind, 0);
            int count = taken.getOrDefault(kind, 0);
            LOG.info("{}: a script took {} of {} steps", kind.getSimpleName(), count, of);
            assertThat((double) count / of)
                    .as("the share of %s that a script takes", kind.getSimpleName())
                    .isGreaterThan(least(kind));
        }
    }

    /** Most claims that are drawn are of what was claimed, or is not complete. */
    private static double least(Class<?> kind) {
        if (kind == HotQuest.class) {
            return 0.1;
        }
        return kind == HotBooster.class ? 0.15 : 0.4;
    }

    @Test
    void texts_that_are_no_amounts_are_refused_and_nothing_is_written() {
        HotRawTexts texts = new HotRawTexts(redis, hot, 0);
        texts.checkTap(redis.scripts.tap);
        texts.checkIncome(redis.scripts.applyPassiveIncome);
        texts.checkBooster(redis.scripts.activateBooster);
        texts.checkQuest(redis.scripts.updateQuestRewards);
        texts.checkDebit(HotRedis.debit());
    }
}
