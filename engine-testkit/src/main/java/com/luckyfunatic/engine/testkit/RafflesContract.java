package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.raffle.Raffle;
import com.luckyfunatic.engine.raffle.RaffleCommand.BuyTickets;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RaffleRefusal.RaffleNotOpen;
import com.luckyfunatic.engine.raffle.RaffleRefusal.RaffleSoldOut;
import com.luckyfunatic.engine.raffle.RaffleRefusal.TicketLimitReached;
import com.luckyfunatic.engine.raffle.RaffleRefusal.UnknownRaffle;
import com.luckyfunatic.engine.raffle.RaffleSecrets;
import com.luckyfunatic.engine.raffle.RaffleStep;
import com.luckyfunatic.engine.raffle.RaffleWinner;
import com.luckyfunatic.engine.raffle.SoldTickets;
import com.luckyfunatic.engine.raffle.TicketOutcome;
import com.luckyfunatic.engine.raffle.TicketOutcome.Known;
import com.luckyfunatic.engine.raffle.TicketOutcome.NotReserved;
import com.luckyfunatic.engine.raffle.TicketOutcome.Reserved;
import com.luckyfunatic.engine.raffle.TicketReservation;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.stock.ReservationStep;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Raffles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of raffles does. */
public abstract class RafflesContract extends StorageContract {
    /** So far away that nobody runs them. */
    private static final long CLOSES = 9_000_000_000_000L;

    private static final String HASH = "0f".repeat(32);
    private static final int STEPS = 80;

    private final Queue<TicketReservation> asked = new ConcurrentLinkedQueue<>();

    /** Leaves nothing held behind, and nothing to be given back. */
    @AfterEach
    public final void releaseWhatIsHeld() {
        for (TicketReservation each : asked) {
            raffles().release(each.player(), each.operationId());
            // Of players whom nobody can give anything.
            raffles().refund(each.player(), each.operationId());
        }
        asked.clear();
    }

    @Test
    public void of_a_raffle_that_is_not_there_nothing_is_known() {
        TicketReservation nobodys = wanted(raffle(5, 10), 1);
        RaffleId unknown = nobodys.raffle();

        assertThat(raffles().find(unknown)).isEmpty();
        assertThat(reserve(nobodys)).isEqualTo(new NotReserved(new UnknownRaffle(unknown)));
        assertThat(found(nobodys)).isEmpty();
        assertThat(confirm(nobodys)).isEmpty();
        assertThat(release(nobodys)).isEmpty();
        assertThat(raffles().ticketsHeld(unknown, nobodys.player())).isZero();
        assertThat(raffles().tickets(unknown, 0, 10)).isEmpty();
        assertThat(raffles().ticketsOf(unknown, nobodys.player(), 0, 10)).isEmpty();
        assertThat(raffles().winners(unknown)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> raffles().close(unknown));
        assertThatIllegalArgumentException().isThrownBy(() -> raffles().freeze(unknown, HASH, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> raffles().draw(unknown, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> raffles().markPaid(unknown, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> raffles().finish(unknown));
    }

    @Test
    public void a_raffle_is_kept_as_it_was_made() {
        RaffleDefinition definition =
                TestRaffles.raffle(1, CLOSES, 3, 10, List.of(new Requirement.ReachRank(2)));
        RaffleSecrets secrets = secrets();

        assertThat(raffles().create(definition, secrets)).isTrue();

        assertThat(raffles().find(definition.id())).contains(Raffle.of(definition, secrets));
    }

    @Test
    public void a_name_is_taken_once() {
        RaffleDefinition first = raffle(3, 10);
        RaffleSecrets secrets = secrets();
        raffles().create(first, secrets);
        RaffleDefinition second =
                new RaffleDefinition(first.id(), "Other", "", first.terms(), 1, 1, first.prizes());

        assertThat(raffles().create(second, secrets())).isFalse();

        assertThat(raffles().find(first.id())).contains(Raffle.of(first, secrets));
    }

    @Test
    public void of_many_who_make_it_at_once_one_does() {
        RaffleDefinition definition = raffle(3, 10);

        List<Boolean> made = Together.run(20, _ -> raffles().create(definition, secrets()));

        assertThat(made).containsOnlyOnce(true);
    }

    @Test
    public void what_is_reserved_is_held_and_can_be_read_as_it_was_asked_for() {
        RaffleDefinition raffle = created(raffle(5, 10));
        TicketReservation wanted =
                new TicketReservation(
                        unknownPlayer(),
                        operation("Buy #1 "),
                        new BuyTickets(raffle.id(), 3, TestRaffles.PRICE, raffle.terms()),
                        CLOSES);

        assertThat(reserve(wanted)).isEqualTo(new Reserved(wanted));

        assertThat(found(wanted)).contains(wanted);
        assertCounts(raffle, 3, 0, 0);
        assertThat(raffles().ticketsHeld(raffle.id(), wanted.player())).isEqualTo(3);
        assertThat(raffles().tickets(raffle.id(), 0, 10)).isEmpty();
    }

    @Test
    public void the_same_operation_holds_its_tickets_once() {
        RaffleDefinition raffle = created(raffle(5, 5));
        TicketReservation wanted = reserved(wanted(raffle, 2));

        assertThat(reserve(wanted)).isEqualTo(new Known(wanted));
        reserved(wanted(raffle, 3));
        assertThat(reserve(wanted)).isEqualTo(new Known(wanted));
        raffles().close(raffle.id());
        assertThat(reserve(wanted)).isEqualTo(new Known(wanted));

        assertCounts(raffle, 5, 0, 0);
    }

    @Test
    public void an_operation_that_asks_for_something_else_gets_what_it_asked_for_first() {
        TicketReservation first = reserved(wanted(created(raffle(5, 10)), 2));
        RaffleDefinition other = created(raffle(5, 10));
        TicketReservation second =
                new TicketReservation(
                        first.player(), first.operationId(), wanted(other, 1).command(), CLOSES);

        assertThat(reserve(second)).isEqualTo(new Known(first));

        assertCounts(other, 0, 0, 0);
    }

    @Test
    public void the_last_ticket_can_be_had_and_no_more() {
        RaffleDefinition raffle = created(raffle(5, 5));
        TicketReservation four = reserved(wanted(raffle, 4));

        assertThat(reserve(wanted(raffle, 2))).isEqualTo(new NotReserved(new RaffleSoldOut(1)));
        confirm(four);
        reserved(wanted(raffle, 1));
        assertThat(reserve(wanted(raffle, 1))).isEqualTo(new NotReserved(new RaffleSoldOut(0)));

        assertCounts(raffle, 1, 4, 1);
    }

    @Test
    public void a_player_holds_as_many_as_the_limit_allows_and_no_more() {
        RaffleDefinition raffle = created(raffle(3, 10));
        PlayerId player = unknownPlayer();
        TicketReservation two = reserved(wanted(raffle, player, 2));

        assertThat(reserve(wanted(raffle, player, 2)))
                .isEqualTo(new NotReserved(new TicketLimitReached(3, 1)));
        confirm(two);
        TicketReservation last = reserved(wanted(raffle, player, 1));
        TicketReservation tooMany = wanted(raffle, player, 1);
        assertThat(reserve(tooMany)).isEqualTo(new NotReserved(new TicketLimitReached(3, 0)));
        assertThat(raffles().ticketsHeld(raffle.id(), player)).isEqualTo(3);

        release(last);
        // Nothing was kept of the question.
        reserved(tooMany);
        reserved(wanted(raffle, 3));
    }

    @Test
    public void what_is_released_goes_back_once_and_is_never_sold() {
        RaffleDefinition raffle = created(raffle(5, 10));
        TicketReservation one = reserved(wanted(raffle, 2));
        reserved(wanted(raffle, 1));

        assertThat(release(one)).contains(one.released());
        assertThat(release(one)).contains(one.released());
        assertThat(confirm(one)).contains(one.released());

        assertThat(found(one)).contains(one.released());
        assertThat(reserve(one)).isEqualTo(new Known(one.released()));
        assertCounts(raffle, 1, 0, 0);
        assertThat(raffles().ticketsHeld(raffle.id(), one.player())).isZero();
    }

    @Test
    public void tickets_get_their_numbers_when_they_are_sold_once_and_for_good() {
        RaffleDefinition raffle = created(raffle(5, 20));
        PlayerId player = unknownPlayer();
        TicketReservation first = reserved(wanted(raffle, player, 2));
        TicketReservation second = reserved(wanted(raffle, 3));
        TicketReservation third = reserved(wanted(raffle, player, 1));

        assertThat(confirm(second)).contains(second.sold(1));
        assertThat(confirm(third)).contains(third.sold(4));
        assertThat(confirm(first)).contains(first.sold(5));
        assertThat(confirm(second)).contains(second.sold(1));
        assertThat(release(second)).contains(second.sold(1));

        SoldTickets a = new SoldTickets(1, 3, second.player());
        SoldTickets b = new SoldTickets(4, 1, player);
        SoldTickets c = new SoldTickets(5, 2, player);
        assertThat(raffles().tickets(raffle.id(), 0, 10)).containsExactly(a, b, c);
        assertThat(raffles().tickets(raffle.id(), 0, 2)).containsExactly(a, b);
        assertThat(raffles().tickets(raffle.id(), 4, 2)).containsExactly(c);
        assertThat(raffles().tickets(raffle.id(), 6, 2)).isEmpty();
        assertThat(raffles().ticketsOf(raffle.id(), player, 0, 10)).containsExactly(b, c);
        assertThat(raffles().ticketsOf(raffle.id(), player, 4, 10)).containsExactly(c);
        assertThat(raffles().ticketsOf(raffle.id(), player, 0, 1)).containsExactly(b);
        assertCounts(raffle, 0, 6, 2);
    }

    @Test
    public void a_raffle_that_is_closed_sells_what_is_reserved_and_nothing_else() {
        RaffleDefinition raffle = created(raffle(5, 10));
        TicketReservation held = reserved(wanted(raffle, 2));

        raffles().close(raffle.id());
        raffles().close(raffle.id());

        assertThat(reserve(wanted(raffle, 1)))
                .isEqualTo(new NotReserved(new RaffleNotOpen(1, CLOSES)));
        assertThat(confirm(held)).contains(held.sold(1));
        assertThat(step(raffle)).isEqualTo(RaffleStep.CLOSED);
    }

    @Test
    public void a_list_is_frozen_when_it_is_complete_and_stays() {
        RaffleDefinition raffle = created(raffle(5, 10));
        TicketReservation held = reserved(wanted(raffle, 2));

        raffles().freeze(raffle.id(), HASH, 0);
        assertThat(step(raffle)).as("open").isEqualTo(RaffleStep.OPEN);
        raffles().close(raffle.id());
        raffles().freeze(raffle.id(), HASH, 0);
        raffles().freeze(raffle.id(), HASH, 2);
        assertThat(step(raffle)).as("held").isEqualTo(RaffleStep.CLOSED);
        confirm(held);
        raffles().freeze(raffle.id(), HASH, 0);
        assertThat(step(raffle)).as("another list").isEqualTo(RaffleStep.CLOSED);
        raffles().freeze(raffle.id(), HASH, 2);
        raffles().freeze(raffle.id(), "1e".repeat(32), 2);
        raffles().close(raffle.id());

        Raffle frozen = raffles().find(raffle.id()).orElseThrow();
        assertThat(frozen.step()).isEqualTo(RaffleStep.FROZEN);
        assertThat(frozen.listHash()).isEqualTo(HASH);
        assertThat(reserve(wanted(raffle, 1))).isInstanceOf(NotReserved.class);
        assertThat(confirm(held)).contains(held.sold(1));
    }

    @Test
    public void winners_are_drawn_once_and_paid_before_it_is_done() {
        RaffleDefinition raffle = frozen();
        PlayerId player = unknownPlayer();
        RaffleWinner first = new RaffleWinner(1, 2, player, false);
        RaffleWinner second = new RaffleWinner(2, 1, player, false);

        raffles().draw(raffle.id(), List.of(first, second));
        raffles().draw(raffle.id(), List.of(new RaffleWinner(1, 1, player, false)));
        assertThat(raffles().winners(raffle.id())).containsExactly(first, second);
        raffles().finish(raffle.id());
        assertThat(step(raffle)).isEqualTo(RaffleStep.DRAWN);

        raffles().markPaid(raffle.id(), 2);
        raffles().markPaid(raffle.id(), 2);
        raffles().finish(raffle.id());
        assertThat(step(raffle)).isEqualTo(RaffleStep.DRAWN);
        assertThat(raffles().winners(raffle.id())).containsExactly(first, second.paid());
        raffles().markPaid(raffle.id(), 1);
        assertThat(step(raffle)).isEqualTo(RaffleStep.DRAWN);
        raffles().finish(raffle.id());
        raffles().finish(raffle.id());

        assertThat(step(raffle)).isEqualTo(RaffleStep.DONE);
        assertThat(raffles().winners(raffle.id())).containsExactly(first.paid(), second.paid());
    }

    @Test
    public void no_step_is_left_out() {
        RaffleDefinition raffle = created(raffle(5, 10));

        raffles().draw(raffle.id(), List.of(new RaffleWinner(1, 1, unknownPlayer(), false)));
        raffles().finish(raffle.id());
        raffles().freeze(raffle.id(), HASH, 0);

        assertThat(step(raffle)).isEqualTo(RaffleStep.OPEN);
        assertThat(raffles().winners(raffle.id())).isEmpty();
        raffles().close(raffle.id());
        raffles().draw(raffle.id(), List.of(new RaffleWinner(1, 1, unknownPlayer(), false)));
        raffles().finish(raffle.id());
        assertThat(step(raffle)).isEqualTo(RaffleStep.CLOSED);
        assertThat(raffles().winners(raffle.id())).isEmpty();
    }

    @Test
    public void until_the_draw_a_raffle_can_be_cancelled_and_nothing_else_happens_to_it_then() {
        RaffleDefinition open = created(raffle(5, 10));
        RaffleDefinition closed = created(raffle(5, 10));
        raffles().close(closed.id());
        RaffleDefinition frozen = frozen();
        for (RaffleDefinition each : List.of(open, closed, frozen)) {
            raffles().cancel(each.id());
            raffles().cancel(each.id());
            raffles().close(each.id());
            raffles().freeze(each.id(), HASH, 0);
            raffles().draw(each.id(), List.of(new RaffleWinner(1, 1, unknownPlayer(), false)));

            assertThat(step(each)).isEqualTo(RaffleStep.CANCELLED);
            assertThat(raffles().winners(each.id())).isEmpty();
            assertThat(reserve(wanted(each, 1))).isInstanceOf(NotReserved.class);
            assertThat(unfinished()).doesNotContain(each.id());
            assertThat(cancelled()).contains(each.id());
            assertThat(all(after -> raffles().list(after, 100))).contains(each.id());
        }
    }

    @Test
    public void what_is_drawn_or_done_is_not_cancelled() {
        RaffleDefinition raffle = frozen();
        raffles().draw(raffle.id(), List.of());

        raffles().cancel(raffle.id());
        assertThat(step(raffle)).isEqualTo(RaffleStep.DRAWN);
        raffles().finish(raffle.id());
        raffles().cancel(raffle.id());

        assertThat(step(raffle)).isEqualTo(RaffleStep.DONE);
        assertThat(cancelled()).doesNotContain(raffle.id());
    }

    @Test
    public void a_cancelled_raffle_ends_when_every_purchase_is_given_back() {
        RaffleDefinition raffle = created(raffle(5, 10));
        TicketReservation first = reserved(wanted(raffle, 2));
        TicketReservation second = reserved(wanted(raffle, 1));
        TicketReservation late = reserved(wanted(raffle, 3));
        TicketReservation none = reserved(wanted(raffle, 1));
        TicketReservation firstSold = confirm(first).orElseThrow();
        TicketReservation secondSold = confirm(second).orElseThrow();
        assertThat(refundable(raffle)).as("not cancelled").isEmpty();
        assertThat(refund(first)).contains(firstSold);
        raffles().cancel(raffle.id());

        assertThat(refundable(raffle)).containsExactly(firstSold, secondSold);
        assertThat(raffles().refundable(raffle.id(), firstSold.first(), 1))
                .containsExactly(secondSold);
        raffles().finish(raffle.id());
        assertThat(step(raffle)).isEqualTo(RaffleStep.CANCELLED);
        assertThat(refund(first)).contains(firstSold.refunded());
        assertThat(refund(first)).contains(firstSold.refunded());
        assertThat(found(first)).contains(firstSold.refunded());
        assertThat(confirm(first)).contains(firstSold.refunded());
        assertThat(release(first)).contains(firstSold.refunded());
        assertThat(refundable(raffle)).containsExactly(secondSold);
        assertThat(raffles().ticketsHeld(raffle.id(), first.player())).isZero();
        assertThat(refund(second)).contains(secondSold.refunded());
        assertThat(refund(none)).as("not paid").contains(none);
        raffles().finish(raffle.id());
        assertThat(step(raffle)).as("held").isEqualTo(RaffleStep.CANCELLED);

        // Purchases that were under way still come to their end.
        TicketReservation lateSold = confirm(late).orElseThrow();
        release(none);
        raffles().finish(raffle.id());
        assertThat(step(raffle)).as("late").isEqualTo(RaffleStep.CANCELLED);
        assertThat(refundable(raffle)).containsExactly(lateSold);
        assertThat(refund(late)).contains(lateSold.refunded());
        raffles().finish(raffle.id());

        assertThat(step(raffle)).isEqualTo(RaffleStep.REFUNDED);
        assertThat(cancelled()).doesNotContain(raffle.id());
        assertCounts(raffle, 0, 6, 3);
        raffles().cancel(raffle.id());
        assertThat(step(raffle)).isEqualTo(RaffleStep.REFUNDED);
        assertThat(refund(wanted(raffle, 1))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> raffles().cancel(wanted(raffle(1, 1), 1).raffle()));
    }

    private List<TicketReservation> refundable(RaffleDefinition raffle) {
        return raffles().refundable(raffle.id(), 0, 100);
    }

    private Optional<TicketReservation> refund(TicketReservation sold) {
        return raffles().refund(sold.player(), sold.operationId());
    }

    private List<RaffleId> cancelled() {
        return all(after -> raffles().cancelled(after, 1));
    }

    @Test
    public void raffles_are_listed_by_their_end() {
        RaffleDefinition early = created(TestRaffles.raffle(1, CLOSES - 5, 1, 1));
        RaffleDefinition late = created(TestRaffles.raffle(1, CLOSES + 5, 1, 1));
        RaffleDefinition middle = created(TestRaffles.raffle(1, CLOSES, 1, 1));
        List<RaffleId> mine = List.of(early.id(), late.id(), middle.id());

        for (int limit : new int[] {1, 2, Page.LIMIT_MAX}) {
            assertThat(all(after -> raffles().list(after, limit)))
                    .filteredOn(mine::contains)
                    .containsExactly(late.id(), middle.id(), early.id());
            assertThat(all(after -> raffles().unfinished(CLOSES, after, limit)))
                    .filteredOn(mine::contains)
                    .containsExactly(early.id(), middle.id());
        }
        assertThat(all(after -> raffles().unfinished(CLOSES - 6, after, 100)))
                .doesNotContainAnyElementsOf(mine);
    }

    @Test
    public void what_is_done_is_not_unfinished() {
        RaffleDefinition raffle = frozen();
        raffles().draw(raffle.id(), List.of());
        assertThat(unfinished()).contains(raffle.id());

        raffles().finish(raffle.id());

        assertThat(unfinished()).doesNotContain(raffle.id());
        assertThat(all(after -> raffles().list(after, 100))).contains(raffle.id());
    }

    @Test
    public void what_is_held_too_long_is_told_in_the_order_of_its_end() {
        RaffleDefinition raffle = created(raffle(50, 50));
        TicketReservation third = reserved(ending(raffle, 7_002));
        TicketReservation second = reserved(ending(raffle, 7_001));
        TicketReservation first = reserved(ending(raffle, 7_000));
        TicketReservation sold = reserved(ending(raffle, 7_000));
        confirm(sold);

        assertThat(held(6_999, 100)).isEmpty();
        assertThat(held(7_000, 100)).containsExactly(first);
        for (int limit = 1; limit <= 3; limit++) {
            assertThat(held(7_002, limit)).containsExactly(first, second, third);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Page.LIMIT_MAX + 1})
    public void a_page_of_another_size_is_not_allowed(int limit) {
        assertThatIllegalArgumentException().isThrownBy(() -> raffles().list(null, limit));
        assertThatIllegalArgumentException().isThrownBy(() -> raffles().unfinished(1, null, limit));
        assertThatIllegalArgumentException().isThrownBy(() -> raffles().held(1, null, limit));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Raffles.TICKETS_LIMIT_MAX + 1})
    public void a_page_of_tickets_of_another_size_is_not_allowed(int limit) {
        RaffleId any = new RaffleId("any");
        PlayerId player = unknownPlayer();

        assertThatIllegalArgumentException().isThrownBy(() -> raffles().tickets(any, 0, limit));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> raffles().ticketsOf(any, player, 0, limit));
    }

    @ParameterizedTest
    @MethodSource("com.luckyfunatic.engine.testkit.Seeds#all")
    public void a_history_gives_what_a_list_gives_that_is_counted_anew(long seed) {
        RandomGenerator random = Seeds.random(seed);
        ModelRaffles model = new ModelRaffles();
        List<RaffleDefinition> all = List.of(raffle(6, 40), raffle(9, 25));
        RaffleSecrets secrets = secrets();
        all.forEach(each -> {
            raffles().create(each, secrets);
            model.create(each, secrets);
        });
        List<PlayerId> players = List.of(unknownPlayer(), unknownPlayer(), unknownPlayer());
        List<TicketReservation> wanted = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            String at = "seed " + seed + ", step " + step;
            if (wanted.isEmpty() || random.nextInt(3) > 0) {
                boolean again = !wanted.isEmpty() && random.nextInt(4) == 0;
                TicketReservation next =
                        again
                                ? one(random, wanted)
                                : wanted(
                                        one(random, all),
                                        one(random, players),
                                        random.nextInt(1, 4));
                wanted.add(next);
                assertThat(reserve(next)).as(at).isEqualTo(model.reserve(next));
            } else {
                TicketReservation each = one(random, wanted);
                boolean sells = random.nextInt(3) > 0;
                assertThat(sells ? confirm(each) : release(each))
                        .as(at)
                        .isEqualTo(
                                sells
                                        ? model.confirm(each.player(), each.operationId())
                                        : model.release(each.player(), each.operationId()));
            }
            for (RaffleDefinition each : all) {
                if (step == STEPS - 10) {
                    raffles().close(each.id());
                    model.close(each.id());
                }
                assertThat(raffles().find(each.id())).as(at).isEqualTo(model.find(each.id()));
            }
        }
        for (RaffleDefinition each : all) {
            assertThat(raffles().tickets(each.id(), 0, 100))
                    .isEqualTo(model.tickets(each.id(), 0, 100));
            for (PlayerId player : players) {
                assertThat(raffles().ticketsHeld(each.id(), player))
                        .isEqualTo(model.ticketsHeld(each.id(), player));
            }
        }
    }

    private static <T> T one(RandomGenerator random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Test
    public void of_many_who_want_the_last_tickets_at_once_exactly_as_many_get_one() {
        RaffleDefinition raffle = created(raffle(3, 13));
        reserved(wanted(raffle, 3));

        List<TicketOutcome> outcomes =
                Together.run(
                        50,
                        _ -> {
                            TicketReservation mine = wanted(raffle, 1);
                            TicketOutcome outcome = reserve(mine);
                            if (outcome instanceof Reserved) {
                                confirm(mine);
                            }
                            return outcome;
                        });

        assertThat(outcomes.stream().filter(Reserved.class::isInstance).count()).isEqualTo(10);
        assertThat(raffles().tickets(raffle.id(), 0, 100).stream().map(SoldTickets::first))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertCounts(raffle, 3, 10, 10);
    }

    @Test
    public void a_player_who_buys_with_many_hands_stays_within_the_limit() {
        RaffleDefinition raffle = created(raffle(5, 100));
        PlayerId player = unknownPlayer();

        List<TicketOutcome> outcomes = Together.run(30, _ -> reserve(wanted(raffle, player, 1)));

        assertThat(outcomes.stream().filter(Reserved.class::isInstance).count()).isEqualTo(5);
        assertThat(raffles().ticketsHeld(raffle.id(), player)).isEqualTo(5);
    }

    @Test
    public void nothing_comes_into_a_list_that_is_frozen_while_a_crowd_buys() {
        RaffleDefinition raffle = created(raffle(5, 1_000));

        Together.run(
                40,
                caller -> {
                    for (int i = 0; i < 5; i++) {
                        TicketReservation mine = wanted(raffle, 1);
                        if (reserve(mine) instanceof Reserved) {
                            assertThat(confirm(mine).orElseThrow().step())
                                    .isEqualTo(ReservationStep.SOLD);
                        }
                        if (caller == 20 && i == 2) {
                            raffles().close(raffle.id());
                        }
                        if (caller > 35) {
                            int sold = raffles().find(raffle.id()).orElseThrow().sold();
                            raffles().freeze(raffle.id(), sold(sold), sold);
                        }
                    }
                    return true;
                });
        Raffle after = raffles().find(raffle.id()).orElseThrow();
        raffles().freeze(raffle.id(), sold(after.sold()), after.sold());

        Raffle frozen = raffles().find(raffle.id()).orElseThrow();
        assertThat(frozen.step()).isEqualTo(RaffleStep.FROZEN);
        assertThat(frozen.listHash()).isEqualTo(sold(frozen.sold()));
        assertThat(frozen.reserved()).isZero();
    }

    /** A hash that tells for how many tickets it was made. */
    private static String sold(int tickets) {
        return String.format("%064x", tickets);
    }

    private Raffles raffles() {
        return storage().raffles();
    }

    private static RaffleDefinition raffle(int limit, int tickets) {
        return TestRaffles.raffle(1, CLOSES, limit, tickets);
    }

    private RaffleDefinition created(RaffleDefinition definition) {
        assertThat(raffles().create(definition, secrets())).isTrue();
        return definition;
    }

    private RaffleDefinition frozen() {
        RaffleDefinition raffle = created(raffle(5, 10));
        confirm(reserved(wanted(raffle, 2)));
        raffles().close(raffle.id());
        raffles().freeze(raffle.id(), HASH, 2);
        return raffle;
    }

    private static RaffleSecrets secrets() {
        return RaffleSecrets.random(Seeds.random(UUID.randomUUID().getMostSignificantBits()));
    }

    private static OperationId operation(String text) {
        return new OperationId(text + UUID.randomUUID().toString().replace("-", ""));
    }

    private TicketReservation wanted(RaffleDefinition raffle, int quantity) {
        return wanted(raffle, unknownPlayer(), quantity);
    }

    private static TicketReservation wanted(
            RaffleDefinition raffle, PlayerId player, int quantity) {
        return new TicketReservation(
                player,
                operation("buy"),
                new BuyTickets(raffle.id(), quantity, TestRaffles.PRICE, raffle.terms()),
                CLOSES);
    }

    private TicketReservation ending(RaffleDefinition raffle, long untilMillis) {
        TicketReservation any = wanted(raffle, 1);
        return new TicketReservation(any.player(), any.operationId(), any.command(), untilMillis);
    }

    private TicketOutcome reserve(TicketReservation wanted) {
        asked.add(wanted);
        return raffles().reserve(wanted);
    }

    private TicketReservation reserved(TicketReservation wanted) {
        assertThat(reserve(wanted)).isEqualTo(new Reserved(wanted));
        return wanted;
    }

    private Optional<TicketReservation> confirm(TicketReservation reservation) {
        return raffles().confirm(reservation.player(), reservation.operationId());
    }

    private Optional<TicketReservation> release(TicketReservation reservation) {
        return raffles().release(reservation.player(), reservation.operationId());
    }

    private Optional<TicketReservation> found(TicketReservation reservation) {
        return raffles().reservation(reservation.player(), reservation.operationId());
    }

    private RaffleStep step(RaffleDefinition raffle) {
        return raffles().find(raffle.id()).orElseThrow().step();
    }

    private void assertCounts(RaffleDefinition raffle, int reserved, int sold, int players) {
        Raffle now = raffles().find(raffle.id()).orElseThrow();
        assertThat(List.of(now.reserved(), now.sold(), now.players()))
                .containsExactly(reserved, sold, players);
    }

    private List<RaffleId> unfinished() {
        return all(after -> raffles().unfinished(CLOSES, after, Page.LIMIT_MAX));
    }

    private static List<RaffleId> all(Function<@Nullable Raffle, List<Raffle>> pages) {
        List<RaffleId> all = new ArrayList<>();
        List<Raffle> page = pages.apply(null);
        while (!page.isEmpty()) {
            page.forEach(each -> all.add(each.id()));
            page = pages.apply(page.getLast());
        }
        return all;
    }

    private List<TicketReservation> held(long untilMillis, int limit) {
        List<TicketReservation> all = new ArrayList<>();
        List<TicketReservation> page = raffles().held(untilMillis, null, limit);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            page = raffles().held(untilMillis, page.getLast(), limit);
        }
        return all.stream().filter(asked::contains).toList();
    }
}
