package com.luckyfunatic.engine.testkit;

import static com.luckyfunatic.engine.tournament.EntryStep.CONFIRMED;
import static com.luckyfunatic.engine.tournament.EntryStep.HELD;
import static com.luckyfunatic.engine.tournament.EntryStep.REFUNDED;
import static com.luckyfunatic.engine.tournament.EntryStep.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.EntryStep;
import com.luckyfunatic.engine.tournament.SeatOutcome;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDecision;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPlace;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of tournaments does. */
public abstract class TournamentsContract extends StorageContract {
    private static final long OPENS = 1_000_000;
    private static final long CLOSES = 2_000_000;
    private static final long NOW = 1_500_000;
    private static final long END = 1_600_000;
    private static final int STEPS = 60;
    private static final List<TournamentStage> STAGES = List.of(TournamentStage.values());
    private static final Disqualification CHEAT = new Disqualification("played twice", "ann", 7);

    @Test
    public void a_draft_is_kept_as_it_was_made() {
        TournamentDefinition draft =
                open().fee(5)
                        .seats(3, 40)
                        .requiring(new Requirement.ReachRank(2), new Requirement.InviteFriends(1))
                        .done();

        assertThat(tournaments().create(draft)).isTrue();

        assertThat(found(draft.id())).isEqualTo(Tournament.draft(draft));
        assertThat(tournaments().create(open().done())).isTrue();
        assertThat(tournaments().find(TestTournaments.unusedId())).isEmpty();
    }

    @Test
    public void a_name_is_used_once() {
        TournamentDefinition first = open().fee(5).done();
        tournaments().create(first);

        assertThat(tournaments().create(renamed(open().fee(9).done(), first.id()))).isFalse();

        assertThat(found(first.id()).definition()).isEqualTo(first);
    }

    @Test
    public void a_draft_can_be_changed_by_whoever_has_seen_it_last() {
        TournamentDefinition draft = open().done();
        tournaments().create(draft);
        TournamentDefinition changed = renamed(open().fee(9).done(), draft.id());

        assertThat(tournaments().redefine(changed, 2)).isFalse();
        assertThat(tournaments().redefine(changed, 1)).isTrue();
        assertThat(tournaments().redefine(draft, 1)).isFalse();

        assertThat(found(draft.id())).isEqualTo(Tournament.draft(draft).with(changed));
        assertThat(tournaments().redefine(open().done(), 1)).isFalse();
    }

    @Test
    public void what_is_published_is_not_changed_any_more() {
        TournamentDefinition cup = published(open());

        assertThat(tournaments().redefine(renamed(open().fee(9).done(), cup.id()), 2)).isFalse();

        assertThat(found(cup.id()).definition()).isEqualTo(cup);
    }

    @Test
    public void a_stage_follows_another_once() {
        TournamentDefinition cup = open().done();
        tournaments().create(cup);

        assertThat(tournaments().move(cup.id(), 1, TournamentStage.RANKED)).isFalse();
        assertThat(tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED)).isTrue();
        assertThat(tournaments().move(cup.id(), 1, TournamentStage.CANCELLED)).isFalse();
        assertThat(tournaments().move(cup.id(), 2, TournamentStage.PUBLISHED)).isFalse();
        assertThat(tournaments().move(cup.id(), 2, TournamentStage.RANKED)).isTrue();
        assertThat(tournaments().move(cup.id(), 3, TournamentStage.PAYING)).isTrue();
        assertThat(tournaments().move(cup.id(), 4, TournamentStage.CANCELLED)).isFalse();
        assertThat(tournaments().move(cup.id(), 4, TournamentStage.DONE)).isTrue();

        assertThat(found(cup.id()).stage()).isEqualTo(TournamentStage.DONE);
        assertThat(found(cup.id()).version()).isEqualTo(5);
        assertThat(tournaments().move(TestTournaments.unusedId(), 1, TournamentStage.PUBLISHED))
                .isFalse();
    }

    @Test
    public void of_many_who_move_it_at_once_one_does() {
        TournamentDefinition cup = published(open());

        List<Boolean> moved =
                Together.run(
                        20,
                        i ->
                                tournaments()
                                        .move(
                                                cup.id(),
                                                2,
                                                i % 2 == 0
                                                        ? TournamentStage.RANKED
                                                        : TournamentStage.CANCELLED));

        assertThat(moved).containsOnlyOnce(true);
        assertThat(found(cup.id()).version()).isEqualTo(3);
    }

    @Test
    public void it_is_not_ranked_while_somebody_is_paying() {
        TournamentDefinition cup = published(open());
        TournamentEntry entry = held(cup, unknownPlayer());

        assertThat(tournaments().move(cup.id(), 2, TournamentStage.RANKED)).isFalse();
        confirm(entry);
        assertThat(tournaments().move(cup.id(), 2, TournamentStage.RANKED)).isTrue();
    }

    @Test
    public void lists_leave_out_drafts_and_have_those_that_close_last_first() {
        MinigameId game = unusedGame();
        TournamentDefinition early = published(until(CLOSES).minigame(game));
        TournamentDefinition late = published(until(CLOSES + 2).minigame(game));
        TournamentDefinition middle = published(until(CLOSES + 1).minigame(game));
        tournaments().create(until(CLOSES).minigame(game).done());
        published(until(CLOSES).minigame(unusedGame()));

        for (int limit = 1; limit <= 4; limit++) {
            assertThat(all(game, limit)).containsExactly(late.id(), middle.id(), early.id());
        }
        assertThat(tournaments().page(null, null, null, Page.LIMIT_MAX).items()).isNotEmpty();
    }

    @Test
    public void pages_of_tournaments_that_close_together_have_no_gaps_or_repeats() {
        MinigameId game = unusedGame();
        List<TournamentId> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(published(until(CLOSES).minigame(game)).id());
        }

        for (int limit = 1; limit <= 5; limit++) {
            assertThat(all(game, limit)).hasSize(5).hasSameElementsAs(made);
        }
    }

    @Test
    public void lists_of_a_stage_have_only_those_in_it() {
        MinigameId game = unusedGame();
        TournamentDefinition early = published(until(CLOSES).minigame(game));
        TournamentDefinition cancelled = published(until(CLOSES + 1).minigame(game));
        TournamentDefinition late = published(until(CLOSES + 2).minigame(game));
        tournaments().create(until(CLOSES).minigame(game).done());
        published(until(CLOSES).minigame(unusedGame()));
        tournaments().move(cancelled.id(), 2, TournamentStage.CANCELLED);

        for (int limit = 1; limit <= 3; limit++) {
            assertThat(all(game, TournamentStage.PUBLISHED, limit))
                    .containsExactly(late.id(), early.id());
            assertThat(all(game, TournamentStage.CANCELLED, limit)).containsExactly(cancelled.id());
            assertThat(all(game, TournamentStage.DRAFT, limit)).isEmpty();
        }
        assertThat(
                        tournaments()
                                .page(null, TournamentStage.CANCELLED, null, Page.LIMIT_MAX)
                                .items())
                .extracting(Tournament::stage)
                .isNotEmpty()
                .containsOnly(TournamentStage.CANCELLED);
    }

    @Test
    public void those_in_a_stage_come_in_the_order_of_their_close() {
        long far = 900_000_000_000L + nextId() % 1_000_000_000L * 10;
        TournamentDefinition second = published(until(far + 1));
        TournamentDefinition first = published(until(far));
        TournamentDefinition third = published(until(far + 1));
        tournaments().create(until(far).done());

        assertThat(inStage(TournamentStage.PUBLISHED, far - 1)).doesNotContain(first.id());
        assertThat(inStage(TournamentStage.PUBLISHED, far))
                .contains(first.id())
                .doesNotContain(second.id());
        assertThat(inStage(TournamentStage.PUBLISHED, far + 1))
                .containsSubsequence(first.id(), second.id())
                .containsSubsequence(first.id(), third.id())
                .doesNotHaveDuplicates();
        tournaments().move(second.id(), 2, TournamentStage.CANCELLED);
        assertThat(inStage(TournamentStage.PUBLISHED, far + 1)).doesNotContain(second.id());
        assertThat(inStage(TournamentStage.CANCELLED, far + 1)).contains(second.id());
    }

    @Test
    public void a_seat_is_held_and_counted() {
        TournamentDefinition cup = published(open().fee(5).seats(2, 10));
        PlayerId player = unknownPlayer();
        TournamentEntry wanted = wanted(cup, player);

        assertThat(hold(wanted)).isEqualTo(new SeatOutcome.Held(wanted.numbered(1)));

        assertThat(found(wanted)).isEqualTo(wanted.numbered(1));
        assertThat(found(cup.id())).isEqualTo(counted(cup, 2, 1, 1, 0, 0, 0));
        assertThat(tournaments().entriesOf(cup.id(), player)).containsExactly(wanted.numbered(1));
        assertThat(tournaments().entries(cup.id(), 0, 10).items()).isEmpty();
        assertThat(tournaments().history(player, null, 10).items()).isEmpty();
    }

    @Test
    public void the_same_operation_holds_one_seat() {
        TournamentDefinition cup = published(open().seats(2, 2));
        TournamentEntry entry = held(cup, unknownPlayer());

        assertThat(hold(entry.numbered(0))).isEqualTo(new SeatOutcome.Known(entry));
        confirm(entry);
        assertThat(hold(entry.numbered(0))).isEqualTo(new SeatOutcome.Known(entry.in(CONFIRMED)));
        // Also in another tournament, and when this one takes none.
        TournamentEntry elsewhere = wanted(published(open()), entry.player());
        TournamentEntry same =
                TournamentEntry.wanted(
                        found(elsewhere.tournament()).definition(),
                        entry.player(),
                        entry.operationId(),
                        NOW,
                        END);
        assertThat(hold(same)).isEqualTo(new SeatOutcome.Known(entry.in(CONFIRMED)));
        tournaments().move(cup.id(), 2, TournamentStage.CANCELLED);
        assertThat(hold(entry.numbered(0))).isEqualTo(new SeatOutcome.Known(entry.in(CONFIRMED)));

        assertThat(found(cup.id()).entered()).isEqualTo(1);
        assertThat(found(elsewhere.tournament()).lastNumber()).isZero();
    }

    @Test
    public void a_seat_that_is_paid_for_is_counted_once_with_its_fee() {
        TournamentDefinition cup = published(open().fee(5).seats(1, 10));
        TournamentEntry entry = held(cup, unknownPlayer());

        assertThat(confirm(entry)).isEqualTo(CONFIRMED);
        assertThat(confirm(entry)).isEqualTo(CONFIRMED);
        assertThat(release(entry)).isEqualTo(CONFIRMED);

        assertThat(found(cup.id())).isEqualTo(counted(cup, 2, 1, 0, 1, 0, 5));
        assertThat(tournaments().entries(cup.id(), 0, 10).items())
                .containsExactly(entry.in(CONFIRMED));
    }

    @Test
    public void a_seat_that_is_released_goes_back_once() {
        TournamentDefinition cup = published(open().fee(5).seats(1, 1));
        PlayerId player = unknownPlayer();
        TournamentEntry entry = held(cup, player);

        assertThat(release(entry)).isEqualTo(RELEASED);
        assertThat(release(entry)).isEqualTo(RELEASED);
        assertThat(confirm(entry)).isEqualTo(RELEASED);

        assertThat(found(cup.id())).isEqualTo(counted(cup, 2, 1, 0, 0, 0, 0));
        assertThat(tournaments().entriesOf(cup.id(), player)).isEmpty();
        // The player and the seat are free for another operation.
        assertThat(held(cup, player).number()).isEqualTo(2);
    }

    @Test
    public void nothing_comes_of_an_entry_that_nobody_asked_for() {
        TournamentEntry nobodys = wanted(published(open()), unknownPlayer());
        Tournaments all = tournaments();

        assertThat(all.entry(nobodys.player(), nobodys.operationId())).isEmpty();
        assertThat(all.confirm(nobodys.player(), nobodys.operationId())).isEmpty();
        assertThat(all.release(nobodys.player(), nobodys.operationId())).isEmpty();
        assertThat(all.refund(nobodys.player(), nobodys.operationId())).isEmpty();
    }

    @Test
    public void nobody_enters_what_there_is_not() {
        TournamentDefinition draft = open().done();

        assertThat(hold(wanted(draft, unknownPlayer()))).isEqualTo(new SeatOutcome.Unknown());
        tournaments().create(draft);
        assertThat(hold(wanted(draft, unknownPlayer()))).isEqualTo(new SeatOutcome.Unknown());
    }

    @ParameterizedTest
    @CsvSource({"999999, false", "1000000, true", "1999999, true", "2000000, false"})
    public void it_takes_entries_while_it_is_open(long atMillis, boolean takes) {
        TournamentDefinition cup = published(open());
        TournamentEntry wanted =
                TournamentEntry.wanted(cup, unknownPlayer(), operation(), atMillis, END);

        assertThat(hold(wanted))
                .isInstanceOf(takes ? SeatOutcome.Held.class : SeatOutcome.NotOpen.class);
        assertThat(tournaments().entry(wanted.player(), wanted.operationId()).isPresent())
                .isEqualTo(takes);
    }

    @Test
    public void a_cancelled_one_takes_no_entries() {
        TournamentDefinition cup = published(open());
        tournaments().move(cup.id(), 2, TournamentStage.CANCELLED);

        assertThat(hold(wanted(cup, unknownPlayer()))).isInstanceOf(SeatOutcome.NotOpen.class);
    }

    @Test
    public void another_fee_is_not_taken() {
        TournamentDefinition cup = published(open().fee(5));
        TournamentDefinition cheaper = renamed(open().fee(4).done(), cup.id());

        assertThat(hold(wanted(cheaper, unknownPlayer())))
                .isEqualTo(new SeatOutcome.FeeChanged(found(cup.id())));
    }

    @Test
    public void a_player_enters_as_often_as_is_allowed() {
        TournamentDefinition cup = published(open().seats(2, 10));
        PlayerId player = unknownPlayer();
        TournamentEntry first = held(cup, player);
        held(cup, player);

        assertThat(hold(wanted(cup, player))).isEqualTo(new SeatOutcome.LimitReached(2));
        held(cup, unknownPlayer());
        confirm(first);
        assertThat(hold(wanted(cup, player))).isEqualTo(new SeatOutcome.LimitReached(2));
        assertThat(tournaments().entriesOf(cup.id(), player))
                .extracting(TournamentEntry::step)
                .containsExactly(CONFIRMED, HELD);
    }

    @Test
    public void when_all_seats_are_taken_nobody_enters_until_one_comes_back() {
        TournamentDefinition cup = published(open().seats(1, 2));
        confirm(held(cup, unknownPlayer()));
        TournamentEntry last = held(cup, unknownPlayer());
        TournamentEntry late = wanted(cup, unknownPlayer());

        assertThat(hold(late)).isEqualTo(new SeatOutcome.Full(found(cup.id())));
        assertThat(tournaments().entry(late.player(), late.operationId())).isEmpty();
        release(last);
        assertThat(hold(late)).isInstanceOf(SeatOutcome.Held.class);
    }

    @Test
    public void of_fifty_who_enter_at_once_ten_get_the_ten_seats() {
        TournamentDefinition cup = published(open().fee(3).seats(1, 10));
        List<PlayerId> players = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            players.add(unknownPlayer());
        }

        List<SeatOutcome> outcomes = Together.run(50, i -> hold(wanted(cup, players.get(i))));

        assertThat(outcomes.stream().filter(SeatOutcome.Held.class::isInstance)).hasSize(10);
        assertThat(outcomes.stream().filter(SeatOutcome.Full.class::isInstance)).hasSize(40);
        assertThat(found(cup.id())).isEqualTo(counted(cup, 2, 10, 10, 0, 0, 0));
    }

    @Test
    public void a_player_who_enters_twice_at_once_gets_one_seat() {
        TournamentDefinition cup = published(open());
        PlayerId player = unknownPlayer();

        List<SeatOutcome> outcomes = Together.run(20, _ -> hold(wanted(cup, player)));

        assertThat(outcomes.stream().filter(SeatOutcome.Held.class::isInstance)).hasSize(1);
        assertThat(found(cup.id()).held()).isEqualTo(1);
    }

    @Test
    public void one_operation_at_once_in_two_tournaments_holds_one_seat() {
        TournamentDefinition one = published(open());
        TournamentDefinition other = published(open());
        PlayerId player = unknownPlayer();
        OperationId id = operation();

        Together.run(
                20,
                i -> hold(TournamentEntry.wanted(i % 2 == 0 ? one : other, player, id, NOW, END)));

        assertThat(found(one.id()).held() + found(other.id()).held()).isEqualTo(1);
    }

    @Test
    public void of_confirming_and_releasing_at_once_one_comes_true_for_all() {
        TournamentDefinition cup = published(open().fee(3));
        List<TournamentEntry> entries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            entries.add(held(cup, unknownPlayer()));
        }

        List<EntryStep> steps =
                Together.run(
                        80,
                        i -> {
                            TournamentEntry each = entries.get(i % 10);
                            return i / 10 % 2 == 0 ? confirm(each) : release(each);
                        });

        long paid = 0;
        for (int i = 0; i < 80; i++) {
            EntryStep now = found(entries.get(i % 10)).step();
            assertThat(steps.get(i)).isEqualTo(now).isNotEqualTo(HELD);
            paid += now == CONFIRMED && i < 10 ? 1 : 0;
        }
        assertThat(found(cup.id())).isEqualTo(counted(cup, 2, 10, 0, paid, 0, 3 * paid));
    }

    @Test
    public void entries_come_in_the_order_of_their_numbers() {
        TournamentDefinition cup = published(open());
        List<TournamentEntry> paid = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            TournamentEntry entry = held(cup, unknownPlayer());
            if (i == 3) {
                release(entry);
            } else {
                confirm(entry);
                paid.add(entry.in(CONFIRMED));
            }
        }
        held(cup, unknownPlayer());

        for (int limit = 1; limit <= 7; limit++) {
            assertThat(entries(cup.id(), limit)).isEqualTo(paid);
        }
    }

    @Test
    public void the_history_of_a_player_has_the_latest_entry_first() {
        PlayerId player = unknownPlayer();
        List<TournamentEntry> paid = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            TournamentDefinition cup = published(open().seats(2, 0));
            for (int twice = 0; twice < 2; twice++) {
                TournamentEntry wanted =
                        TournamentEntry.wanted(cup, player, operation(), NOW + i / 2, END);
                hold(wanted);
                confirm(wanted);
                paid.add(found(wanted));
            }
        }
        held(published(open()), player);
        confirm(held(published(open()), unknownPlayer()));

        List<TournamentEntry> whole = history(player, 100);
        assertThat(whole).hasSize(10).hasSameElementsAs(paid);
        assertThat(whole)
                .extracting(TournamentEntry::atMillis)
                .isSortedAccordingTo((one, other) -> Long.compare(other, one));
        for (int limit = 1; limit <= 10; limit++) {
            assertThat(history(player, limit)).isEqualTo(whole);
        }
    }

    @Test
    public void what_is_held_too_long_is_told_in_the_order_of_its_end() {
        TournamentDefinition cup = published(open());
        TournamentEntry third = heldUntil(cup, END + 2);
        TournamentEntry first = heldUntil(cup, END);
        TournamentEntry second = heldUntil(cup, END + 1);
        TournamentEntry paid = heldUntil(cup, END);
        confirm(paid);

        assertThat(tooLong(cup, END - 1, 100)).isEmpty();
        assertThat(tooLong(cup, END + 1, 100)).containsExactly(first, second);
        for (int limit = 1; limit <= 3; limit++) {
            assertThat(tooLong(cup, END + 2, limit)).containsExactly(first, second, third);
        }
        release(first);
        release(second);
        release(third);
        assertThat(tooLong(cup, END + 2, 100)).isEmpty();
    }

    @Test
    public void what_was_paid_in_a_cancelled_one_is_refunded_once() {
        TournamentDefinition cup = published(open().fee(5));
        List<TournamentEntry> paid = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            TournamentEntry entry = held(cup, unknownPlayer());
            confirm(entry);
            paid.add(entry.in(CONFIRMED));
        }
        TournamentEntry late = held(cup, unknownPlayer());
        assertThat(refund(paid.getFirst())).isEqualTo(CONFIRMED);
        assertThat(refundable(cup, 100)).isEmpty();

        tournaments().move(cup.id(), 2, TournamentStage.CANCELLED);
        assertThat(refundable(cup, 1)).isEqualTo(paid);
        assertThat(refund(late)).isEqualTo(HELD);
        assertThat(confirm(late)).isEqualTo(CONFIRMED);
        paid.add(late.in(CONFIRMED));
        for (int limit = 1; limit <= 5; limit++) {
            assertThat(refundable(cup, limit)).isEqualTo(paid);
        }

        assertThat(refund(paid.getFirst())).isEqualTo(REFUNDED);
        assertThat(refund(paid.getFirst())).isEqualTo(REFUNDED);
        assertThat(confirm(paid.getFirst())).isEqualTo(REFUNDED);
        assertThat(refundable(cup, 100)).isEqualTo(paid.subList(1, 5));
        assertThat(found(cup.id())).isEqualTo(counted(cup, 3, 5, 0, 5, 1, 25));
        assertThat(entries(cup.id(), 100).getFirst().step()).isEqualTo(REFUNDED);
        paid.forEach(this::refund);
        assertThat(refundable(cup, 100)).isEmpty();
    }

    @Test
    public void a_player_is_taken_out_once_with_the_first_reason() {
        TournamentDefinition cup = published(open().seats(2, 0));
        PlayerId player = unknownPlayer();
        TournamentEntry entry = held(cup, player);
        confirm(entry);

        assertThat(tournaments().disqualify(cup.id(), player, CHEAT)).contains(CHEAT);
        Disqualification other = new Disqualification("another", "bob", 8);
        assertThat(tournaments().disqualify(cup.id(), player, other)).contains(CHEAT);

        assertThat(tournaments().disqualification(cup.id(), player)).contains(CHEAT);
        assertThat(tournaments().disqualification(cup.id(), unknownPlayer())).isEmpty();
        assertThat(found(entry)).isEqualTo(entry.in(CONFIRMED).with(CHEAT));
        assertThat(entries(cup.id(), 10)).containsExactly(entry.in(CONFIRMED).with(CHEAT));
        assertThat(tournaments().history(player, null, 10).items())
                .containsExactly(entry.in(CONFIRMED).with(CHEAT));
        assertThat(hold(wanted(cup, player))).isEqualTo(new SeatOutcome.Disqualified(CHEAT));
        assertThat(hold(wanted(published(open()), player))).isInstanceOf(SeatOutcome.Held.class);
    }

    private static TournamentDecision decided(TournamentDefinition cup, String name, long at) {
        return new TournamentDecision(OperationId.own("plan:" + cup.id() + name), cup.id(), at);
    }

    @Test
    public void of_two_decisions_that_cancel_one_version_the_first_is_made() {
        TournamentDefinition cup = published(open());
        TournamentDecision first = decided(cup, "1", 7);
        TournamentDecision second = decided(cup, "2", 8);

        assertThat(tournaments().decision(first.operation())).isEmpty();
        assertThat(tournaments().cancel(first, 1)).isEmpty();
        assertThat(tournaments().cancel(first, 2)).contains(first);
        assertThat(tournaments().cancel(decided(cup, "1", 9), 2)).contains(first);
        assertThat(tournaments().cancel(second, 2)).isEmpty();
        assertThat(tournaments().cancel(second, 3)).isEmpty();

        assertThat(found(cup.id()).stage()).isEqualTo(TournamentStage.CANCELLED);
        assertThat(found(cup.id()).version()).isEqualTo(3);
        assertThat(tournaments().decision(first.operation())).contains(first);
        assertThat(tournaments().decision(second.operation())).isEmpty();
        TournamentDefinition unknown = open().done();
        assertThat(tournaments().cancel(decided(unknown, "3", 7), 1)).isEmpty();
    }

    @Test
    public void of_two_decisions_that_take_a_player_out_the_first_is_made() {
        TournamentDefinition cup = published(open());
        PlayerId player = unknownPlayer();
        TournamentDecision first = decided(cup, "1", 7);
        TournamentDecision second = decided(cup, "2", 8);

        assertThat(tournaments().disqualify(first, player, CHEAT)).contains(first);
        assertThat(tournaments().disqualify(first, player, CHEAT)).contains(first);
        assertThat(tournaments().disqualify(second, player, CHEAT)).isEmpty();

        assertThat(tournaments().disqualification(cup.id(), player)).contains(CHEAT);
        assertThat(tournaments().decision(second.operation())).isEmpty();
        PlayerId other = unknownPlayer();
        tournaments().disqualify(cup.id(), other, CHEAT);
        assertThat(tournaments().disqualify(second, other, CHEAT)).isEmpty();
        TournamentDefinition draft = open().done();
        tournaments().create(draft);
        assertThat(tournaments().disqualify(decided(draft, "1", 7), player, CHEAT)).isEmpty();
        assertThat(tournaments().disqualification(draft.id(), player)).isEmpty();
    }

    @Test
    public void of_many_decisions_at_once_one_is_made() {
        TournamentDefinition cup = published(open());

        List<Boolean> made =
                Together.run(
                        10, i -> tournaments().cancel(decided(cup, "x" + i, i), 2).isPresent());

        assertThat(made).containsOnlyOnce(true);
        assertThat(found(cup.id()).version()).isEqualTo(3);
    }

    @Test
    public void nobody_is_taken_out_of_what_is_not_going_on() {
        TournamentDefinition draft = open().done();
        PlayerId player = unknownPlayer();
        tournaments().create(draft);
        TournamentDefinition ranked = published(open());
        tournaments().move(ranked.id(), 2, TournamentStage.RANKED);

        assertThat(tournaments().disqualify(TestTournaments.unusedId(), player, CHEAT)).isEmpty();
        assertThat(tournaments().disqualify(draft.id(), player, CHEAT)).isEmpty();
        assertThat(tournaments().disqualify(ranked.id(), player, CHEAT)).isEmpty();
        assertThat(tournaments().disqualification(ranked.id(), player)).isEmpty();
    }

    @Test
    public void of_many_who_take_a_player_out_at_once_one_is_heard() {
        TournamentDefinition cup = published(open());
        PlayerId player = unknownPlayer();

        List<Disqualification> why =
                Together.run(
                        10,
                        i ->
                                tournaments()
                                        .disqualify(
                                                cup.id(),
                                                player,
                                                new Disqualification("reason " + i, "ann", i))
                                        .orElseThrow());

        assertThat(why).containsOnly(why.getFirst());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Page.LIMIT_MAX + 1})
    public void a_page_of_another_size_is_not_allowed(int limit) {
        Tournaments all = tournaments();
        TournamentId id = TestTournaments.unusedId();
        PlayerId player = unknownPlayer();

        for (Runnable call :
                List.<Runnable>of(
                        () -> all.page(null, null, null, limit),
                        () -> all.inStage(TournamentStage.DONE, 0, null, limit),
                        () -> all.entries(id, 0, limit),
                        () -> all.history(player, null, limit),
                        () -> all.held(0, null, limit),
                        () -> all.refundable(null, limit))) {
            assertThatIllegalArgumentException().isThrownBy(call::run);
        }
    }

    @ParameterizedTest
    @MethodSource("com.luckyfunatic.engine.testkit.Seeds#all")
    public void a_history_gives_what_lists_give_that_are_counted_anew(long seed) {
        RandomGenerator random = Seeds.random(seed);
        ModelTournaments model = new ModelTournaments();
        List<TournamentDefinition> cups =
                List.of(open().fee(3).seats(2, 9).done(), open().fee(2).seats(1, 5).done());
        for (TournamentDefinition each : cups) {
            assertThat(tournaments().create(each)).isEqualTo(model.create(each));
        }
        List<PlayerId> players = List.of(unknownPlayer(), unknownPlayer(), unknownPlayer());
        List<TournamentEntry> asked = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String at = "seed " + seed + ", step " + step;
            TournamentDefinition cup = cups.get(random.nextInt(2));
            PlayerId player = players.get(random.nextInt(3));
            TournamentEntry entry =
                    asked.isEmpty() || random.nextBoolean()
                            ? wanted(cup, player)
                            : asked.get(random.nextInt(asked.size()));
            asked.add(entry);
            switch (random.nextInt(12)) {
                case 0 -> {
                    long version = random.nextInt(1, 4);
                    TournamentStage next = STAGES.get(random.nextInt(STAGES.size()));
                    assertThat(tournaments().move(cup.id(), version, next))
                            .as(at)
                            .isEqualTo(model.move(cup.id(), version, next));
                }
                case 1 ->
                        assertThat(tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED))
                                .as(at)
                                .isEqualTo(model.move(cup.id(), 1, TournamentStage.PUBLISHED));
                case 2 ->
                        assertThat(tournaments().disqualify(cup.id(), player, CHEAT))
                                .as(at)
                                .isEqualTo(model.disqualify(cup.id(), player, CHEAT));
                case 3, 4, 5 ->
                        assertThat(confirms(tournaments(), entry))
                                .as(at)
                                .isEqualTo(confirms(model, entry));
                case 6 ->
                        assertThat(tournaments().release(entry.player(), entry.operationId()))
                                .as(at)
                                .isEqualTo(model.release(entry.player(), entry.operationId()));
                case 7 ->
                        assertThat(tournaments().refund(entry.player(), entry.operationId()))
                                .as(at)
                                .isEqualTo(model.refund(entry.player(), entry.operationId()));
                default ->
                        assertThat(tournaments().hold(entry)).as(at).isEqualTo(model.hold(entry));
            }
            assertThat(tournaments().find(cup.id())).as(at).isEqualTo(model.find(cup.id()));
            assertThat(tournaments().entriesOf(cup.id(), player))
                    .as(at)
                    .isEqualTo(model.entriesOf(cup.id(), player));
        }
        for (TournamentDefinition each : cups) {
            assertThat(entries(each.id(), 4)).isEqualTo(model.entries(each.id(), 0, 100).items());
        }
        for (PlayerId each : players) {
            assertThat(history(each, 3)).isEqualTo(model.history(each, null, 100).items());
        }
    }

    private static Object confirms(Tournaments in, TournamentEntry entry) {
        return in.confirm(entry.player(), entry.operationId());
    }

    private Tournaments tournaments() {
        return storage().tournaments();
    }

    private static TestTournaments.Sketch open() {
        return until(CLOSES);
    }

    private static TestTournaments.Sketch until(long closesAt) {
        return TestTournaments.between(OPENS, closesAt);
    }

    private static MinigameId unusedGame() {
        return new MinigameId("game_" + unique());
    }

    private static String unique() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static OperationId operation() {
        return new OperationId("Enter #1 ~" + unique());
    }

    private TournamentDefinition published(TestTournaments.Sketch sketch) {
        TournamentDefinition cup = sketch.done();
        assertThat(tournaments().create(cup)).isTrue();
        assertThat(tournaments().move(cup.id(), 1, TournamentStage.PUBLISHED)).isTrue();
        return cup;
    }

    private static TournamentDefinition renamed(TournamentDefinition of, TournamentId id) {
        return new TournamentDefinition(
                id,
                of.name(),
                of.minigame(),
                of.opensAtMillis(),
                of.closesAtMillis(),
                of.scoring(),
                of.currency(),
                of.entryFee(),
                of.entriesPerPlayer(),
                of.seats(),
                of.requirements(),
                of.prizes());
    }

    private static Tournament counted(
            TournamentDefinition cup,
            long version,
            long last,
            long held,
            long entered,
            long refunded,
            long collected) {
        TournamentStage stage =
                version == 2 ? TournamentStage.PUBLISHED : TournamentStage.CANCELLED;
        return new Tournament(cup, stage, version, last, held, entered, refunded, collected);
    }

    private Tournament found(TournamentId id) {
        return tournaments().find(id).orElseThrow();
    }

    private TournamentEntry found(TournamentEntry entry) {
        return tournaments().entry(entry.player(), entry.operationId()).orElseThrow();
    }

    private static TournamentEntry wanted(TournamentDefinition cup, PlayerId player) {
        return TournamentEntry.wanted(cup, player, operation(), NOW, END);
    }

    private SeatOutcome hold(TournamentEntry wanted) {
        return tournaments().hold(wanted);
    }

    private TournamentEntry held(TournamentDefinition cup, PlayerId player) {
        return held(wanted(cup, player));
    }

    private TournamentEntry heldUntil(TournamentDefinition cup, long untilMillis) {
        return held(TournamentEntry.wanted(cup, unknownPlayer(), operation(), NOW, untilMillis));
    }

    private TournamentEntry held(TournamentEntry wanted) {
        assertThat(hold(wanted)).isInstanceOf(SeatOutcome.Held.class);
        return found(wanted);
    }

    private EntryStep confirm(TournamentEntry entry) {
        return tournaments().confirm(entry.player(), entry.operationId()).orElseThrow();
    }

    private EntryStep release(TournamentEntry entry) {
        return tournaments().release(entry.player(), entry.operationId()).orElseThrow();
    }

    private EntryStep refund(TournamentEntry entry) {
        return tournaments().refund(entry.player(), entry.operationId()).orElseThrow();
    }

    private List<TournamentId> all(MinigameId game, int limit) {
        return all(game, null, limit);
    }

    private List<TournamentId> all(MinigameId game, @Nullable TournamentStage stage, int limit) {
        List<TournamentId> all = new ArrayList<>();
        TournamentPlace after = null;
        Page<Tournament> page;
        do {
            page = tournaments().page(game, stage, after, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            page.items().forEach(each -> all.add(each.id()));
            after = page.items().isEmpty() ? after : page.items().getLast().place();
        } while (page.hasMore());
        return all;
    }

    private List<TournamentId> inStage(TournamentStage stage, long closedUntilMillis) {
        List<TournamentId> all = new ArrayList<>();
        List<Tournament> page = tournaments().inStage(stage, closedUntilMillis, null, 2);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(each.id()));
            page = tournaments().inStage(stage, closedUntilMillis, page.getLast().place(), 2);
        }
        return all;
    }

    private List<TournamentEntry> entries(TournamentId id, int limit) {
        List<TournamentEntry> all = new ArrayList<>();
        Page<TournamentEntry> page;
        do {
            long after = all.isEmpty() ? 0 : all.getLast().number();
            page = tournaments().entries(id, after, limit);
            all.addAll(page.items());
        } while (page.hasMore());
        return all;
    }

    private List<TournamentEntry> history(PlayerId player, int limit) {
        List<TournamentEntry> all = new ArrayList<>();
        Page<TournamentEntry> page;
        do {
            page = tournaments().history(player, all.isEmpty() ? null : all.getLast(), limit);
            all.addAll(page.items());
        } while (page.hasMore());
        return all;
    }

    /** Returns what of {@code cup} is held too long, read in pages of {@code limit}. */
    private List<TournamentEntry> tooLong(TournamentDefinition cup, long untilMillis, int limit) {
        List<TournamentEntry> all = new ArrayList<>();
        List<TournamentEntry> page = tournaments().held(untilMillis, null, limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = tournaments().held(untilMillis, page.getLast(), limit);
        }
        return all.stream().filter(each -> each.tournament().equals(cup.id())).toList();
    }

    private List<TournamentEntry> refundable(TournamentDefinition cup, int limit) {
        List<TournamentEntry> all = new ArrayList<>();
        List<TournamentEntry> page = tournaments().refundable(null, limit);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = tournaments().refundable(page.getLast(), limit);
        }
        return all.stream().filter(each -> each.tournament().equals(cup.id())).toList();
    }
}
