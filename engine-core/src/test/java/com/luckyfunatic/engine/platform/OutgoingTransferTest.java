package com.luckyfunatic.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import org.junit.jupiter.api.Test;

class OutgoingTransferTest {
    private static final PlayerId PLAYER = new PlayerId(7);
    private static final OutgoingTransfer OPEN =
            OutgoingTransfer.open(
                    new Transfer(
                            new TransferId("0123456789abcdef0123456789abcdef"),
                            PLAYER,
                            new PlatformAccountId("a"),
                            new ItemId("shard"),
                            2,
                            1_000));

    @Test
    void is_due_at_once_and_never_when_it_is_finished() {
        assertThat(OPEN.dueAtMillis()).isEqualTo(1_000);
        assertThat(OPEN.confirmed(1).dueAtMillis()).isEqualTo(OutgoingTransfer.NEVER);
        assertThat(OPEN.failed(5, 1, "no").dueAtMillis()).isEqualTo(5);
        assertThat(OPEN.failed(5, 1, "no").givenBack(2).dueAtMillis())
                .isEqualTo(OutgoingTransfer.NEVER);
    }

    @Test
    void is_given_back_only_after_it_was() {
        OutgoingTransfer failed = OPEN.failed(5, 1, "no");

        assertThat(OPEN.isGivenBack()).isFalse();
        assertThat(OPEN.confirmed(1).isGivenBack()).isFalse();
        assertThat(failed.isGivenBack()).isFalse();
        assertThat(failed.taken(6, 2).isGivenBack()).isFalse();
        assertThat(failed.taken(6, 2).step()).isEqualTo(TransferStep.FAILED);
        assertThat(failed.givenBack(2).isGivenBack()).isTrue();
    }

    @Test
    void what_was_sent_by_somebody_who_died_is_unknown_to_the_next() {
        OutgoingTransfer sent = OPEN.sending(2_000, 1);

        assertThat(sent.sentAtMillis()).isEqualTo(2_000);
        assertThat(sent.sends()).isOne();
        assertThat(sent.taken(9_000, 2).step()).isEqualTo(TransferStep.UNKNOWN);
        assertThat(sent.taken(9_000, 2).sentAtMillis()).isEqualTo(2_000);
    }

    @Test
    void reasons_are_short_and_on_one_line() {
        assertThat(OPEN.failed(1, 1, "no\r\n{\"a\":\"ä\"}").reason())
                .isEqualTo("no??{\"a\":\"?\"}");
        assertThat(OPEN.failed(1, 1, "x".repeat(101)).reason()).isEqualTo("x".repeat(100));
        assertThat(OPEN.failed(1, 1, " ").reason()).isNull();
    }

    @Test
    void a_decision_is_known_again_whatever_was_said_before_and_after() {
        OutgoingTransfer unknown = OPEN.sending(2_000, 1).unknown(3_000, 2, "HTTP 500");
        OutgoingTransfer returned = unknown.returnedBy("plan a", 9_000, 3);
        OutgoingTransfer confirmed = OPEN.confirmedBy("plan a", 3);

        assertThat(returned.step()).isEqualTo(TransferStep.FAILED);
        assertThat(returned.dueAtMillis()).isEqualTo(9_000);
        assertThat(returned.reason()).isEqualTo("returned by plan a; HTTP 500");
        assertThat(returned.isDecidedBy(TransferRemedy.RETURN, "plan a")).isTrue();
        assertThat(returned.contradicted(4).isDecidedBy(TransferRemedy.RETURN, "plan a")).isTrue();
        assertThat(returned.isDecidedBy(TransferRemedy.RETURN, "plan")).isFalse();
        assertThat(returned.isDecidedBy(TransferRemedy.CONFIRM, "plan a")).isFalse();
        assertThat(returned.isDecidedBy(TransferRemedy.RETRY, "plan a")).isFalse();
        assertThat(confirmed.reason()).isEqualTo("confirmed by plan a");
        assertThat(confirmed.isDecidedBy(TransferRemedy.CONFIRM, "plan a")).isTrue();
        assertThat(confirmed.isDecidedBy(TransferRemedy.CONFIRM, "plan b")).isFalse();
        assertThat(confirmed.isDecidedBy(TransferRemedy.RETURN, "plan a")).isFalse();
        assertThat(OPEN.confirmed(1).isDecidedBy(TransferRemedy.CONFIRM, "plan a")).isFalse();
    }

    @Test
    void who_confirmed_it_shows() {
        assertThat(OPEN.isConfirmedByDecision()).isFalse();
        assertThat(OPEN.confirmed(1).isConfirmedByDecision()).isFalse();
        assertThat(OPEN.confirmedBy("plan a", 1).isConfirmedByDecision()).isTrue();
        assertThat(OPEN.confirmedBy("plan a", 1).contradicted(2).isConfirmedByDecision()).isFalse();
    }

    @Test
    void what_the_platform_says_otherwise_is_noted_and_changes_nothing() {
        OutgoingTransfer returned = OPEN.returnedBy("plan a", 9_000, 3).givenBack(4);
        OutgoingTransfer contradicted = returned.contradicted(5);

        assertThat(OPEN.isContradicted()).isFalse();
        assertThat(returned.isContradicted()).isFalse();
        assertThat(contradicted.isContradicted()).isTrue();
        assertThat(contradicted.isGivenBack()).isTrue();
        assertThat(contradicted.fence()).isEqualTo(5);
    }

    @Test
    void what_cannot_be_done_now_waits_once_more() {
        OutgoingTransfer sent = OPEN.sending(2_000, 1);

        assertThat(sent.pendingAgain(3_000, 500, 2, "busy"))
                .extracting(
                        OutgoingTransfer::step,
                        OutgoingTransfer::waits,
                        OutgoingTransfer::dueAtMillis)
                .containsExactly(TransferStep.PENDING, 1, 3_500L);
        assertThat(OPEN.failed(5, 1, "no").givenBackLater(700, 2))
                .extracting(OutgoingTransfer::waits, OutgoingTransfer::dueAtMillis)
                .containsExactly(1, 700L);
        assertThat(sent.unknown(3_000, 2, null).dueNow(2_500, 3))
                .extracting(OutgoingTransfer::waits, OutgoingTransfer::dueAtMillis)
                .containsExactly(0, 2_500L);
    }
}
