package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.engine.wallet.WalletEvent.BalanceAdjusted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every player store tells about the changes of a player. */
public abstract class HistoryContract extends StorageContract {
    @Test
    public void a_change_says_what_happened_why_and_to_whom() {
        PlayerId player = newPlayer(10, 3);
        clock.advance(Duration.ofSeconds(7));
        var command = new AdjustBalance(Currency.JOKERS, -2, "a reason: “ünïcödé” 🎈\n'\"\\");
        var operator = new Actor.Operator("Zoë 🦊");
        var id = new OperationId("op 1");

        Answer answer =
                execute(
                        new CommandEnvelope(player, id, clock.millis(), operator, command),
                        rules());

        StateChange change = changes(player).getLast();
        assertThat(change)
                .isEqualTo(
                        new StateChange(
                                change.id(),
                                player,
                                2,
                                clock.millis(),
                                "AdjustBalance",
                                id,
                                operator,
                                TestCatalogs.full().version(),
                                Durability.HARD,
                                List.of(new BalanceAdjusted(Currency.JOKERS, -2, command.reason())),
                                state(player).wallet()));
        assertThat(state(player)).isEqualTo(answer.state());
        assertThat(change.id()).isPositive();
    }

    @Test
    public void every_kind_of_actor_is_kept() {
        PlayerId player = newPlayer();
        List<Actor> actors =
                List.of(
                        Actor.Player.SELF,
                        new Actor.Job("follow-up"),
                        new Actor.Operator("follow-up"),
                        new Actor.Job(""),
                        new Actor.Operator("SELF"));

        for (Actor actor : actors) {
            execute(new CommandEnvelope(player, null, clock.millis(), actor, funz(1)), rules());
        }

        assertThat(changes(player).stream().skip(1).map(StateChange::actor))
                .containsExactlyElementsOf(actors);
    }

    @Test
    public void the_durability_of_a_change_is_kept() {
        PlayerId player = newPlayer();

        execute(player, new Tap(1));
        execute(player, funz(1));

        assertThat(changes(player).stream().map(StateChange::durability))
                .containsExactly(Durability.HARD, Durability.SOFT, Durability.HARD);
    }

    @Test
    public void a_change_with_several_events_keeps_them_in_order() {
        PlayerId player = newPlayer();
        CommandEnvelope envelope = envelope(player, null, new Tap(50));
        // The taps of this test lead to rank 2 with the second command.
        execute(envelope, rules());
        clock.advance(Duration.ofMinutes(1));
        execute(player, new Tap(50));

        List<GameEvent> events = changes(player).getLast().events();

        assertThat(events.stream().map(event -> event.getClass().getSimpleName()))
                .containsExactly("Tapped", "RankReached");
    }

    @Test
    public void changes_come_latest_first() {
        PlayerId player = playerWithChanges(20);

        Page<StateChange> page = storage().players().history(player, Long.MAX_VALUE, 100);

        assertThat(sequences(page))
                .containsExactlyElementsOf(
                        LongStream.iterate(20, s -> s - 1).limit(20).boxed().toList());
        assertThat(page.hasMore()).isFalse();
    }

    @ParameterizedTest(name = "pages of {0}")
    @ValueSource(ints = {1, 2, 5, 6, 19, 20, 21, 100})
    public void pages_follow_each_other_without_gaps_or_repeats(int limit) {
        PlayerId player = playerWithChanges(20);
        List<Long> seen = new ArrayList<>();
        long before = Long.MAX_VALUE;
        Page<StateChange> page;
        do {
            page = storage().players().history(player, before, limit);
            seen.addAll(sequences(page));
            assertThat(page.items())
                    .hasSize(Math.min(limit, 20 - seen.size() + sequences(page).size()));
            assertThat(page.hasMore()).isEqualTo(seen.size() < 20);
            before = seen.getLast();
        } while (page.hasMore());

        assertThat(seen)
                .containsExactlyElementsOf(
                        LongStream.iterate(20, s -> s - 1).limit(20).boxed().toList());
    }

    @Test
    public void a_page_holds_only_changes_before_the_given_sequence() {
        PlayerId player = playerWithChanges(5);

        assertThat(sequences(storage().players().history(player, 4, 2))).containsExactly(3L, 2L);
        assertThat(sequences(storage().players().history(player, 2, 2))).containsExactly(1L);
        assertThat(sequences(storage().players().history(player, 6, 1))).containsExactly(5L);
        assertThat(sequences(storage().players().history(player, 1_000, 1))).containsExactly(5L);
    }

    @ParameterizedTest(name = "before {0}")
    @ValueSource(longs = {1, 0, -1, Long.MIN_VALUE})
    public void nothing_comes_before_the_first_change(long before) {
        PlayerId player = playerWithChanges(3);

        Page<StateChange> page = storage().players().history(player, before, 10);

        assertThat(page.items()).isEmpty();
        assertThat(page.hasMore()).isFalse();
    }

    @ParameterizedTest(name = "limit {0}")
    @ValueSource(ints = {0, -1, Page.LIMIT_MAX + 1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    public void a_page_of_another_size_is_not_allowed(int limit) {
        PlayerId player = playerWithChanges(1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage().players().history(player, Long.MAX_VALUE, limit));
    }

    @Test
    public void a_page_of_the_greatest_size_is_full() {
        PlayerId player = playerWithChanges(Page.LIMIT_MAX + 1);

        Page<StateChange> page =
                storage().players().history(player, Long.MAX_VALUE, Page.LIMIT_MAX);

        assertThat(page.items()).hasSize(Page.LIMIT_MAX);
        assertThat(page.hasMore()).isTrue();
    }

    @Test
    public void the_ids_of_changes_are_those_the_rules_gave() {
        PlayerId player = newPlayer();
        long before = nextId();
        execute(player, new Tap(1));
        long between = nextId();
        execute(player, new Tap(1));

        assertThat(changes(player).get(1).id()).isBetween(before, between);
        assertThat(changes(player).get(2).id()).isGreaterThan(between);
    }

    @Test
    public void the_changes_of_two_players_are_kept_apart() {
        PlayerId one = playerWithChanges(3);
        PlayerId other = playerWithChanges(4);

        assertThat(changes(one)).hasSize(3).allMatch(change -> change.player().equals(one));
        assertThat(changes(other)).hasSize(4).allMatch(change -> change.player().equals(other));
    }

    @Test
    public void the_greatest_id_is_not_below_any_change() {
        PlayerId player = playerWithChanges(3);

        assertThat(storage().greatestId())
                .isGreaterThanOrEqualTo(changes(player).getLast().id())
                .isGreaterThanOrEqualTo(player.value());
    }

    private static List<Long> sequences(Page<StateChange> page) {
        return page.items().stream().map(StateChange::sequence).toList();
    }

    private PlayerId playerWithChanges(int changes) {
        PlayerId player = newPlayer();
        for (int i = 1; i < changes; i++) {
            execute(player, funz(1));
        }
        return player;
    }
}
