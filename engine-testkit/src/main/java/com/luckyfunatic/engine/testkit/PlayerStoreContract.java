package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapSequence;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.engine.wallet.WalletRefusal.BalanceCapReached;
import com.luckyfunatic.engine.wallet.WalletRefusal.InsufficientFunds;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every player store does with one command at a time. */
public abstract class PlayerStoreContract extends StorageContract {
    @Test
    public void an_unknown_player_has_no_state_no_history_and_no_operations() {
        PlayerId player = unknownPlayer();

        assertThat(storage().players().find(player)).isEmpty();
        assertThat(storage().players().history(player, Long.MAX_VALUE, 10).items()).isEmpty();
        assertThat(storage().players().operation(player, new OperationId("x"))).isEmpty();
    }

    @Test
    public void a_command_for_an_unknown_player_is_refused_and_creates_nobody() {
        PlayerId player = unknownPlayer();

        Answer answer = execute(player, new Tap(1));

        assertThat(answer)
                .isEqualTo(
                        new Answer(
                                new Outcome.Refused(new PlayerRefusal.UnknownPlayer(player)),
                                null,
                                PassiveIncome.NONE,
                                clock.millis(),
                                false));
        assertThat(storage().players().find(player)).isEmpty();
    }

    @Test
    public void a_created_player_is_found_as_created() {
        PlayerId player = unknownPlayer();

        Answer answer = execute(player, new CreatePlayer(null, true));

        assertThat(answer.outcome()).isEqualTo(new Outcome.Accepted(Result.Done.DONE));
        assertThat(answer.repeated()).isFalse();
        assertThat(storage().players().find(player)).hasValue(answer.state());
        assertThat(changes(player)).hasSize(1);
    }

    @Test
    public void a_player_is_created_once() {
        PlayerId player = newPlayer(5, 0);

        Answer again = execute(player, new CreatePlayer(null, false));

        assertThat(again.outcome())
                .isEqualTo(new Outcome.Refused(new PlayerRefusal.PlayerAlreadyExists(player)));
        assertThat(state(player).wallet().funz()).isEqualTo(5);
    }

    @Test
    public void an_accepted_command_is_stored_as_answered() {
        PlayerId player = newPlayer();

        Answer answer = execute(player, new Tap(3));

        assertThat(state(player)).isEqualTo(answer.state());
        assertThat(state(player).wallet().funz()).isEqualTo(3);
        assertThat(state(player).sequence()).isEqualTo(2);
    }

    @Test
    public void a_refused_command_leaves_the_state_and_the_history_untouched() {
        PlayerId player = newPlayer(5, 0);
        PlayerState before = state(player);

        Answer answer = execute(player, funz(-6));

        assertThat(answer.outcome())
                .isEqualTo(new Outcome.Refused(new InsufficientFunds(Currency.FUNZ, 6, 5)));
        assertThat(answer.state()).isNull();
        assertThat(state(player)).isEqualTo(before);
        assertThat(changes(player)).hasSize(1);
        assertThat(execute(player, funz(-5)).outcome()).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    public void an_accepted_command_that_changes_nothing_is_not_in_the_history() {
        PlayerId player = newPlayer();
        for (int i = 0; i < 2; i++) {
            execute(player, new Tap(30));
        }
        PlayerState before = state(player);

        Answer cut = execute(player, new Tap(1));

        assertThat(cut.outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(state(player)).isEqualTo(before);
        assertThat(changes(player)).hasSize(3);
    }

    @Test
    public void without_an_operation_id_a_repeat_is_a_new_intent() {
        PlayerId player = newPlayer();

        execute(player, new Tap(2));
        Answer second = execute(player, new Tap(2));

        assertThat(second.repeated()).isFalse();
        assertThat(state(player).wallet().funz()).isEqualTo(4);
    }

    @Test
    public void the_handler_decides_on_the_present_state() {
        PlayerId player = unknownPlayer();
        List<Long> seen = new ArrayList<>();
        CommandHandler rules = rules();
        CommandHandler spy =
                (state, envelope) -> {
                    seen.add(state == null ? 0 : state.sequence());
                    return rules.handle(state, envelope);
                };

        execute(envelope(player, null, new CreatePlayer(null, false)), spy);
        execute(envelope(player, null, new Tap(1)), spy);
        execute(envelope(player, null, new Tap(1)), spy);

        assertThat(seen).containsExactly(0L, 1L, 2L);
    }

    @Test
    public void a_handler_that_throws_leaves_everything_as_it_was() {
        PlayerId referrer = newPlayer();
        PlayerId player = newPlayer(7, 0);
        PlayerState before = state(player);
        for (Throwable failure :
                List.of(new IllegalStateException("a bug"), new AssertionError())) {
            assertThatThrownBy(() -> executeFailing(player, "op", failure)).isNotNull();
            assertThatThrownBy(() -> executeFailing(unknownPlayer(), "op", failure)).isNotNull();
        }

        assertThat(state(player)).isEqualTo(before);
        assertThat(changes(player)).hasSize(1);
        assertThat(storage().players().operation(player, new OperationId("op"))).isEmpty();
        assertThat(pendingFollowUps()).isEmpty();
        assertThat(execute(player, "op", funz(1)).repeated()).isFalse();
        assertThat(state(player).wallet().funz()).isEqualTo(8);
        assertThat(state(referrer).sequence()).isEqualTo(1);
    }

    private void executeFailing(PlayerId player, String operation, Throwable failure) {
        CommandHandler rules = rules();
        CommandEnvelope envelope =
                envelope(player, new OperationId(operation), new CreatePlayer(null, false));
        execute(
                envelope,
                (state, e) -> {
                    rules.handle(state, e);
                    throw sneaky(failure);
                });
    }

    private static RuntimeException sneaky(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (RuntimeException) failure;
    }

    static List<Long> edgeAmounts() {
        return EdgeAmounts.ALL;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edgeAmounts")
    public void an_edge_amount_is_stored_exactly(long amount) {
        PlayerId player = newPlayer(amount, amount);

        assertThat(state(player).wallet().funz()).isEqualTo(amount);
        assertThat(state(player).wallet().jokers()).isEqualTo(amount);
        assertThat(changes(player).getFirst().walletAfter()).isEqualTo(state(player).wallet());
    }

    @Test
    public void a_balance_reaches_the_cap_and_never_passes_it() {
        PlayerId player = newPlayer(Amounts.MAX - 1, 0);

        assertThat(execute(player, funz(2)).outcome())
                .isEqualTo(
                        new Outcome.Refused(new BalanceCapReached(Currency.FUNZ, Amounts.MAX - 1)));
        assertThat(execute(player, funz(1)).outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(state(player).wallet().funz()).isEqualTo(Amounts.MAX);
        execute(player, new Tap(50));
        assertThat(state(player).wallet().funz()).isEqualTo(Amounts.MAX);
        assertThat(state(player).tap().taps()).isEqualTo(50);
    }

    @Test
    public void a_balance_is_spent_to_nothing_and_never_below() {
        PlayerId player = newPlayer(Amounts.MAX, 1);
        var joker = new AdjustBalance(Currency.JOKERS, -1, "test");

        assertThat(execute(player, joker).outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(execute(player, joker).outcome()).isInstanceOf(Outcome.Refused.class);
        execute(player, funz(-Amounts.MAX));
        assertThat(execute(player, funz(-1)).outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(state(player).wallet().funz()).isZero();
        assertThat(state(player).wallet().jokers()).isZero();
    }

    @Test
    public void numbers_of_64_bits_are_stored_exactly() {
        PlayerId player = newPlayer();
        long beyondDoubles = (1L << 53) + 1;

        execute(player, new Tap(1, new TapSequence(beyondDoubles, Long.MAX_VALUE)));
        execute(player, new Tap(1, new TapSequence(Long.MAX_VALUE, beyondDoubles)));

        assertThat(state(player).tap().session(beyondDoubles))
                .isNotNull()
                .extracting(session -> session.sequence())
                .isEqualTo(Long.MAX_VALUE);
        assertThat(state(player).tap().session(Long.MAX_VALUE))
                .isNotNull()
                .extracting(session -> session.sequence())
                .isEqualTo(beyondDoubles);
    }

    @Test
    public void a_command_sent_before_the_last_change_counts_as_of_that_change() {
        PlayerId player = newPlayer();
        execute(player, new Tap(1));
        long last = clock.millis();
        clock.set(SettableClock.START.minusSeconds(3_600));

        Answer answer = execute(player, new Tap(1));

        assertThat(answer.nowMillis()).isEqualTo(last);
        assertThat(state(player).changedAtMillis()).isEqualTo(last);
    }
}
