package com.luckyfunatic.benchmarks.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.benchmarks.transfer.Violation.Kind;
import com.luckyfunatic.engine.testkit.FakePlatform.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That the check reports what it is for, on made-up histories. */
class TransferCheckTest {
    private static final String ITEM = "brass_gear";
    private static final long BEFORE = 100;

    /** Two players: one sends 3 and 7, of which the platform refuses the second; the other 5. */
    private final List<Asked> asked =
            new ArrayList<>(
                    List.of(asked(0, "a", 3), asked(0, "b", 7), asked(1, "c", 5), silent(1, 4)));

    private final List<Listed> listed =
            new ArrayList<>(
                    List.of(
                            listed(0, "a", 3, "confirmed", false),
                            listed(0, "b", 7, "failed", true),
                            listed(1, "c", 5, "confirmed", false)));

    private final List<Arrival> arrivals =
            new ArrayList<>(
                    List.of(
                            arrival(0, "a", 3, Verdict.ACCEPTED, false, false),
                            arrival(0, "b", 7, Verdict.REFUSED, false, false),
                            arrival(1, "c", 5, Verdict.ACCEPTED, false, false)));

    private final List<Holder> holders =
            new ArrayList<>(
                    List.of(
                            new Holder("account-0", BEFORE, BEFORE - 3),
                            new Holder("account-1", BEFORE, BEFORE - 5)));

    private static Asked asked(int player, String transfer, int count) {
        return new Asked(player, "key-" + transfer, count, transfer, transfer);
    }

    /** A request whose player has gone away without an answer. */
    private static Asked silent(int player, int count) {
        return new Asked(player, "key-of-nobody", count, null, null);
    }

    private static Listed listed(
            int player, String transfer, int count, String status, boolean givenBack) {
        return new Listed(player, transfer, "account-" + player, ITEM, count, status, givenBack);
    }

    private static Arrival arrival(
            int player,
            String transfer,
            int count,
            Verdict verdict,
            boolean again,
            boolean copied) {
        return new Arrival(transfer, "account-" + player, ITEM, count, verdict, again, copied);
    }

    private List<Kind> found() {
        return TransferCheck.of(ITEM, holders, asked, listed, arrivals).stream()
                .map(Violation::kind)
                .toList();
    }

    private void holds(int player, long items) {
        holders.set(player, new Holder("account-" + player, BEFORE, items));
    }

    @Test
    void a_history_in_which_each_ends_once_is_right() {
        assertThat(found()).isEmpty();
    }

    @Test
    void what_was_asked_for_without_an_answer_may_have_been_done() {
        listed.add(listed(1, "d", 4, "confirmed", false));
        arrivals.add(arrival(1, "d", 4, Verdict.ACCEPTED, false, false));
        holds(1, BEFORE - 9);

        assertThat(found()).isEmpty();
    }

    @Test
    void what_the_network_copied_or_brought_too_late_is_nobodys_fault() {
        arrivals.add(arrival(0, "a", 3, Verdict.ACCEPTED, true, true));
        arrivals.add(arrival(0, "a", 3, Verdict.STALE, true, false));

        assertThat(found()).isEmpty();
    }

    @Test
    void what_was_answered_and_is_not_there_is_lost() {
        listed.remove(2);
        arrivals.remove(2);
        holds(1, BEFORE);

        assertThat(found()).containsExactly(Kind.LOST);
    }

    @Test
    void items_that_left_for_nothing_are_lost() {
        holds(1, BEFORE - 6);

        assertThat(found()).containsExactly(Kind.LOST);
    }

    @Test
    void what_is_confirmed_and_not_on_the_platform_is_lost() {
        arrivals.remove(2);

        assertThat(found()).containsExactly(Kind.LOST);
    }

    @Test
    void what_is_confirmed_and_was_refused_is_lost() {
        listed.set(1, listed(0, "b", 7, "confirmed", false));
        holds(0, BEFORE - 10);

        assertThat(found()).containsExactly(Kind.LOST);
    }

    @Test
    void two_requests_with_one_answer_are_one_transfer_too_few() {
        asked.set(1, new Asked(0, "key-b", 3, "a", "a"));

        assertThat(found()).contains(Kind.LOST);
    }

    @Test
    void items_that_are_back_and_on_the_platform_are_doubled() {
        listed.set(2, listed(1, "c", 5, "failed", true));
        holds(1, BEFORE);

        assertThat(found()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void items_that_were_given_back_twice_are_doubled() {
        holds(0, BEFORE - 3 + 7);

        assertThat(found()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void a_repeat_that_made_another_transfer_is_doubled() {
        asked.set(2, new Asked(1, "key-c", 5, "c", "e"));
        listed.add(listed(1, "e", 5, "confirmed", false));
        listed.add(listed(1, "f", 4, "confirmed", false));
        arrivals.add(arrival(1, "e", 5, Verdict.ACCEPTED, false, false));
        arrivals.add(arrival(1, "f", 4, Verdict.ACCEPTED, false, false));
        holds(1, BEFORE - 14);

        // By the answer, and because there are more than he asked for.
        assertThat(found()).containsExactly(Kind.DOUBLED, Kind.DOUBLED);
    }

    @Test
    void one_that_is_listed_twice_is_doubled() {
        listed.add(listed(1, "c", 5, "confirmed", false));
        holds(1, BEFORE - 10);

        assertThat(found()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void what_the_platform_has_and_nobody_sent_is_doubled() {
        arrivals.add(arrival(1, "e", 5, Verdict.ACCEPTED, false, false));

        assertThat(found()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void what_had_arrived_and_was_sent_again_was_sent_blindly() {
        arrivals.add(arrival(0, "a", 3, Verdict.ACCEPTED, true, false));

        assertThat(found()).containsExactly(Kind.SENT_BLINDLY);
    }

    @Test
    void what_is_under_way_when_all_is_over_is_stuck() {
        for (String status : List.of("pending", "sent", "unknown", "failed")) {
            listed.set(2, listed(1, "c", 5, status, false));

            assertThat(found()).as(status).containsExactly(Kind.STUCK);
        }
    }

    @Test
    void another_count_account_or_owner_is_told() {
        Listed right = listed.get(2);
        listed.set(2, listed(1, "c", 6, "confirmed", false));
        holds(1, BEFORE - 6);
        assertThat(found()).containsExactly(Kind.CHANGED, Kind.CHANGED);

        listed.set(2, right);
        holds(1, BEFORE - 5);
        arrivals.set(2, arrival(0, "c", 5, Verdict.ACCEPTED, false, false));
        assertThat(found()).containsExactly(Kind.CHANGED);
    }

    @Test
    void what_was_given_back_without_the_platforms_word_is_told() {
        arrivals.remove(1);

        assertThat(found()).containsExactly(Kind.CHANGED);
    }
}
