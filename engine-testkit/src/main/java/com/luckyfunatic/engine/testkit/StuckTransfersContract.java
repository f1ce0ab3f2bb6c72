package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.StuckTransfers;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferBasis;
import com.luckyfunatic.engine.platform.TransferGateway;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferRemedy;
import com.luckyfunatic.engine.platform.TransferReply;
import com.luckyfunatic.engine.platform.TransferSender;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What operators decide about transfers that are stuck, on every storage: each decision is carried
 * out once, for the transfer as it was seen, and the platform's word is not lost by it.
 */
public abstract class StuckTransfersContract extends TransfersTestBase {
    @Test
    public void an_operator_has_the_platform_asked_again_at_once() {
        OutgoingTransfer unknown = unknown(newHolder());
        ScriptedGateway platform = new ScriptedGateway(new TransferReply.NeverArrived());
        run(platform);
        assertThat(platform.calls()).isEmpty();

        assertThat(settle(unknown, TransferRemedy.RETRY, "plan a"))
                .hasValueSatisfying(row -> assertThat(row.step()).isEqualTo(TransferStep.UNKNOWN));
        run(platform);

        // It may still arrive: nothing is sent again, whoever wants it.
        assertThat(platform.calls()).containsExactly("ask");
        assertThat(row(unknown).step()).isEqualTo(TransferStep.UNKNOWN);
        assertThat(row(unknown).sends()).isOne();
    }

    @Test
    public void an_operator_has_what_did_not_leave_sent_at_once_and_once() {
        OutgoingTransfer pending = transfer(newHolder(), "send", 3);
        run(new ScriptedGateway(new TransferReply.NotSent("connection refused")));
        OutgoingTransfer seen = row(pending);
        ScriptedGateway platform = new ScriptedGateway(new TransferReply.Confirmed());
        run(platform);
        assertThat(platform.calls()).isEmpty();

        assertThat(settle(seen, TransferRemedy.RETRY, "plan a")).isPresent();
        run(platform);
        run(platform);

        assertThat(platform.calls()).containsExactly("send " + clock.millis());
        assertThat(row(pending).step()).isEqualTo(TransferStep.CONFIRMED);
        assertThat(settle(seen, TransferRemedy.RETRY, "plan b")).isEmpty();
    }

    @Test
    public void what_an_operator_confirms_is_neither_asked_about_nor_returned() {
        PlayerId player = newHolder();
        OutgoingTransfer unknown = unknown(player);

        for (int i = 0; i < 2; i++) {
            assertThat(settle(unknown, TransferRemedy.CONFIRM, "plan a"))
                    .hasValueSatisfying(
                            row -> assertThat(row.step()).isEqualTo(TransferStep.CONFIRMED));
        }

        clock.advance(Duration.ofDays(1));
        ScriptedGateway platform = new ScriptedGateway();
        run(platform);
        assertThat(platform.calls()).isEmpty();
        assertThat(settle(unknown, TransferRemedy.CONFIRM, "plan b")).isEmpty();
        assertThat(settle(unknown, TransferRemedy.RETURN, "plan c")).isEmpty();
        assertThat(transfers(engine()).confirm(unknown.transfer().id()))
                .hasValueSatisfying(told -> assertThat(told.contradicts()).isFalse());
        assertThat(row(unknown).reason()).startsWith("confirmed by plan a");
        assertThat(held(player)).isEqualTo(HELD - 3);
    }

    @Test
    public void what_an_operator_returns_the_player_has_again_once() {
        PlayerId player = newHolder();
        OutgoingTransfer unknown = unknown(player);
        clock.advance(OutgoingTransfer.SETTLED_AFTER);

        for (int i = 0; i < 3; i++) {
            assertThat(settle(unknown, TransferRemedy.RETURN, "plan a"))
                    .hasValueSatisfying(row -> assertThat(row.isGivenBack()).isTrue());
        }

        clock.advance(Duration.ofDays(1));
        ScriptedGateway platform = new ScriptedGateway();
        run(platform);
        assertThat(platform.calls()).isEmpty();
        assertThat(settle(unknown, TransferRemedy.CONFIRM, "plan b")).isEmpty();
        assertThat(settle(unknown, TransferRemedy.RETURN, "plan c")).isEmpty();
        assertThat(row(unknown).reason()).startsWith("returned by plan a; timeout");
        assertThat(held(player)).isEqualTo(HELD);
    }

    @Test
    public void what_may_still_arrive_is_not_returned() {
        PlayerId player = newHolder();
        OutgoingTransfer unknown = unknown(player);
        clock.advance(OutgoingTransfer.SETTLED_AFTER.minusMillis(1));

        assertThat(settle(unknown, TransferRemedy.RETURN, "plan a")).isEmpty();

        assertThat(held(player)).isEqualTo(HELD - 3);
        clock.advance(Duration.ofMillis(1));
        assertThat(settle(unknown, TransferRemedy.RETURN, "plan a")).isPresent();
        assertThat(held(player)).isEqualTo(HELD);
    }

    @Test
    public void what_failed_and_could_not_be_given_back_an_operator_returns() {
        PlayerId player = newHolder();
        OutgoingTransfer pending = transfer(player, "send", 3);
        run(new ScriptedGateway(new TransferReply.Refused("account closed")));
        OutgoingTransfer failed = row(pending);

        assertThat(settle(failed, TransferRemedy.RETURN, "plan a")).isPresent();
        run(new ScriptedGateway());

        assertThat(held(player)).isEqualTo(HELD);
        assertThat(row(pending).reason()).isEqualTo("returned by plan a; account closed");
        assertThat(settle(failed, TransferRemedy.RETURN, "plan b")).isEmpty();
    }

    @Test
    public void a_decision_is_for_the_transfer_as_it_was_seen() {
        PlayerId player = newHolder();
        OutgoingTransfer unknown = unknown(player);
        clock.advance(OutgoingTransfer.SETTLED_AFTER);
        ScriptedGateway platform =
                new ScriptedGateway(
                        new TransferReply.Unclear("timeout"),
                        new TransferReply.NeverArrived(),
                        new TransferReply.Unclear("timeout"));
        run(platform);
        // Asked about meanwhile: it is what it was.
        assertThat(row(unknown)).isNotEqualTo(unknown);
        assertThat(TransferBasis.of(row(unknown))).isEqualTo(TransferBasis.of(unknown));
        clock.advance(Duration.ofMinutes(10));
        run(platform);
        run(platform);
        assertThat(row(unknown).sends()).isEqualTo(2);
        clock.advance(OutgoingTransfer.SETTLED_AFTER);

        for (TransferRemedy each : TransferRemedy.values()) {
            assertThat(settle(unknown, each, "plan a")).isEmpty();
        }

        assertThat(held(player)).isEqualTo(HELD - 3);
        assertThat(settle(transferOf(player, "other"), TransferRemedy.RETRY, "plan a")).isEmpty();
    }

    @Test
    public void a_confirmation_after_a_return_is_noted_and_told_once() {
        PlayerId player = newHolder();
        OutgoingTransfer unknown = unknown(player);
        clock.advance(OutgoingTransfer.SETTLED_AFTER);
        settle(unknown, TransferRemedy.RETURN, "plan a");

        List<Boolean> contradicts = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            contradicts.add(
                    transfers(engine())
                            .confirm(unknown.transfer().id())
                            .orElseThrow()
                            .contradicts());
        }

        assertThat(contradicts).containsExactly(true, false);
        assertThat(row(unknown).isContradicted()).isTrue();
        assertThat(row(unknown).isGivenBack()).isTrue();
        assertThat(row(unknown).isDecidedBy(TransferRemedy.RETURN, "plan a")).isTrue();
        assertThat(settle(unknown, TransferRemedy.RETURN, "plan a")).isPresent();
        assertThat(held(player)).isEqualTo(HELD);
    }

    @Test
    public void the_platforms_word_that_comes_while_an_operator_decides_is_not_lost() {
        for (TransferRemedy remedy : List.of(TransferRemedy.CONFIRM, TransferRemedy.RETURN)) {
            PlayerId player = newHolder();
            OutgoingTransfer unknown = unknown(player);
            clock.advance(Duration.ofHours(1));
            boolean isReturn = remedy == TransferRemedy.RETURN;
            TransferReply word =
                    isReturn ? new TransferReply.Confirmed() : new TransferReply.Refused("no");
            TransferGateway slow =
                    new ScriptedGateway(word) {
                        @Override
                        public TransferReply ask(TransferId transfer) {
                            assertThat(settle(unknown, remedy, "plan a")).isPresent();
                            return super.ask(transfer);
                        }
                    };

            TransferSender.Round round = sender(slow).run(Page.LIMIT_MAX);

            assertThat(round.contradicted()).isOne();
            assertThat(row(unknown).isContradicted()).isTrue();
            assertThat(row(unknown).step())
                    .isEqualTo(isReturn ? TransferStep.FAILED : TransferStep.CONFIRMED);
            clock.advance(Duration.ofDays(1));
            run(new ScriptedGateway());
            assertThat(held(player)).isEqualTo(isReturn ? HELD : HELD - 3);
        }
    }

    @Test
    public void of_those_who_decide_at_once_one_does() {
        for (int round = 0; round < 5; round++) {
            PlayerId player = newHolder();
            OutgoingTransfer unknown = unknown(player);
            clock.advance(OutgoingTransfer.SETTLED_AFTER);

            List<Optional<OutgoingTransfer>> settled =
                    Together.run(8, i -> settle(unknown, either(i), "plan " + i));

            assertThat(settled.stream().filter(Optional::isPresent)).hasSize(1);
            boolean isReturned = row(unknown).isGivenBack();
            assertThat(isReturned || row(unknown).step() == TransferStep.CONFIRMED).isTrue();
            assertThat(held(player)).isEqualTo(isReturned ? HELD : HELD - 3);
        }
    }

    @Test
    public void whoever_dies_while_returning_leaves_what_is_given_back_once() {
        int calls = 0;
        boolean hasDied = true;
        while (hasDied) {
            PlayerId player = newHolder();
            OutgoingTransfer unknown = unknown(player);
            clock.advance(OutgoingTransfer.SETTLED_AFTER);
            AtomicInteger left = new AtomicInteger(calls++);
            MortalStorage.Fate atThatCall =
                    () -> {
                        if (left.getAndDecrement() == 0) {
                            throw new MortalStorage.Died();
                        }
                    };
            hasDied =
                    new Deaths(0, Seeds.random(1), 1)
                            .live(_ ->
                                    stuck(engine(mortal(atThatCall)))
                                            .settle(
                                                    unknown.transfer().id(),
                                                    TransferRemedy.RETURN,
                                                    TransferBasis.of(unknown),
                                                    "plan a"));

            if (calls % 2 == 0) {
                // The operator asks again, or the job finds it.
                assertThat(settle(unknown, TransferRemedy.RETURN, "plan a"))
                        .hasValueSatisfying(row -> assertThat(row.isGivenBack()).isTrue());
            }
            clock.advance(Duration.ofDays(1));
            ScriptedGateway silent = new ScriptedGateway();
            silent.otherwise(new TransferReply.Unclear("timeout"));
            run(silent);
            settle(unknown, TransferRemedy.RETURN, "plan a");

            assertThat(row(unknown).isGivenBack()).isTrue();
            assertThat(held(player)).isEqualTo(HELD);
        }
        assertThat(calls).isGreaterThan(6);
    }

    private static TransferRemedy either(int number) {
        return number % 2 == 0 ? TransferRemedy.RETURN : TransferRemedy.CONFIRM;
    }

    /** A transfer of three of which nobody knows whether it arrived. */
    private OutgoingTransfer unknown(PlayerId player) {
        OutgoingTransfer pending = transfer(player, "send", 3);
        run(new ScriptedGateway(new TransferReply.Unclear("timeout")));
        assertThat(row(pending).step()).isEqualTo(TransferStep.UNKNOWN);
        return row(pending);
    }

    private Optional<OutgoingTransfer> settle(
            OutgoingTransfer seen, TransferRemedy remedy, String decision) {
        return stuck(engine())
                .settle(seen.transfer().id(), remedy, TransferBasis.of(seen), decision);
    }

    private static StuckTransfers stuck(GameEngine engine) {
        return new StuckTransfers(engine, FENCES);
    }

    /** The row of a transfer that nobody has asked for. */
    private OutgoingTransfer transferOf(PlayerId player, String name) {
        return OutgoingTransfer.open(
                new Transfer(
                        TransferNames.of(player, new OperationId(name)),
                        player,
                        ACCOUNT,
                        ITEM,
                        1,
                        clock.millis()));
    }
}
