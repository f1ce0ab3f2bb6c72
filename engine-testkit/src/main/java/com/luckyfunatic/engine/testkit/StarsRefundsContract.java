package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.operator.StarsRefund.End;
import com.luckyfunatic.engine.operator.StarsRefund.Ending;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StarsRefunds;
import com.luckyfunatic.engine.store.StoreCommand;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of plans that ask for Stars does. */
public abstract class StarsRefundsContract extends StorageContract {
    private static final int CALLERS = 30;
    private static final PlayerId PLAYER = new PlayerId(Long.MAX_VALUE);

    private String charge = "none";

    /** The same object may run all tests, and the store may be shared. */
    @BeforeEach
    public void chooseCharge() {
        charge = "stx" + ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }

    @Test
    public void a_payment_that_nobody_has_asked_for_is_unknown() {
        assertThat(refunds().find(charge)).isEmpty();
    }

    @Test
    public void all_of_it_is_kept() {
        String longest = charge + "\u20ac".repeat(StoreCommand.CHARGE_ID_LENGTH_MAX);
        StarsRefund open =
                new StarsRefund(
                        Long.MIN_VALUE,
                        longest.substring(0, StoreCommand.CHARGE_ID_LENGTH_MAX),
                        new OperationId(SupportPlan.OPERATION_PREFIX + "p".repeat(40)),
                        PLAYER,
                        Integer.MAX_VALUE,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE - 1,
                        null);
        assertKept(null, open);

        StarsRefund before = open;
        for (Ending ending : Ending.values()) {
            String words = "\u0434\u0430 'ok'".repeat(60);
            StarsRefund ended =
                    open.ended(before.revision() + 1, End.of(ending, Long.MAX_VALUE, words));
            assertKept(before, ended);
            before = ended;
        }
        assertKept(before, refund(open.chargeId(), Long.MAX_VALUE, 0, "other"));
    }

    private void assertKept(@Nullable StarsRefund seen, StarsRefund next) {
        assertThat(refunds().replace(seen, next)).isTrue();
        assertThat(refunds().find(next.chargeId())).hasValue(next);
    }

    @Test
    public void the_first_one_stays_for_whoever_has_not_seen_it() {
        StarsRefund first = refund(1, 1, "a");
        refunds().replace(null, first);

        assertThat(refunds().replace(null, refund(2, 1, "b"))).isFalse();

        assertThat(refunds().find(charge)).hasValue(first);
    }

    @Test
    public void who_has_seen_an_earlier_state_replaces_nothing() {
        StarsRefund first = refund(1, 1, "a");
        StarsRefund second = refund(2, 2, "a");
        refunds().replace(null, first);
        refunds().replace(first, second);

        assertThat(refunds().replace(first, refund(3, 1, "b"))).isFalse();

        assertThat(refunds().find(charge)).hasValue(second);
    }

    @Test
    public void what_is_not_there_is_not_replaced() {
        assertThat(refunds().replace(refund(1, 1, "a"), refund(2, 1, "a"))).isFalse();

        assertThat(refunds().find(charge)).isEmpty();
    }

    @Test
    public void the_same_again_is_told_the_same() {
        StarsRefund first = refund(1, 1, "a");
        StarsRefund second = refund(2, 1, "b");

        assertThat(refunds().replace(null, first)).isTrue();
        assertThat(refunds().replace(null, first)).isTrue();
        assertThat(refunds().replace(first, second)).isTrue();
        assertThat(refunds().replace(first, second)).isTrue();

        assertThat(refunds().find(charge)).hasValue(second);
    }

    @Test
    public void payments_differ_in_case_and_in_blanks_at_the_end() {
        List<String> charges = List.of(charge + "a", charge + "A", charge + "a ");
        for (String each : charges) {
            assertKept(null, refund(each, charges.indexOf(each), 1, "a"));
        }
    }

    @Test
    public void of_many_first_ones_at_once_one_is_kept() {
        List<Boolean> kept =
                Together.run(CALLERS, i -> refunds().replace(null, refund(i, 1, "p" + i)));

        assertThat(Collections.frequency(kept, true)).isOne();
        int first = kept.indexOf(true);
        assertThat(refunds().find(charge)).hasValue(refund(first, 1, "p" + first));
    }

    @Test
    public void of_many_who_have_seen_the_same_one_replaces_it() {
        StarsRefund seen = refund(-1, 1, "a");
        refunds().replace(null, seen);

        List<Boolean> replaced =
                Together.run(CALLERS, i -> refunds().replace(seen, refund(i, 2, "a")));

        assertThat(Collections.frequency(replaced, true)).isOne();
        assertThat(refunds().find(charge)).hasValue(refund(replaced.indexOf(true), 2, "a"));
    }

    private StarsRefund refund(long revision, int unanswered, String plan) {
        return refund(charge, revision, unanswered, plan);
    }

    private static StarsRefund refund(String of, long revision, int unanswered, String plan) {
        return new StarsRefund(
                revision,
                of,
                new OperationId(SupportPlan.OPERATION_PREFIX + plan),
                PLAYER,
                unanswered,
                1_000,
                2_000,
                null);
    }

    private StarsRefunds refunds() {
        return storage().starsRefunds();
    }
}
