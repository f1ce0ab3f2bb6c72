package com.luckyfunatic.engine.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.StuckTransfers.Objection;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StuckTransfersTest {
    private static final long SENT_AT = 2_000;
    private static final long SETTLED_AT = SENT_AT + OutgoingTransfer.SETTLED_AFTER.toMillis();

    private static final OutgoingTransfer PENDING =
            OutgoingTransfer.open(
                    new Transfer(
                            new TransferId("0123456789abcdef0123456789abcdef"),
                            new PlayerId(7),
                            new PlatformAccountId("a"),
                            new ItemId("shard"),
                            2,
                            1_000));
    private static final OutgoingTransfer SENT = PENDING.sending(SENT_AT, 1);
    private static final OutgoingTransfer UNKNOWN = SENT.unknown(3_000, 2, "HTTP 500");

    /** A transfer by the name of how far it has come. */
    private static OutgoingTransfer row(String name) {
        return switch (name) {
            case "pending" -> PENDING;
            case "sent" -> SENT;
            case "unknown" -> UNKNOWN;
            case "confirmed" -> SENT.confirmed(2);
            case "failed" -> SENT.failed(3_000, 2, "no");
            case "returned" -> SENT.failed(3_000, 2, "no").givenBack(3);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "pending,   true,  false, false",
        "sent,      false, false, false",
        "unknown,   true,  true,  true",
        "confirmed, false, false, false",
        "failed,    false, false, true",
        "returned,  false, false, false",
    })
    void each_remedy_is_for_some_steps(
            String step, boolean mayRetry, boolean mayConfirm, boolean mayReturn) {
        OutgoingTransfer row = row(step);

        assertThat(isAllowed(row, TransferRemedy.RETRY)).isEqualTo(mayRetry);
        assertThat(isAllowed(row, TransferRemedy.CONFIRM)).isEqualTo(mayConfirm);
        assertThat(isAllowed(row, TransferRemedy.RETURN)).isEqualTo(mayReturn);
    }

    private static boolean isAllowed(OutgoingTransfer row, TransferRemedy remedy) {
        Optional<Objection> objection = StuckTransfers.objection(row, remedy, SETTLED_AT);
        assertThat(objection.orElse(Objection.WRONG_STEP)).isEqualTo(Objection.WRONG_STEP);
        return objection.isEmpty();
    }

    @Test
    void what_may_still_arrive_is_not_returned() {
        long tooEarly = SETTLED_AT - 1;

        assertThat(StuckTransfers.objection(UNKNOWN, TransferRemedy.RETURN, tooEarly))
                .contains(Objection.UNSETTLED);
        assertThat(StuckTransfers.objection(UNKNOWN, TransferRemedy.RETURN, SETTLED_AT)).isEmpty();
        assertThat(StuckTransfers.objection(UNKNOWN, TransferRemedy.CONFIRM, tooEarly)).isEmpty();
        assertThat(StuckTransfers.objection(row("failed"), TransferRemedy.RETURN, tooEarly))
                .isEmpty();
    }

    @Test
    void a_plan_shows_what_a_remedy_ends_with() {
        assertThat(StuckTransfers.outcome(UNKNOWN, TransferRemedy.RETRY, "plan a", 9_000))
                .isEqualTo(UNKNOWN.dueNow(9_000, UNKNOWN.fence()));
        assertThat(StuckTransfers.outcome(UNKNOWN, TransferRemedy.CONFIRM, "plan a", 9_000).step())
                .isEqualTo(TransferStep.CONFIRMED);
        OutgoingTransfer returned =
                StuckTransfers.outcome(UNKNOWN, TransferRemedy.RETURN, "plan a", 9_000);
        assertThat(returned.isGivenBack()).isTrue();
        assertThat(returned.isDecidedBy(TransferRemedy.RETURN, "plan a")).isTrue();
    }
}
