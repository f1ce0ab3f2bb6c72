package com.luckyfunatic.operations.adjust;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.operations.adjust.SecondPerson.Lack;
import com.luckyfunatic.operations.operator.Credentials;
import com.luckyfunatic.operations.operator.SupportLimit;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rule of two people. */
class SecondPersonTest {
    private static final OperatorName BOB = new OperatorName("bob");
    private static final AdjustmentManifest SMALL = file(100);
    private static final AdjustmentManifest LARGE = file(101);

    private final MemoryStorage storage = new MemoryStorage();
    private final SecondPerson second =
            new SecondPerson(storage.operators(), storage.operatorActions(), _ -> 100);
    private final Operator ada = operator("ada", Role.SUPPORT);
    private long actions;

    @BeforeEach
    void add() {
        storage.operators().add(operator("bob", Role.SUPPORT_LEAD));
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private static AdjustmentManifest file(long funz) {
        return AdjustmentManifest.of(
                List.of(
                        new Adjustment(
                                2,
                                "a",
                                new PlayerId(7),
                                new AdjustBalance(Currency.FUNZ, funz, "other: x"))));
    }

    private static Operator operator(String name, Role... roles) {
        return new Operator(
                new OperatorName(name),
                Set.of(roles),
                new Credentials().hash(name + "-has-a-long-credential"),
                false,
                0);
    }

    private void approve(AdjustmentManifest file) {
        storage.operatorActions()
                .append(
                        new OperatorAction(
                                ++actions,
                                BOB,
                                0,
                                FileApprovals.APPROVE,
                                null,
                                file.hash(),
                                ActionOutcome.DONE,
                                ""));
    }

    private Optional<Lack> lack(@Nullable Operator author, @Nullable OperatorName approver) {
        return second.missing(LARGE, author, approver).map(SecondPerson.Missing::lack);
    }

    @Test
    void what_is_within_the_limits_needs_nobody_else() {
        assertThat(second.missing(SMALL, null, null)).isEmpty();
        assertThat(second.beyond(SMALL)).isEmpty();
    }

    @Test
    void above_them_everything_has_to_be_there_in_this_order() {
        assertThat(lack(null, BOB)).contains(Lack.AUTHOR);
        assertThat(lack(operator("eve", Role.AUDITOR, Role.LIVE_OPS), BOB)).contains(Lack.AUTHOR);
        assertThat(lack(ada.withDisabled(true), BOB)).contains(Lack.AUTHOR);
        assertThat(lack(ada, null)).contains(Lack.OTHER);
        assertThat(lack(operator("bob", Role.SUPPORT_LEAD), BOB)).contains(Lack.OTHER);
        assertThat(lack(ada, BOB)).contains(Lack.APPROVAL);
        approve(file(102));
        assertThat(lack(ada, BOB)).contains(Lack.APPROVAL);
        approve(LARGE);
        assertThat(lack(ada, BOB)).isEmpty();
        assertThat(lack(ada, new OperatorName("nobody"))).contains(Lack.APPROVAL);
        assertThat(second.missing(LARGE, ada, null).orElseThrow().why())
                .isEqualTo(
                        "More than one person may do alone: support-limit-funz is 100, the file"
                                + " moves 101.");
    }

    @Test
    void what_is_about_many_takes_two_however_little_each_has_of_it() {
        AdjustmentManifest many =
                AdjustmentManifest.of(
                        LongStream.rangeClosed(1, 101)
                                .mapToObj(player ->
                                        new Adjustment(
                                                2,
                                                "a" + player,
                                                new PlayerId(player),
                                                new AdjustBalance(Currency.FUNZ, 1, "other: x")))
                                .toList());
        SecondPerson strict =
                new SecondPerson(
                        storage.operators(),
                        storage.operatorActions(),
                        kind -> kind == SupportLimit.PLAYERS ? 100 : 1_000);

        assertThat(strict.missing(SMALL, ada, null)).isEmpty();
        assertThat(strict.missing(many, ada, null).map(SecondPerson.Missing::lack))
                .contains(Lack.OTHER);
        assertThat(strict.beyond(many))
                .containsExactly("support-limit-players is 100, the file is about 101");
        approve(many);
        assertThat(strict.missing(many, ada, BOB)).isEmpty();
    }

    @Test
    void nobody_approves_his_own_though_the_record_has_it() {
        approve(LARGE);

        assertThat(lack(operator("bob", Role.SUPPORT_LEAD), BOB)).contains(Lack.OTHER);
    }

    @Test
    void who_approved_is_still_somebody_who_may() {
        approve(LARGE);
        storage.operators().setRoles(BOB, Set.of(Role.SUPPORT));
        assertThat(lack(ada, BOB)).contains(Lack.APPROVAL);
        storage.operators().setRoles(BOB, Set.of(Role.SUPPORT_LEAD));
        assertThat(lack(ada, BOB)).isEmpty();
        storage.operators().setDisabled(BOB, true);
        assertThat(lack(ada, BOB)).contains(Lack.APPROVAL);
    }
}
