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
}
