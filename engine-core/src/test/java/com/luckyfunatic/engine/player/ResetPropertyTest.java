package com.luckyfunatic.engine.player;

import static com.luckyfunatic.engine.fixture.Players.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.GameRules;
import com.luckyfunatic.engine.fixture.Play;
import com.luckyfunatic.engine.fixture.RandomLife;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.player.PlayerCommand.ResetPlayer;
import com.luckyfunatic.engine.player.PlayerCommand.RestorePlayer;
import com.luckyfunatic.engine.player.PlayerEvent.PlayerReset;
import com.luckyfunatic.engine.player.PlayerEvent.PlayerRestored;
import com.luckyfunatic.engine.session.SessionCommand.LogIn;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lives of whom the game is reset somewhere, and brought back somewhere later. */
class ResetPropertyTest {
    private static final ResetPlayer RESET = new ResetPlayer("ticket 81");
    private static final RestorePlayer RESTORE = new RestorePlayer("ticket 82");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_game_comes_back_exactly_whatever_was_played_since(long seed) {
        RandomLife life = new RandomLife(seed).live(120);
        Play play = life.play().use(TestCatalog.catalog()).does(RESET).does(new LogIn(9));
        KeptGame kept = Objects.requireNonNull(play.state().resets().kept());
        PlayerState before = stateBeforeReset(play, life.start());
        assertThat(kept).isEqualTo(KeptGame.of(before));
        for (int i = 0; i < 80; i++) {
            Command command = life.draw();
            if (!(command instanceof PlayerCommand)) {
                play.execute(command);
            }
        }
        PlayerState present = play.state();
        assertThat(present.resets().kept()).isEqualTo(kept);

        play.does(RESTORE);

        PlayerState after = play.state();
        // Content may have changed meanwhile, and call for something at once.
        List<GameEvent> events = play.lastEvents();
        int at = indexOfRestored(events);
        assertThat(events.subList(at + 1, events.size())).noneMatch(PlayerEvent.class::isInstance);
        if (at == events.size() - 1) {
            assertThat(after)
                    .isEqualTo(
                            ResetRulesTest.played(before, present)
                                    .change()
                                    .version(present.sequence() + 1, after.changedAtMillis())
                                    .resets(after.resets())
                                    .done());
        }
        assertThat(after.tap().sessions()).isEqualTo(present.tap().sessions());
        assertThat(after.store()).isEqualTo(present.store());
        assertThat(after.connections()).isEqualTo(present.connections());
        assertThat(after.resets().hasPaid()).isEqualTo(present.resets().hasPaid());
        assertThat(play.refusalOf(RESTORE)).isEqualTo(new PlayerRefusal.AlreadyRestored(PLAYER));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 30);
    }

    /** Returns the state right before the event of the last reset, from the journal. */
    private static PlayerState stateBeforeReset(Play play, @Nullable PlayerState start) {
        PlayerState state = start;
        PlayerState before = null;
        for (StateChange change : play.journal()) {
            for (GameEvent event : change.events()) {
                if (event instanceof PlayerReset) {
                    before = state;
                }
                state = GameRules.evolve(state, PLAYER, event);
            }
            state = Objects.requireNonNull(state).nextChange(change.atMillis());
        }
        return Objects.requireNonNull(before);
    }

    private static int indexOfRestored(List<GameEvent> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof PlayerRestored) {
                return i;
            }
        }
        throw new AssertionError("nothing was restored by " + events);
    }
}
