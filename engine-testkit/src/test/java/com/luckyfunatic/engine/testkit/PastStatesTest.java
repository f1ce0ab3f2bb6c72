package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.PastStates;
import com.luckyfunatic.engine.PastStates.Past;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageCorruptException;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** States of the past are those that there were. */
class PastStatesTest {
    private static final int TAPS = 330;

    private final SettableClock clock = new SettableClock();
    private final PlainStorage storage = new PlainStorage();
    private final List<PlayerState> states = new ArrayList<>();
    private PlayerId player = new PlayerId(1);
    private long began;

    @BeforeEach
    void play() {
        GameEngine engine = GameEngine.builder(storage).clock(clock).build(TestCatalogs.full());
        began = clock.millis();
        player = engine.logIn(TelegramAccount.of(1, "P"), null).profile().id();
        for (int i = 0; i < TAPS; i++) {
            clock.advance(Duration.ofSeconds(i % 3));
            engine.execute(player, new Tap(1));
            states.add(storage.find(player).orElseThrow());
        }
    }

    @Test
    void each_state_is_rebuilt_as_it_was() {
        PastStates past = new PastStates(storage);
        for (PlayerState state : states) {
            PlayerState last =
                    states.stream()
                            .filter(each -> each.changedAtMillis() <= state.changedAtMillis())
                            .toList()
                            .getLast();
            assertThat(past.at(player, state.changedAtMillis()))
                    .isInstanceOfSatisfying(
                            Past.Whole.class, whole -> assertThat(whole.state()).isEqualTo(last));
        }
        assertThat(past.at(player, Long.MAX_VALUE))
                .isInstanceOfSatisfying(
                        Past.Whole.class,
                        whole -> assertThat(whole.state()).isEqualTo(states.getLast()));
    }

    @Test
    void nobody_and_before_the_first_are_told() {
        PastStates past = new PastStates(storage);

        assertThat(past.at(new PlayerId(7_777), clock.millis())).isEqualTo(new Past.Nobody());
        assertThat(past.at(player, began - 1)).isEqualTo(new Past.BeforeFirst(began));
    }

    @Test
    void of_a_history_that_was_cut_the_balances_are_known() {
        PastStates past = new PastStates(keeping(change -> change.sequence() > 100));
        long keptFrom = change(101).atMillis();

        assertThat(past.at(player, change(99).atMillis()))
                .isEqualTo(new Past.NoLongerKept(keptFrom));
        assertThat(past.at(player, change(200).atMillis()))
                .isInstanceOfSatisfying(
                        Past.BalancesOnly.class,
                        known -> {
                            assertThat(known.last().atMillis()).isEqualTo(change(200).atMillis());
                            assertThat(known.keptFromMillis()).isEqualTo(keptFrom);
                        });
        assertThat(new PastStates(keeping(_ -> false)).at(player, clock.millis()))
                .isEqualTo(new Past.NoLongerKept(null));
    }

    @Test
    void a_gap_is_no_past_wherever_it_is() {
        for (long missing = 2; missing <= TAPS; missing++) {
            long hole = missing;
            PastStates past = new PastStates(keeping(change -> change.sequence() != hole));

            assertThatThrownBy(() -> past.at(player, clock.millis()))
                    .isInstanceOf(StorageCorruptException.class)
                    .hasMessageContaining("change " + hole + " of");
        }
    }

    private StateChange change(long sequence) {
        return storage.history(player, sequence + 1, 1).items().getFirst();
    }

    private PlayerStore keeping(Predicate<StateChange> kept) {
        return new PlayerStore() {
            @Override
            public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
                throw new AssertionError("the past is only read");
            }

            @Override
            public Optional<PlayerState> find(PlayerId id) {
                return storage.find(id);
            }

            @Override
            public Optional<Answer> operation(PlayerId id, OperationId operation) {
                return storage.operation(id, operation);
            }

            @Override
            public Page<StateChange> history(PlayerId id, long beforeSequence, int limit) {
                List<StateChange> found =
                        storage.history(id, beforeSequence, limit).items().stream()
                                .filter(kept)
                                .toList();
                return new Page<>(found, false);
            }
        };
    }
}
