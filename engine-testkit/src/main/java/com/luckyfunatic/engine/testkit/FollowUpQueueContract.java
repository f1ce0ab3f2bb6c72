package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.FollowUp;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.player.PlayerCommand.CreatePlayer;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.quest.QuestCommand.CompleteDueQuest;
import com.luckyfunatic.engine.quest.QuestCommand.StartQuest;
import com.luckyfunatic.engine.referral.ReferralCommand.CountFriend;
import com.luckyfunatic.engine.referral.ReferralCommand.RewardReferral;
import com.luckyfunatic.engine.storage.FollowUpFailures;
import com.luckyfunatic.engine.storage.FollowUpQueue.Dropped;
import com.luckyfunatic.engine.storage.FollowUpQueue.WaitingPosition;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every queue of follow-ups does. */
public abstract class FollowUpQueueContract extends StorageContract {
    private static final Comparator<PendingFollowUp> BY_WAIT =
            Comparator.comparingLong(PendingFollowUp::waitsSinceMillis)
                    .thenComparingLong(PendingFollowUp::id);

    private static final String OF_A_LATER_VERSION = "{\"@type\":\"LaterCommand\",\"level\":3}";

    @Test
    public void a_change_that_calls_for_nothing_queues_nothing() {
        PlayerId player = newPlayer();
        execute(player, new Tap(50));

        assertThat(pendingFollowUps()).isEmpty();
    }

    @Test
    public void a_change_queues_what_its_events_call_for() {
        PlayerId referrer = newPlayer();
        PlayerId friend = newFriend(referrer);

        assertThat(waiting())
                .containsExactly(
                        new FollowUp(
                                referrer,
                                OperationId.own("friend:" + friend),
                                new CountFriend(friend)));
    }

    @Test
    public void the_longest_waiting_comes_first() {
        PlayerId referrer = newPlayer();
        PlayerId first = newFriend(referrer);
        settle();
        PlayerId second = newFriend(referrer);
        settle();
        execute(second, new Tap(50));
        settle();
        PlayerId third = newFriend(referrer);
        settle();
        execute(first, new Tap(50));

        assertThat(waiting().stream().map(FollowUp::command))
                .containsExactly(
                        new CountFriend(first),
                        new CountFriend(second),
                        new RewardReferral(second, false),
                        new CountFriend(third),
                        new RewardReferral(first, false));
    }

    @Test
    public void what_is_due_later_waits_for_its_moment() {
        PlayerId player = newPlayer();
        long startedAt = clock.millis();
        execute(player, new StartQuest(TestQuests.WEBSITE));
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        FollowUp later =
                new FollowUp(
                        player,
                        OperationId.own("quest:website:" + startedAt),
                        new CompleteDueQuest(TestQuests.WEBSITE),
                        startedAt + 30_000);

        assertThat(waiting()).contains(later).hasSize(2);
        assertThat(dueAt(startedAt + 29_999)).hasSize(1).doesNotContain(later);
        assertThat(dueAt(startedAt + 30_000)).contains(later).hasSize(2);
        for (PendingFollowUp each : pendingFollowUps()) {
            if (each.followUp().equals(later)) {
                storage().followUps().postpone(each);
            } else {
                storage().followUps().complete(each);
            }
        }
        assertThat(dueAt(startedAt + 29_999)).isEmpty();
        assertThat(dueAt(startedAt + 30_000)).containsExactly(later);
    }

    private List<FollowUp> dueAt(long millis) {
        return storage().followUps().pending(1_000, millis).stream()
                .map(PendingFollowUp::followUp)
                .filter(each -> waiting().contains(each))
                .toList();
    }

    @Test
    public void a_refused_command_queues_nothing() {
        PlayerId referrer = newPlayer();
        PlayerId friend = newFriend(referrer);

        execute(friend, new CreatePlayer(referrer, false));
        PlayerId self = unknownPlayer();
        var selfReferral = execute(self, new CreatePlayer(self, false));

        assertThat(selfReferral.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(waiting()).hasSize(1);
    }

    @Test
    public void a_repeated_operation_queues_nothing_again() {
        PlayerId referrer = newPlayer();
        PlayerId friend = unknownPlayer();
        for (int i = 0; i < 3; i++) {
            execute(friend, "create", new CreatePlayer(referrer, false));
        }
        execute(friend, "create", new CreatePlayer(newPlayer(), false));

        assertThat(waiting()).hasSize(1);
    }

    @Test
    public void a_handler_that_throws_queues_nothing() {
        PlayerId referrer = newPlayer();
        CommandEnvelope create = envelope(unknownPlayer(), null, new CreatePlayer(referrer, false));

        assertThatThrownBy(() ->
                        execute(
                                create,
                                (state, envelope) -> {
                                    rules().handle(state, envelope);
                                    throw new IllegalStateException("a bug");
                                }))
                .isNotNull();

        assertThat(waiting()).isEmpty();
    }

    @Test
    public void asking_takes_nothing_off_the_queue() {
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        newFriend(referrer);

        List<PendingFollowUp> first = pendingFollowUps();

        assertThat(first).hasSize(2);
        assertThat(pendingFollowUps()).isEqualTo(first);
    }

    @Test
    public void what_is_complete_waits_no_longer() {
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        newFriend(referrer);
        newFriend(referrer);
        List<PendingFollowUp> all = pendingFollowUps();

        storage().followUps().complete(all.get(1));

        assertThat(pendingFollowUps()).containsExactly(all.get(0), all.get(2));
    }

    @Test
    public void completing_again_is_no_error_and_takes_nothing_else() {
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        PendingFollowUp done = pendingFollowUps().getFirst();
        storage().followUps().complete(done);
        newFriend(referrer);
        List<PendingFollowUp> waiting = pendingFollowUps();

        storage().followUps().complete(done);
        storage().followUps().complete(done);

        assertThat(pendingFollowUps()).isEqualTo(waiting).hasSize(1).doesNotContain(done);
    }

    @Test
    public void what_is_postponed_waits_behind_all_others() {
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        newFriend(referrer);
        newFriend(referrer);
        List<FollowUp> all = waiting();

        storage().followUps().postpone(pendingFollowUps().getFirst());

        assertThat(waiting()).containsExactly(all.get(1), all.get(2), all.get(0));
        newFriend(referrer);
        assertThat(waiting()).startsWith(all.get(1), all.get(2), all.get(0)).hasSize(4);
        storage().followUps().complete(pendingFollowUps().get(2));
        assertThat(waiting()).startsWith(all.get(1), all.get(2)).hasSize(3);
    }

    @Test
    public void postponing_what_is_complete_does_not_bring_it_back() {
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        newFriend(referrer);
        List<PendingFollowUp> all = pendingFollowUps();
        storage().followUps().complete(all.getFirst());

        storage().followUps().postpone(all.getFirst());

        assertThat(pendingFollowUps()).containsExactly(all.getLast());
    }

    @Test
    public void no_more_than_asked_for_are_returned() {
        PlayerId referrer = newPlayer();
        for (int i = 0; i < 5; i++) {
            newFriend(referrer);
        }

        for (int limit = 1; limit < 5; limit++) {
            assertThat(storage().followUps().pending(limit)).hasSize(limit);
        }
        assertThat(pendingFollowUps()).hasSize(5);
    }

    @Test
    public void waiting_follow_ups_are_told_apart() {
        PlayerId referrer = newPlayer();
        for (int i = 0; i < 10; i++) {
            newFriend(referrer);
        }

        assertThat(pendingFollowUps().stream().map(PendingFollowUp::id))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    public void what_changes_at_once_call_for_is_queued_once_each() {
        List<PlayerId> referrers = IntStream.range(0, 4).mapToObj(_ -> newPlayer()).toList();

        Together.run(40, i -> newFriend(referrers.get(i % 4)));

        assertThat(waiting()).hasSize(40).doesNotHaveDuplicates();
        for (PlayerId referrer : referrers) {
            assertThat(waiting().stream().filter(each -> each.player().equals(referrer)))
                    .hasSize(10);
        }
    }

    @Test
    public void each_is_completed_once_by_many_at_once() {
        PlayerId referrer = newPlayer();
        for (int i = 0; i < 20; i++) {
            newFriend(referrer);
        }
        List<PendingFollowUp> all = pendingFollowUps();
        clock.advance(Duration.ofMinutes(1));

        Together.run(
                40,
                i -> {
                    storage().followUps().complete(all.get(i % 20));
                    return i;
                });

        assertThat(pendingFollowUps()).isEmpty();
    }

    @Test
    public void what_waits_tells_since_when_and_that_nothing_has_failed() {
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        long queuedAt = clock.millis();
        clock.advance(Duration.ofMinutes(1));

        PendingFollowUp waits = pendingFollowUps().getFirst();

        assertThat(waits.queuedAtMillis()).isEqualTo(queuedAt);
        assertThat(waits.failures()).isEqualTo(FollowUpFailures.NONE);
    }

    @Test
    public void attempts_that_failed_are_counted_and_the_last_one_is_told() {
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        newFriend(referrer);
        List<PendingFollowUp> before = pendingFollowUps();
        String reason = "x".repeat(FollowUpFailures.REASON_LENGTH_MAX - 6) + "'\"ä🦊\\";

        storage().followUps().noteFailure(before.getFirst(), clock.millis(), "first");
        storage().followUps().noteFailure(before.getFirst(), clock.millis() + 5, reason);

        PendingFollowUp failed =
                before.getFirst().failed(clock.millis(), "").failed(clock.millis() + 5, reason);
        assertThat(pendingFollowUps()).containsExactly(failed, before.getLast());
        assertThat(storage().followUps().waiting(null, 10).items()).contains(failed);
        storage().followUps().postpone(before.getFirst());
        PendingFollowUp postponed = pendingFollowUps().getLast();
        assertThat(postponed).isEqualTo(failed.renumbered(postponed.id()));
        storage().followUps().complete(postponed);
        assertThat(pendingFollowUps()).containsExactly(before.getLast());
    }

    @Test
    public void a_failure_of_what_is_complete_does_not_bring_it_back() {
        newFriend(newPlayer());
        PendingFollowUp done = pendingFollowUps().getFirst();
        storage().followUps().complete(done);

        storage().followUps().noteFailure(done, clock.millis(), "late");

        assertThat(pendingFollowUps()).isEmpty();
    }

    @Test
    public void pages_of_what_waits_are_in_the_order_since_when_it_could_be_carried_out() {
        PlayerId player = newPlayer();
        execute(player, new StartQuest(TestQuests.WEBSITE));
        settle();
        PlayerId referrer = newPlayer();
        for (int i = 0; i < 5; i++) {
            newFriend(referrer);
            settle();
            clock.advance(Duration.ofSeconds(i % 2));
        }
        // Its place on the queue is another one then, and it waits as long as before.
        storage().followUps().postpone(pendingFollowUps().get(1));

        List<PendingFollowUp> all = storage().followUps().waiting(null, 100).items();

        assertThat(all).containsExactlyInAnyOrderElementsOf(pendingFollowUps());
        assertThat(all).isSortedAccordingTo(BY_WAIT).hasSize(6);
        assertThat(all.getLast().followUp().player()).isEqualTo(player);
        for (int size = 1; size <= 7; size++) {
            List<PendingFollowUp> read = new ArrayList<>();
            Page<PendingFollowUp> page = storage().followUps().waiting(null, size);
            read.addAll(page.items());
            while (page.hasMore()) {
                assertThat(page.items()).hasSize(size);
                page =
                        storage()
                                .followUps()
                                .waiting(WaitingPosition.of(page.items().getLast()), size);
                read.addAll(page.items());
            }
            assertThat(read).as("pages of " + size).isEqualTo(all);
        }
        for (int wrong : List.of(0, Page.LIMIT_MAX + 1)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> storage().followUps().waiting(null, wrong));
        }
    }

    @Test
    public void what_waits_is_found_by_player_and_operation() {
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        PendingFollowUp waits = pendingFollowUps().getFirst();
        OperationId id = waits.followUp().operationId();

        assertThat(storage().followUps().findWaiting(referrer, id)).contains(waits);
        assertThat(storage().followUps().findWaiting(unknownPlayer(), id)).isEmpty();
        assertThat(storage().followUps().findWaiting(referrer, OperationId.own("friend:")))
                .isEmpty();
        storage().followUps().complete(waits);
        assertThat(storage().followUps().findWaiting(referrer, id)).isEmpty();
    }

    @Test
    public void what_is_dropped_never_waits_again() {
        PlayerId referrer = newPlayer();
        PlayerId friend = unknownPlayer();
        execute(friend, "create", new CreatePlayer(referrer, false));
        newFriend(referrer);
        List<PendingFollowUp> all = pendingFollowUps();
        PendingFollowUp gone = all.getFirst();
        OperationId id = gone.followUp().operationId();
        assertThat(storage().followUps().dropped(referrer, id)).isEmpty();

        Dropped dropped = drop(gone, "first");

        assertThat(dropped).isEqualTo(new Dropped(OperationId.own("first"), clock.millis()));
        assertThat(storage().followUps().dropped(referrer, id)).contains(dropped);
        // Whoever has read it before changes nothing by it, nor does what calls for it again.
        storage().followUps().postpone(gone);
        storage().followUps().noteFailure(gone, clock.millis(), "late");
        storage().followUps().complete(gone);
        execute(friend, "create", new CreatePlayer(referrer, false));
        settle();
        assertThat(pendingFollowUps()).containsExactly(all.getLast());
        assertThat(storage().followUps().waiting(null, 10).items()).containsExactly(all.getLast());
        assertThat(storage().followUps().findWaiting(referrer, id)).isEmpty();
        assertThat(storage().followUps().dropped(referrer, id)).contains(dropped);
        assertThat(storage().followUps().dropped(referrer, all.getLast().followUp().operationId()))
                .isEmpty();
    }

    @Test
    public void who_drops_first_has_dropped_it() {
        newFriend(newPlayer());
        PendingFollowUp gone = pendingFollowUps().getFirst();
        Dropped first = drop(gone, "first");
        clock.advance(Duration.ofMinutes(1));

        assertThat(drop(gone, "second")).isEqualTo(first);

        assertThat(pendingFollowUps()).isEmpty();
    }

    @Test
    public void of_many_who_drop_at_once_one_does() {
        newFriend(newPlayer());
        PendingFollowUp gone = pendingFollowUps().getFirst();

        List<Dropped> all = Together.run(10, i -> drop(gone, "by-" + i));

        assertThat(all).hasSize(10).containsOnly(all.getFirst());
    }

    @Test
    public void also_what_waits_no_longer_can_be_dropped() {
        newFriend(newPlayer());
        PendingFollowUp gone = pendingFollowUps().getFirst();
        storage().followUps().complete(gone);

        Dropped dropped = drop(gone, "late");

        assertThat(pendingFollowUps()).isEmpty();
        assertThat(
                        storage()
                                .followUps()
                                .dropped(gone.followUp().player(), gone.followUp().operationId()))
                .contains(dropped);
    }

    @Test
    public void one_that_cannot_be_read_waits_like_any_other() {
        PlayerId referrer = newPlayer();
        newFriend(referrer);
        newFriend(referrer);
        PendingFollowUp first = pendingFollowUps().getFirst();
        PendingFollowUp other = pendingFollowUps().getLast();
        Optional<String> stored = exchangeCommand(first, OF_A_LATER_VERSION);
        assumeThat(stored).as("what is stored").isPresent();

        PendingFollowUp unreadable =
                new PendingFollowUp(
                        first.id(),
                        referrer,
                        first.operationId(),
                        null,
                        first.dueAtMillis(),
                        first.queuedAtMillis(),
                        FollowUpFailures.NONE);
        assertThat(unreadable.isReadable()).isFalse();
        assertThatIllegalStateException().isThrownBy(unreadable::followUp);
        assertThat(pendingFollowUps()).containsExactly(unreadable, other);
        assertThat(ofPlayer(referrer, storage().followUps().waiting(null, Page.LIMIT_MAX)))
                .containsExactly(unreadable, other);
        assertThat(storage().followUps().findWaiting(referrer, first.operationId()))
                .contains(unreadable);

        storage().followUps().noteFailure(unreadable, clock.millis(), "not readable");
        storage().followUps().postpone(unreadable);
        storage().followUps().complete(other);
        PendingFollowUp last = pendingFollowUps().getLast();
        assertThat(last)
                .isEqualTo(unreadable.failed(clock.millis(), "not readable").renumbered(last.id()));

        // A version that can read it finds what was queued, not what this one made of it.
        assertThat(exchangeCommand(last, stored.get())).contains(OF_A_LATER_VERSION);
        assertThat(waiting()).containsExactly(first.followUp());
        storage().followUps().complete(last);
        assertThat(pendingFollowUps()).isEmpty();
    }

    private static List<PendingFollowUp> ofPlayer(PlayerId player, Page<PendingFollowUp> page) {
        return page.items().stream().filter(each -> each.player().equals(player)).toList();
    }

    private Dropped drop(PendingFollowUp followUp, String by) {
        return storage().followUps().drop(followUp.followUp(), OperationId.own(by), clock.millis());
    }

    private List<FollowUp> waiting() {
        return pendingFollowUps().stream().map(PendingFollowUp::followUp).toList();
    }
}
