package com.luckyfunatic.engine.tap;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.AllocatedBytes;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Holds the hot path to its limit of allocation, which boxing or copying would break first. */
class TapAllocationTest {
    private static final int ROUNDS = 20;
    private static final int TAPS = 50_000;
    private static final Tap TAP = new Tap(1);

    /** Bytes for one tap through decide and evolve, the moment it is made at included. */
    private static final long BYTES_MAX = 400;

    /** Bytes for remembering the last number of the only session, and for the numbered command. */
    private static final long NUMBER_BYTES_MAX = 120;

    /** Bytes for remembering the last numbers of several sessions besides. */
    private static final long SESSIONS_BYTES_MAX = 80;

    private static final TapSession TWO = new TapSession(2, 0, 0, 0);
    private static final TapSession THREE = new TapSession(3, 0, 0, 0);
    private static final TapSession FOUR = new TapSession(4, 0, 0, 0);

    private final Catalog catalog = TestCatalog.catalog();

    @Test
    void a_warmed_tap_allocates_at_most_400_bytes() throws ReflectiveOperationException {
        assertThat(leastBytesPerTap(player(), _ -> TAP)).isBetween(1L, BYTES_MAX);
    }

    @Test
    void numbering_a_tap_allocates_little_more() throws ReflectiveOperationException {
        assertThat(leastBytesPerTap(player(), TapAllocationTest::numbered))
                .isBetween(1L, BYTES_MAX + NUMBER_BYTES_MAX);
    }

    @Test
    void remembering_other_sessions_allocates_little_more() throws ReflectiveOperationException {
        assertThat(leastBytesPerTap(player(TWO, THREE, FOUR), TapAllocationTest::numbered))
                .isBetween(1L, BYTES_MAX + NUMBER_BYTES_MAX + SESSIONS_BYTES_MAX);
    }

    private static Tap numbered(long number) {
        return new Tap(1, new TapSequence(5, number));
    }

    private static PlayerState player(TapSession... sessions) {
        PlayerState state = Players.fresh().state();
        return state.change()
                .tap(new TapState(0, 60_000, Play.START, List.of(sessions)))
                .frenzy(new FrenzyState(300, 0, 10_000, 0))
                .done();
    }

    private long leastBytesPerTap(PlayerState start, LongFunction<Tap> taps)
            throws ReflectiveOperationException {
        AllocatedBytes bytes = new AllocatedBytes();
        PlayerState state = start;
        long least = Long.MAX_VALUE;
        // The compiler finishes in some round; from then on each round allocates the same.
        for (int round = 0; round < ROUNDS; round++) {
            long before = bytes.now();
            state = tapped(state, taps);
            least = Math.min(least, (bytes.now() - before) / TAPS);
        }
        assertThat(state.tap().taps()).isEqualTo(ROUNDS * TAPS);
        return least;
    }

    private PlayerState tapped(PlayerState start, LongFunction<Tap> taps) {
        PlayerState state = start;
        for (int i = 0; i < TAPS; i++) {
            long now = state.changedAtMillis() + 1_000;
            Tap tap = taps.apply(state.sequence());
            Decision decision = GameRules.decide(state, tap, Play.contextAt(now, catalog));
            if (decision instanceof Decision.Accepted accepted) {
                state = GameRules.evolve(state, state.id(), accepted.events(), now);
            }
        }
        return state;
    }
}
