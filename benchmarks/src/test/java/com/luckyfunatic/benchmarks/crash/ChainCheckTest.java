package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.benchmarks.crash.ChainCheck.Link;
import com.luckyfunatic.benchmarks.crash.Outcome.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainCheckTest {
    private static final long PLAYER = 1001;
    private static final Place START = new Place(10, 1_000, 5, 1);

    /** A tap, a purchase for jokers and a purchase for funz, one after the other. */
    private static final Link TAP = link(1, 11, 1_050, 5, 50, 0);

    private static final Link BOOSTER = link(2, 12, 1_050, 2, 0, -3);
    private static final Link CARD = link(3, 13, 850, 2, -200, 0);
    private static final Place END = new Place(13, 850, 2, 1);

    private final ChainCheck check = new ChainCheck(List.of(0L, 7L, 20L));

    @Test
    void the_changes_answered_are_the_changes_of_the_state_in_any_order() {
        assertThat(kinds(List.of(CARD, TAP, BOOSTER), END, Collected.NOTHING)).isEmpty();
    }

    @Test
    void nothing_may_happen() {
        assertThat(kinds(List.of(), START, Collected.NOTHING)).isEmpty();
    }

    @Test
    void looking_at_the_game_may_collect_income() {
        assertThat(kinds(List.of(TAP), new Place(12, 1_053, 5, 1), new Collected(3, 900)))
                .isEmpty();
    }

    @Test
    void a_rank_reached_pays_its_reward() {
        Link tap = new Link(1, new Step(new Place(11, 1_050, 12, 2), 50, 0));
        Link story = new Link(2, new Step(new Place(12, 9_050, 33, 3), 8_000, 1));

        assertThat(kinds(List.of(tap, story), new Place(12, 9_050, 33, 3), Collected.NOTHING))
                .isEmpty();
    }

    @Test
    void a_lost_last_change_is_reported() {
        assertThat(
                        kinds(
                                List.of(TAP, BOOSTER, CARD),
                                new Place(12, 1_050, 2, 1),
                                Collected.NOTHING))
                .containsExactly(Violation.Kind.LOST, Violation.Kind.WRONG_BALANCE);
    }

    @Test
    void a_lost_change_whose_place_another_took_is_reported() {
        // The tap was answered and lost; the purchase after it took its number.
        Link card = link(3, 11, 800, 5, -200, 0);

        assertThat(kinds(List.of(TAP, card), new Place(11, 800, 5, 1), Collected.NOTHING))
                .contains(Violation.Kind.LOST, Violation.Kind.WRONG_BALANCE);
    }

    @Test
    void a_change_applied_twice_is_reported() {
        Link doubled = link(1, 12, 1_100, 5, 50, 0);

        assertThat(kinds(List.of(doubled), new Place(12, 1_100, 5, 1), Collected.NOTHING))
                .containsExactly(Violation.Kind.DOUBLED, Violation.Kind.WRONG_BALANCE);
    }

    @Test
    void a_change_that_nobody_was_answered_for_is_reported() {
        assertThat(kinds(List.of(TAP), new Place(13, 1_050, 5, 1), Collected.NOTHING))
                .containsExactly(Violation.Kind.DOUBLED);
    }

    @Test
    void a_change_that_pays_nothing_and_was_made_twice_is_reported() {
        Link refill = link(2, 11, 1_000, 5, 0, 0);

        assertThat(kinds(List.of(refill), new Place(12, 1_000, 5, 1), Collected.NOTHING))
                .containsExactly(Violation.Kind.DOUBLED);
    }

    @Test
    void a_look_that_collects_a_fraction_is_a_change_and_hides_no_other() {
        Collected fraction = new Collected(0, 40);

        assertThat(kinds(List.of(TAP), new Place(12, 1_050, 5, 1), fraction)).isEmpty();
        assertThat(kinds(List.of(TAP), new Place(13, 1_050, 5, 1), fraction))
                .containsExactly(Violation.Kind.DOUBLED);
        assertThat(kinds(List.of(TAP), new Place(11, 1_050, 5, 1), fraction))
                .containsExactly(Violation.Kind.LOST);
    }

    @Test
    void a_balance_that_its_change_does_not_explain_is_reported() {
        Link overpaid = link(1, 11, 1_100, 5, 50, 0);

        assertThat(kinds(List.of(overpaid), new Place(11, 1_100, 5, 1), Collected.NOTHING))
                .containsExactly(Violation.Kind.WRONG_BALANCE);
    }

    @Test
    void jokers_are_held_to_their_changes_too() {
        Link stolen = link(2, 11, 1_000, 1, 0, -3);

        assertThat(kinds(List.of(stolen), new Place(11, 1_000, 1, 1), Collected.NOTHING))
                .containsExactly(Violation.Kind.WRONG_BALANCE);
    }

    private List<Violation.Kind> kinds(List<Link> links, Place after, Collected collected) {
        return check.check(PLAYER, START, links, after, collected).stream()
                .map(Violation::kind)
                .toList();
    }

    private static Link link(
            long intent, long sequence, long funz, long jokers, long funzDelta, long jokersDelta) {
        return new Link(
                intent, new Step(new Place(sequence, funz, jokers, 1), funzDelta, jokersDelta));
    }
}
