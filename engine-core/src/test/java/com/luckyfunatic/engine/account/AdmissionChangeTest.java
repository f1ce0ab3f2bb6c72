package com.luckyfunatic.engine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import org.junit.jupiter.api.Test;

class AdmissionChangeTest {
    private static final Admission ENDED = Admission.FREE.withLoginsEnded(5);

    private static AdmissionChange change(
            Admission before, Admission after, String reason, String actor, long atMillis) {
        return new AdmissionChange(
                OperationId.own("plan:a"), new PlayerId(7), before, after, reason, actor, atMillis);
    }

    @Test
    void an_end_of_logins_is_never_taken_back() {
        assertThat(change(Admission.FREE, ENDED, "x", "ada", 5).after()).isEqualTo(ENDED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(ENDED, Admission.FREE, "x", "ada", 5));
    }

    @Test
    void what_is_out_of_range_is_refused() {
        Admission free = Admission.FREE;
        String long501 = "x".repeat(Ban.REASON_LENGTH_MAX + 1);
        assertThatIllegalArgumentException().isThrownBy(() -> change(free, ENDED, " ", "ada", 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change(free, ENDED, long501, "ada", 5));
        assertThatIllegalArgumentException().isThrownBy(() -> change(free, ENDED, "x", "", 5));
        assertThatIllegalArgumentException().isThrownBy(() -> change(free, ENDED, "x", "ada", -1));
    }
}
