package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.tap.TapSequence;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every player store does with operation ids: one intent, one effect, one answer. */
public abstract class OperationsContract extends StorageContract {
    private static final OperationId ID = new OperationId("op");

    @Test
    public void a_repeated_operation_gets_its_first_answer_and_has_no_second_effect() {
        PlayerId player = newPlayer(10, 0);
        Answer first = execute(player, "op", funz(-4));

        Answer second = execute(player, "op", funz(-4));

        assertThat(second).isEqualTo(first.asRepeat());
        assertThat(state(player)).isEqualTo(first.state());
        assertThat(changes(player)).hasSize(2);
    }

    @Test
    public void a_repeated_operation_gets_its_first_answer_after_other_changes() {
        PlayerId player = newPlayer(10, 0);
        Answer first = execute(player, "op", funz(-4));
        execute(player, funz(100));
        execute(player, "other", funz(-1));
        clock.advance(Duration.ofHours(5));

        assertThat(execute(player, "op", funz(-4))).isEqualTo(first.asRepeat());
        assertThat(state(player).wallet().funz()).isEqualTo(105);
    }

    @Test
    public void the_handler_is_not_called_for_a_known_operation() {
        PlayerId player = newPlayer(10, 0);
        Answer first = execute(player, "op", funz(-4));

        Answer repeat = execute(envelope(player, ID, funz(-4)), MUST_NOT_BE_CALLED);
        Answer reused = execute(envelope(player, ID, funz(-5)), MUST_NOT_BE_CALLED);

        assertThat(repeat).isEqualTo(first.asRepeat());
        assertThat(reused.outcome()).isEqualTo(new Outcome.OperationIdReused());
    }

    @Test
    public void a_repeat_gets_the_first_answer_even_if_the_rules_have_changed() {
        PlayerId player = newPlayer(10, 0);
        Answer first = execute(player, "op", new Tap(1));
        CommandHandler otherRules = rules(TestCatalogs.startingWith(1, 1));

        assertThat(execute(envelope(player, ID, new Tap(1)), otherRules))
                .isEqualTo(first.asRepeat());
    }

    @Test
    public void a_tap_is_the_same_operation_in_every_session_but_not_under_every_number() {
        PlayerId player = newPlayer(10, 0);
        Answer first = execute(player, "op", new Tap(2, new TapSequence(7, 3)));

        assertThat(execute(player, "op", new Tap(2, new TapSequence(8, 3))))
                .isEqualTo(first.asRepeat());
        for (Tap other : List.of(new Tap(2), new Tap(2, new TapSequence(7, 4)))) {
            assertThat(execute(player, "op", other).outcome())
                    .isEqualTo(new Outcome.OperationIdReused());
        }
    }

    @Test
    public void an_operation_id_used_for_another_command_is_refused_and_changes_nothing() {
        PlayerId player = newPlayer(10, 0);
        Answer first = execute(player, "op", funz(-4));
        PlayerState before = state(player);

        for (var other : List.of(funz(-5), funz(4), new Tap(1), new CreatePlayer(null, false))) {
            Answer reused = execute(player, "op", other);
            assertThat(reused.outcome()).isEqualTo(new Outcome.OperationIdReused());
            assertThat(reused.state()).isNull();
            assertThat(reused.repeated()).isFalse();
        }
        assertThat(state(player)).isEqualTo(before);
        assertThat(changes(player)).hasSize(2);
        assertThat(execute(player, "op", funz(-4))).isEqualTo(first.asRepeat());
    }

    @Test
    public void a_refusal_is_kept_under_its_operation_id() {
        PlayerId player = newPlayer(10, 0);
        Answer first = execute(player, "op", funz(-11));
        execute(player, funz(100));

        Answer second = execute(player, "op", funz(-11));

        assertThat(first.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(second).isEqualTo(first.asRepeat());
        assertThat(state(player).wallet().funz()).isEqualTo(110);
        assertThat(execute(player, "op", funz(-12)).outcome())
                .isEqualTo(new Outcome.OperationIdReused());
    }

    @Test
    public void an_answer_that_changed_nothing_is_kept_under_its_operation_id() {
        PlayerId player = newPlayer();
        execute(player, new Tap(50));
        execute(player, new Tap(50));
        Answer cut = execute(player, "op", new Tap(5));
        clock.advance(Duration.ofMinutes(1));

        assertThat(execute(player, "op", new Tap(5))).isEqualTo(cut.asRepeat());
        assertThat(state(player)).isEqualTo(cut.state());
    }

    @Test
    public void a_refusal_for_an_unknown_player_is_kept_under_its_operation_id() {
        PlayerId player = unknownPlayer();
        Answer first = execute(player, "op", new Tap(1));
        execute(player, new CreatePlayer(null, false));

        assertThat(execute(player, "op", new Tap(1))).isEqualTo(first.asRepeat());
        assertThat(state(player).tap().taps()).isZero();
    }

    @Test
    public void creating_a_player_can_be_repeated() {
        PlayerId player = unknownPlayer();
        Answer first = execute(player, "create", new CreatePlayer(null, false));

        assertThat(execute(player, "create", new CreatePlayer(null, false)))
                .isEqualTo(first.asRepeat());
        assertThat(execute(player, "create", new CreatePlayer(null, true)).outcome())
                .isEqualTo(new Outcome.OperationIdReused());
    }

    @Test
    public void the_same_operation_id_of_two_players_are_two_operations() {
        PlayerId one = newPlayer(10, 0);
        PlayerId other = newPlayer(20, 0);

        execute(one, "op", funz(-1));
        Answer answer = execute(other, "op", funz(-2));

        assertThat(answer.repeated()).isFalse();
        assertThat(state(one).wallet().funz()).isEqualTo(9);
        assertThat(state(other).wallet().funz()).isEqualTo(18);
    }

    @Test
    public void operation_ids_differ_in_every_character() {
        PlayerId player = newPlayer();
        String printable =
                IntStream.rangeClosed(0x20, 0x7e)
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining());
        List<String> ids =
                List.of(
                        "x",
                        "X",
                        "x ",
                        " x",
                        "x  ",
                        "1",
                        "01",
                        "x:y",
                        "x%",
                        "x_",
                        "'; --",
                        "{x}",
                        "x".repeat(OperationId.LENGTH_MAX),
                        "x".repeat(OperationId.LENGTH_MAX - 1) + "y",
                        printable.substring(0, 64),
                        printable.substring(printable.length() - 64));

        for (String id : ids) {
            assertThat(execute(player, id, funz(1)).repeated()).as(id).isFalse();
        }
        for (String id : ids) {
            assertThat(execute(player, id, funz(1)).repeated()).as(id).isTrue();
        }
        assertThat(state(player).wallet().funz()).isEqualTo(ids.size());
    }

    @Test
    public void the_first_answer_to_an_operation_can_be_asked_for() {
        PlayerId player = newPlayer(10, 0);
        Answer accepted = execute(player, "accepted", funz(-4));
        Answer refused = execute(player, "refused", funz(-400));
        Answer soft = execute(player, "soft", new Tap(1));
        execute(player, "accepted", new Tap(2));

        assertThat(operation(player, "accepted")).isEqualTo(accepted.asRepeat());
        assertThat(operation(player, "refused")).isEqualTo(refused.asRepeat());
        assertThat(operation(player, "soft")).isEqualTo(soft.asRepeat());
        assertThat(storage().players().operation(player, new OperationId("none"))).isEmpty();
        assertThat(storage().players().operation(newPlayer(), new OperationId("soft"))).isEmpty();
    }

    @Test
    public void every_operation_is_known_for_a_day() {
        PlayerId player = newPlayer(10, 0);
        Answer soft = execute(player, "soft", new Tap(1));
        Answer refused = execute(player, "refused", funz(-400));
        clock.advance(Invariants.OPERATIONS_KEPT_MIN.minusMillis(1));
        execute(player, "another", new Tap(1));

        assertThat(execute(player, "soft", new Tap(1))).isEqualTo(soft.asRepeat());
        assertThat(execute(player, "refused", funz(-400))).isEqualTo(refused.asRepeat());
    }

    @Test
    public void a_command_from_a_clock_far_ahead_makes_nobody_forget() {
        PlayerId player = newPlayer(10, 0);
        PlayerId other = newPlayer(10, 0);
        Answer soft = execute(player, "soft", new Tap(1));
        Answer refused = execute(player, "refused", funz(-400));
        Answer others = execute(other, "soft", new Tap(1));
        clock.advance(Duration.ofDays(400));
        execute(player, "ahead", new Tap(1));
        assertThat(execute(player, "soft", new Tap(1))).isEqualTo(soft.asRepeat());
        clock.advance(Duration.ofDays(-400));

        assertThat(execute(player, "soft", new Tap(1))).isEqualTo(soft.asRepeat());
        assertThat(execute(player, "refused", funz(-400))).isEqualTo(refused.asRepeat());
        assertThat(execute(other, "soft", new Tap(1))).isEqualTo(others.asRepeat());
        assertThat(operation(player, "soft")).isEqualTo(soft.asRepeat());
        assertThat(operation(other, "soft")).isEqualTo(others.asRepeat());
    }

    @Test
    public void an_operation_stays_known_when_the_clock_runs_back() {
        PlayerId player = newPlayer(10, 0);
        Answer first = execute(player, "op", new Tap(1));
        clock.advance(Duration.ofDays(-3));
        execute(player, "another", new Tap(1));

        assertThat(execute(player, "op", new Tap(1))).isEqualTo(first.asRepeat());
    }

    @Test
    public void an_accepted_hard_operation_is_known_for_ever() {
        PlayerId player = newPlayer(10, 0);
        Answer first = execute(player, "op", funz(-4));
        for (int year = 0; year < 3; year++) {
            clock.advance(Duration.ofDays(366));
            execute(player, "later " + year, new Tap(1));
        }
        PlayerState before = state(player);

        Answer repeat = execute(envelope(player, ID, funz(-4)), MUST_NOT_BE_CALLED);

        assertThat(repeat.outcome()).isEqualTo(first.outcome());
        assertThat(repeat.nowMillis()).isEqualTo(first.nowMillis());
        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.state()).isIn(first.state(), before);
        assertThat(operation(player, "op").outcome()).isEqualTo(first.outcome());
        assertThat(state(player)).isEqualTo(before);
    }

    @Test
    public void a_hard_event_of_a_soft_command_makes_the_operation_known_for_ever() {
        PlayerId player = newPlayer(1_000, 0);
        var activate = GeneratedCommands.activate("energy_tank");
        Answer first = execute(player, "op", activate);
        clock.advance(Duration.ofDays(366));
        execute(player, "later", new Tap(1));

        Answer repeat = execute(player, "op", activate);

        assertThat(first.outcome()).isInstanceOf(Outcome.Accepted.class);
        assertThat(repeat.repeated()).isTrue();
        assertThat(repeat.outcome()).isEqualTo(first.outcome());
    }

    private Answer operation(PlayerId player, String id) {
        return storage().players().operation(player, new OperationId(id)).orElseThrow();
    }
}
