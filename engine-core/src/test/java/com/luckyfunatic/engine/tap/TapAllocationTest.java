package com.luckyfunatic.engine.tap;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.fixture.AllocatedBytes;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.Players;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.frenzy.FrenzyLevel;
import com.luckyfunatic.engine.frenzy.FrenzyState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/** Holds the hot path to its limit of allocation, which boxing or copying would break first. */
class TapAllocationTest {
    private static final int ROUNDS_MAX = 200;
    private static final int TAPS = 50_000;
    private static final Tap TAP = new Tap(1);

    /** Bytes for one tap through decide and evolve, the moment it is made at included. */
    private static final long BYTES_MAX = 400;

    /** Bytes for the moment alone. */
    private static final long CONTEXT_BYTES = 24;

    /** Bytes for remembering the last numbers of several sessions besides. */
    private static final long SESSIONS_BYTES_MAX = 80;

    private static final TapSession TWO = new TapSession(2, 0, 0, 0);
    private static final TapSession THREE = new TapSession(3, 0, 0, 0);
    private static final TapSession FOUR = new TapSession(4, 0, 0, 0);

    /** The meter is larger than a round, so that every tap moves it, as most taps of a game do. */
    private final Catalog catalog =
            TestCatalog.standard()
                    .frenzy(
                            new FrenzyLevel(
                                    1,
                                    1_000_000,
                                    30_000,
                                    Duration.ofSeconds(15),
                                    Duration.ofSeconds(60)))
                    .build();

    @Test
    void a_warmed_tap_allocates_at_most_400_bytes() throws ReflectiveOperationException {
        assertThat(bytesPerTap(player(), _ -> TAP, BYTES_MAX)).isBetween(1L, BYTES_MAX);
    }

    @Test
    void so_does_a_numbered_one_without_the_moment() throws ReflectiveOperationException {
        long most = BYTES_MAX + CONTEXT_BYTES;

        assertThat(bytesPerTap(player(), TapAllocationTest::numbered, most)).isBetween(1L, most);
    }

    @Test
    void remembering_other_sessions_allocates_little_more() throws ReflectiveOperationException {
        long most = BYTES_MAX + CONTEXT_BYTES + SESSIONS_BYTES_MAX;

        assertThat(bytesPerTap(player(TWO, THREE, FOUR), TapAllocationTest::numbered, most))
                .isBetween(1L, most);
    }

    private static Tap numbered(long number) {
        return new Tap(1, new TapSequence(5, number));
    }

    private static PlayerState player(TapSession... sessions) {
        PlayerState state = Players.fresh().state();
        return state.change().tap(new TapState(0, 60_000, Play.START, List.of(sessions))).done();
    }

    /**
     * Returns what a tap allocates in the first round that needs no more than {@code most}, or in
     * the last: the compiler finishes in some round, and on a busy machine in a late one.
     */
    private long bytesPerTap(PlayerState start, LongFunction<Tap> taps, long most)
            throws ReflectiveOperationException {
        AllocatedBytes bytes = new AllocatedBytes();
        PlayerState state = start;
        long perTap = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS_MAX && perTap > most; round++) {
            state = state.change().frenzy(FrenzyState.EMPTY).done();
            Tap[] commands = new Tap[TAPS];
            for (int i = 0; i < TAPS; i++) {
                commands[i] = taps.apply(state.sequence() + i);
            }
            long before = bytes.now();
            state = tapped(state, commands);
            perTap = (bytes.now() - before) / TAPS;
            assertThat(state.frenzy().meter()).as("every tap moves the meter").isEqualTo(TAPS);
        }
        System.Logger log = System.getLogger(TapAllocationTest.class.getName());
        log.log(System.Logger.Level.INFO, "a tap allocates {0} of at most {1} bytes", perTap, most);
        assertThat(state.tap().taps()).as("every tap counts").isEqualTo(state.sequence() - 1);
        return perTap;
    }

    private PlayerState tapped(PlayerState start, Tap[] commands) {
        PlayerState state = start;
        for (Tap tap : commands) {
            long now = state.changedAtMillis() + 1_000;
            Decision decision = GameRules.decide(state, tap, Play.contextAt(now, catalog));
            if (decision instanceof Decision.Accepted accepted) {
                state = GameRules.evolve(state, state.id(), accepted.events(), now);
            }
        }
        return state;
    }
}
