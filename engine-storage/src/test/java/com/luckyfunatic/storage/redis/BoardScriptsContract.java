package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.testkit.servers.RedisAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scripts of leaderboards decide as the rules in Java do. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class BoardScriptsContract {
    private static final Logger LOG = LoggerFactory.getLogger(BoardScriptsContract.class);
    private static final long SEEDS = Long.getLong(HotScriptsContract.SEEDS_PROPERTY, 2_000);

    /** How many seeds lie between two lines that say how far a long run is. */
    private static final long SEEDS_TOLD = 1_000;

    private final HotRedis redis;

    protected BoardScriptsContract(RedisAddress address) {
        redis = new HotRedis(address);
    }

    @AfterAll
    void close() {
        redis.close();
    }

    @Test
    void scripts_and_rules_agree_in_every_step_of_every_seed() {
        AtomicLong next = new AtomicLong();
        Together.run(
                HotRedis.LANES,
                lane -> {
                    BoardTwin twin =
                            new BoardTwin(redis, redis.scripts.updateTournamentScore, lane);
                    for (long seed = next.incrementAndGet();
                            seed <= SEEDS;
                            seed = next.incrementAndGet()) {
                        twin.run(seed);
                        if (seed % SEEDS_TOLD == 0) {
                            LOG.info("{} of {} seeds", seed, SEEDS);
                        }
                    }
                    return lane;
                });
    }

    @Test
    void texts_that_are_no_numbers_are_refused_and_nothing_is_written() {
        new BoardRawTexts(redis, 0).check(redis.scripts.updateTournamentScore);
    }
}
