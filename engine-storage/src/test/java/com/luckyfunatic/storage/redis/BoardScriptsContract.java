package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The scripts of leaderboards decide as the rules in Java do. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class BoardScriptsContract {
    private final HotRedis redis;
    private final HotSeeds seeds;

    protected BoardScriptsContract(RedisAddress address, HotSeeds seeds) {
        this.seeds = seeds;
        redis = new HotRedis(address);
    }

    @AfterAll
    void close() {
        redis.close();
    }

    @Test
    void scripts_and_rules_agree_in_every_step_of_every_seed() {
        HotSeeds.Turn turn = seeds.turn();
        Together.run(
                HotRedis.LANES,
                lane -> {
                    BoardTwin twin =
                            new BoardTwin(redis, redis.scripts.updateTournamentScore, lane);
                    seeds.forEach(turn, twin::run);
                    return lane;
                });
    }

    @Test
    void texts_that_are_no_numbers_are_refused_and_nothing_is_written() {
        new BoardRawTexts(redis, 0).check(redis.scripts.updateTournamentScore);
    }
}
