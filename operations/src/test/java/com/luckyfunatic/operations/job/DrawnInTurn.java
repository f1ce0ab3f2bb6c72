package com.luckyfunatic.operations.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.player.PlayerId;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Chance that comes upon each player in turn. Ids are as far apart as the logins were in time, so
 * how often real chance comes upon a player depends on the machine. Not thread-safe.
 */
final class DrawnInTurn implements RandomGenerator {
    private final List<PlayerId> players;
    private int drawn;

    DrawnInTurn(List<PlayerId> players) {
        this.players = players;
    }

    @Override
    public long nextLong() {
        throw new UnsupportedOperationException("only places within bounds are drawn");
    }

    @Override
    public long nextLong(long origin, long bound) {
        long place = players.get(drawn++ % players.size()).value() - 1;
        assertThat(place).isGreaterThanOrEqualTo(origin).isLessThan(bound);
        return place;
    }
}
