package com.luckyfunatic.engine.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissionTest {
    private static final Ban BAN = new Ban(2_000, "macros", "operator:ada", 1_000);

    @ParameterizedTest
    @CsvSource({"0, true", "1999, true", "2000, false", "9223372036854775807, false"})
    void a_ban_holds_until_its_end(long now, boolean holds) {
        assertThat(Admission.FREE.banned(BAN).banAt(now)).isEqualTo(holds ? BAN : null);
    }

    @Test
    void a_ban_for_ever_has_no_end() {
        Ban forEver = new Ban(Ban.FOR_EVER, "macros", "operator:ada", 1_000);

        assertThat(forEver.isForEver()).isTrue();
        assertThat(forEver.holdsAt(Long.MAX_VALUE)).isTrue();
        assertThat(BAN.isForEver()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, true",
        "1, 0, false",
        "1, 1, false",
        "1, 2, true",
        "5000, 4999, false",
        "5000, 5001, true"
    })
    void a_login_at_or_before_the_end_of_logins_is_over(
            long endedAtMillis, long issuedAtMillis, boolean accepted) {
        Admission admission = Admission.FREE.withLoginsEnded(endedAtMillis);

        assertThat(admission.accepts(issuedAtMillis)).isEqualTo(accepted);
        assertThat(admission.accepts(admission.issuedAtMillis(issuedAtMillis))).isTrue();
    }

    @Test
    void ends_within_one_second_end_the_logins_between_them_too() {
        Admission ended = Admission.FREE.withLoginsEnded(10_200);
        long between = ended.issuedAtMillis(10_500);
        assertThat(ended.accepts(between)).isTrue();

        assertThat(ended.withLoginsEnded(10_900).accepts(between)).isFalse();
    }

    @Test
    void logins_that_have_ended_for_ever_do_not_begin_again() {
        Admission erased = Admission.FREE.withLoginsEnded(Admission.LOGINS_ENDED_FOR_EVER);

        assertThat(erased.isErased()).isTrue();
        assertThat(Admission.FREE.withLoginsEnded(Long.MAX_VALUE - 1).isErased()).isFalse();
        assertThat(erased.issuedAtMillis(5_000)).isEqualTo(5_000);
        assertThat(erased.accepts(5_000)).isFalse();
        assertThat(erased.accepts(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void what_is_out_of_range_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Admission(null, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ban(0, "r", "a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ban(1, " ", "a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ban(1, "r".repeat(501), "a", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ban(1, "r", "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ban(1, "r", "a".repeat(101), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Ban(1, "r", "a", -1));
    }
}
