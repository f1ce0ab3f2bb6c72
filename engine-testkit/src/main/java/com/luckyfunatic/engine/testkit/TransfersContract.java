package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformCommand.TransferItems;
import com.luckyfunatic.engine.platform.StuckTransfers;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferBasis;
import com.luckyfunatic.engine.platform.TransferGateway;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferRemedy;
import com.luckyfunatic.engine.platform.TransferReply;
import com.luckyfunatic.engine.platform.TransferSender;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.platform.Transfers;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What becomes of transfers on every storage, whatever the network loses and wherever processes
 * die: each is confirmed once or given back once, and none is sent blindly again.
 */
public abstract class TransfersContract extends StorageContract {
    private static final ItemId ITEM = TestContent.SHARD;
    private static final PlatformAccountId ACCOUNT = new PlatformAccountId("account");
    private static final int HELD = 10;
    private static final int KILLS = 20;

    /** Thread-safe, and never gives a number twice. */
    private static final RandomGenerator FENCES = new SecureRandom();

    /** How many transfers meet the worst network; a storage on a network may take fewer. */
    protected int transfers() {
        return 1_000;
    }

    /** Leaves nothing behind that is due, also where tests share a database. */
    @AfterEach
    public final void sendEverything() {
        engine().settleFollowUps(FOLLOW_UPS_MAX);
        clock.advance(Duration.ofDays(1));
        ScriptedGateway confirming = new ScriptedGateway();
        int seen = 1;
        while (seen > 0) {
            seen = sender(confirming).run(Page.LIMIT_MAX).seen();
        }
    }

    @Test
    public void a_transfer_leaves_the_player_arrives_and_is_confirmed() {
        PlayerId player = newHolder();
        OutgoingTransfer pending = transfer(player, "send", 3);
        assertThat(pending.step()).isEqualTo(TransferStep.PENDING);
        assertThat(held(player)).isEqualTo(HELD - 3);

        ScriptedGateway platform = new ScriptedGateway(new TransferReply.Confirmed());
        run(platform);

        assertThat(row(pending).step()).isEqualTo(TransferStep.CONFIRMED);
        assertThat(platform.calls()).containsExactly("send " + clock.millis());
        run(platform);
        assertThat(platform.calls()).hasSize(1);
        assertThat(held(player)).isEqualTo(HELD - 3);
    }

    @Test
    public void a_repeat_of_the_request_is_one_transfer() {
        PlayerId player = newHolder();
        OutgoingTransfer first = transfer(player, "send", 3);
        run(new ScriptedGateway(new TransferReply.Confirmed()));

        assertThat(transfer(player, "send", 3).step()).isEqualTo(TransferStep.CONFIRMED);

        assertThat(held(player)).isEqualTo(HELD - 3);
        assertThat(outbox(player)).hasSize(1);
        assertThat(row(first).sends()).isOne();
    }

    @Test
    public void what_is_refused_takes_nothing_and_has_no_row() {
        PlayerId player = newHolder();

        Answer refused = request(engine(), player, "send", HELD + 1);

        assertThat(refused.outcome()).isInstanceOf(Outcome.Refused.class);
        assertThat(outbox(player)).isEmpty();
        assertThat(pendingFollowUps()).isEmpty();
    }

    @Test
    public void a_transfer_whose_process_died_gets_its_row_by_the_follow_up() {
        PlayerId player = newHolder();
        execute(envelope(player, new OperationId("send"), command(player, "send", 3)), rules());
        assertThat(outbox(player)).isEmpty();

        engine().settleFollowUps(FOLLOW_UPS_MAX);
        engine().settleFollowUps(FOLLOW_UPS_MAX);

        assertThat(outbox(player)).hasSize(1);
        assertThat(pendingFollowUps()).isEmpty();
        assertThat(transfer(player, "send", 3)).isEqualTo(outbox(player).getFirst());
    }

    @Test
    public void what_the_platform_refuses_is_given_back_once() {
        PlayerId player = newHolder();
        OutgoingTransfer pending = transfer(player, "send", 3);

        run(new ScriptedGateway(new TransferReply.Refused("account closed")));
        assertThat(row(pending).step()).isEqualTo(TransferStep.FAILED);
        assertThat(row(pending).isGivenBack()).isFalse();
        run(new ScriptedGateway());

        assertThat(row(pending).isGivenBack()).isTrue();
        assertThat(row(pending).reason()).isEqualTo("account closed");
        assertThat(held(player)).isEqualTo(HELD);
        clock.advance(Duration.ofDays(1));
        run(new ScriptedGateway());
        assertThat(held(player)).isEqualTo(HELD);
    }

    @Test
    public void without_an_answer_the_platform_is_asked_and_nothing_is_sent_again() {
        PlayerId player = newHolder();
        OutgoingTransfer pending = transfer(player, "send", 3);
        ScriptedGateway platform =
                new ScriptedGateway(
                        new TransferReply.Unclear("timeout"),
                        new TransferReply.Unclear("status 500"),
                        new TransferReply.Confirmed());

        run(platform);
        assertThat(row(pending).step()).isEqualTo(TransferStep.UNKNOWN);
        clock.advance(Duration.ofHours(1));
        run(platform);
        assertThat(row(pending).step()).isEqualTo(TransferStep.UNKNOWN);
        clock.advance(Duration.ofHours(1));
        run(platform);

        assertThat(row(pending).step()).isEqualTo(TransferStep.CONFIRMED);
        assertThat(row(pending).sends()).isOne();
        assertThat(platform.calls().subList(1, 3)).containsExactly("ask", "ask");
        assertThat(held(player)).isEqualTo(HELD - 3);
    }

    @Test
    public void what_did_not_arrive_is_sent_again_only_when_it_cannot_arrive_any_more() {
        OutgoingTransfer pending = transfer(newHolder(), "send", 3);
        ScriptedGateway platform =
                new ScriptedGateway(
                        new TransferReply.Unclear("timeout"),
                        new TransferReply.NeverArrived(),
                        new TransferReply.NeverArrived(),
                        new TransferReply.Confirmed());
        run(platform);

        clock.advance(OutgoingTransfer.SETTLED_AFTER.minusMillis(1));
        run(platform);
        assertThat(row(pending).step()).isEqualTo(TransferStep.UNKNOWN);
        clock.advance(Duration.ofMillis(1));
        run(platform);
        assertThat(row(pending).step()).isEqualTo(TransferStep.PENDING);
        run(platform);

        assertThat(row(pending).step()).isEqualTo(TransferStep.CONFIRMED);
        assertThat(row(pending).sends()).isEqualTo(2);
        assertThat(platform.calls().get(3)).isEqualTo("send " + clock.millis());
    }

    @Test
    public void what_did_not_leave_is_sent_again_after_a_pause() {
        OutgoingTransfer pending = transfer(newHolder(), "send", 3);
        ScriptedGateway platform =
                new ScriptedGateway(
                        new TransferReply.NotSent("connection refused"),
                        new TransferReply.Confirmed());
        run(platform);
        run(platform);
        assertThat(row(pending).step()).isEqualTo(TransferStep.PENDING);
        assertThat(platform.calls()).hasSize(1);

        clock.advance(Duration.ofSeconds(2));
        run(platform);

        assertThat(row(pending).step()).isEqualTo(TransferStep.CONFIRMED);
    }

    @Test
    public void pauses_grow_and_end_at_ten_minutes() {
        OutgoingTransfer pending = transfer(newHolder(), "send", 3);
        ScriptedGateway silent = new ScriptedGateway();
        silent.otherwise(new TransferReply.Unclear("timeout"));
        long longest = 0;
        for (int i = 0; i < 30; i++) {
            run(silent);
            long pause = row(pending).dueAtMillis() - clock.millis();
            assertThat(pause).isBetween(Math.min(longest / 2, 300_000), 600_000L);
            longest = Math.max(longest, pause);
            clock.advance(Duration.ofMillis(pause));
        }
        assertThat(longest).isGreaterThan(300_000);
        assertThat(row(pending).sends()).isOne();
    }

    @Test
    public void a_sender_that_stood_still_does_not_overrule_who_came_after_it() {
        PlayerId player = newHolder();
        OutgoingTransfer pending = transfer(player, "send", 3);
        ScriptedGateway later = new ScriptedGateway(new TransferReply.Confirmed());
        TransferGateway standing =
                new ScriptedGateway(new TransferReply.Refused("too late")) {
                    @Override
                    public TransferReply send(Transfer transfer, long sentAtMillis) {
                        clock.advance(OutgoingTransfer.LEASE);
                        run(later);
                        return super.send(transfer, sentAtMillis);
                    }
                };

        run(standing);

        assertThat(later.calls()).containsExactly("ask");
        assertThat(row(pending).step()).isEqualTo(TransferStep.CONFIRMED);
        assertThat(held(player)).isEqualTo(HELD - 3);
    }

    @Test
    public void the_platform_confirms_by_itself_and_again() {
        OutgoingTransfer pending = transfer(newHolder(), "send", 3);
        run(new ScriptedGateway(new TransferReply.Unclear("timeout")));

        for (int i = 0; i < 2; i++) {
            assertThat(transfers(engine()).confirm(pending.transfer().id()))
                    .hasValueSatisfying(told -> {
                        assertThat(told.row().step()).isEqualTo(TransferStep.CONFIRMED);
                        assertThat(told.contradicts()).isFalse();
                    });
        }

        clock.advance(Duration.ofDays(1));
        ScriptedGateway platform = new ScriptedGateway();
        run(platform);
        assertThat(platform.calls()).isEmpty();
    }

    @Test
    public void what_failed_cannot_be_confirmed_any_more() {
        PlayerId player = newHolder();
        OutgoingTransfer pending = transfer(player, "send", 3);
        run(new ScriptedGateway(new TransferReply.Refused("no")));

        assertThat(transfers(engine()).confirm(pending.transfer().id()))
                .hasValueSatisfying(told -> {
                    assertThat(told.row().step()).isEqualTo(TransferStep.FAILED);
                    assertThat(told.contradicts()).isTrue();
                });
        run(new ScriptedGateway());

        assertThat(held(player)).isEqualTo(HELD);
        assertThat(transfers(engine()).confirm(TransferNames.of(player, new OperationId("other"))))
                .isEmpty();
    }

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

    @Test
    public void one_that_fails_keeps_no_other_waiting() {
        OutgoingTransfer first = transfer(newHolder(), "send", 3);
        clock.advance(Duration.ofMillis(1));
        OutgoingTransfer second = transfer(newHolder(), "send", 3);
        TransferGateway broken =
                new ScriptedGateway(new TransferReply.Confirmed()) {
                    @Override
                    public TransferReply send(Transfer transfer, long sentAtMillis) {
                        if (transfer.equals(first.transfer())) {
                            throw new IllegalStateException("broken");
                        }
                        return super.send(transfer, sentAtMillis);
                    }
                };

        assertThatThrownBy(() -> run(broken)).hasMessage("broken");

        assertThat(row(first).step()).isEqualTo(TransferStep.SENT);
        assertThat(row(second).step()).isEqualTo(TransferStep.CONFIRMED);
    }

    @Test
    public void of_many_senders_at_once_one_sends() {
        List<OutgoingTransfer> rows = new ArrayList<>();
        PlayerId player = newHolder();
        for (int i = 0; i < HELD; i++) {
            rows.add(transfer(player, "send " + i, 1));
        }
        FakePlatform platform = new FakePlatform(each -> isUnlucky(each.id()));
        LossyGateway network = new LossyGateway(platform, clock, Seeds.random(5), 0);

        for (int round = 0; round < 2; round++) {
            Together.run(8, _ -> sender(network).run(Page.LIMIT_MAX));
        }

        assertThat(platform.repeats()).isZero();
        rows.forEach(each -> checkEnded(platform, row(each)));
        assertThat(held(player)).isEqualTo(HELD - confirmed(player));
    }

    @Test
    @Timeout(600)
    public void every_transfer_is_confirmed_once_or_given_back_once() {
        RandomGenerator random = Seeds.random(20);
        FakePlatform platform = new FakePlatform(each -> isUnlucky(each.id()));
        LossyGateway network = new LossyGateway(platform, clock, random, 5);
        Deaths deaths = new Deaths(KILLS, random, transfers() / 6);
        List<PlayerId> players =
                Stream.generate(this::newHolder).limit(transfers() / HELD).toList();

        for (int i = 0; i < transfers(); i++) {
            PlayerId player = players.get(i % players.size());
            String name = "send " + i;
            boolean died = deaths.live(fate -> request(engine(mortal(fate)), player, name, 1));
            if (died && random.nextBoolean()) {
                // Some players ask again, others go away.
                request(engine(), player, name, 1);
            }
            if (i % 50 == 0) {
                process(deaths, network, random);
                clock.advance(Duration.ofSeconds(random.nextInt(60)));
            }
        }
        int rounds = 0;
        while (process(deaths, network, random) > 0 || isAnyOpen(players)) {
            clock.advance(Duration.ofSeconds(random.nextInt(120)));
            assertThat(rounds++).as("rounds").isLessThan(5_000);
        }

        assertThat(deaths.died()).isEqualTo(KILLS);
        assertThat(network.lostReplies()).isGreaterThan(transfers() / 50);
        assertThat(platform.stale()).as("came too late").isPositive();
        assertThat(platform.repeats()).as("sent blindly again").isZero();
        int count = 0;
        for (PlayerId player : players) {
            List<OutgoingTransfer> rows = outbox(player);
            count += rows.size();
            rows.forEach(each -> checkEnded(platform, each));
            assertThat(held(player)).isEqualTo(HELD - confirmed(player));
        }
        assertThat(count).isBetween(transfers() - KILLS, transfers());
    }

    /** A process that does what a server does, until it dies. */
    private int process(Deaths deaths, LossyGateway network, RandomGenerator random) {
        int[] seen = new int[1];
        deaths.live(fate -> {
            GameEngine engine = engine(mortal(fate));
            engine.settleFollowUps(FOLLOW_UPS_MAX);
            TransferGateway gateway = MortalStorage.mortal(TransferGateway.class, network, fate);
            // Its own numbers: two processes never draw the same.
            TransferSender sender =
                    new TransferSender(engine, gateway, Seeds.random(random.nextLong()));
            seen[0] = sender.run(Page.LIMIT_MAX).seen();
        });
        return seen[0];
    }

    private boolean isAnyOpen(List<PlayerId> players) {
        return players.stream()
                .flatMap(each -> outbox(each).stream())
                .anyMatch(each -> each.dueAtMillis() != OutgoingTransfer.NEVER);
    }

    private static void checkEnded(FakePlatform platform, OutgoingTransfer row) {
        FakePlatform.Verdict verdict = platform.verdict(row.transfer().id()).orElseThrow();
        if (verdict == FakePlatform.Verdict.ACCEPTED) {
            assertThat(row.step()).isEqualTo(TransferStep.CONFIRMED);
        } else {
            assertThat(row.isGivenBack()).isTrue();
        }
    }

    private int confirmed(PlayerId player) {
        return Collections.frequency(
                outbox(player).stream().map(OutgoingTransfer::step).toList(),
                TransferStep.CONFIRMED);
    }

    /** One of eight. */
    private static boolean isUnlucky(TransferId id) {
        return "01".indexOf(id.value().charAt(0)) >= 0;
    }

    private PlayerId newHolder() {
        PlayerId player = newPlayer();
        execute(player, new AdjustItem(ITEM, HELD, "test"));
        return player;
    }

    private int held(PlayerId player) {
        return state(player).items().count(ITEM);
    }

    private OutgoingTransfer transfer(PlayerId player, String name, int count) {
        assertThat(request(engine(), player, name, count).outcome())
                .isInstanceOf(Outcome.Accepted.class);
        return storage()
                .transferOutbox()
                .find(TransferNames.of(player, new OperationId(name)))
                .orElseThrow();
    }

    private Answer request(GameEngine engine, PlayerId player, String name, int count) {
        return transfers(engine)
                .request(envelope(player, new OperationId(name), command(player, name, count)));
    }

    private static TransferItems command(PlayerId player, String name, int count) {
        return new TransferItems(
                TransferNames.of(player, new OperationId(name)), ACCOUNT, ITEM, count);
    }

    private static Transfers transfers(GameEngine engine) {
        return new Transfers(engine, FENCES);
    }

    private void run(TransferGateway gateway) {
        sender(gateway).run(Page.LIMIT_MAX);
    }

    private TransferSender sender(TransferGateway gateway) {
        return new TransferSender(engine(), gateway, FENCES);
    }

    private GameStorage mortal(MortalStorage.Fate fate) {
        return MortalStorage.of(storage(), this::nextId, fate);
    }

    private GameEngine engine() {
        return engine(mortal(() -> {}));
    }

    private GameEngine engine(GameStorage on) {
        return GameEngine.builder(on)
                .clock(clock)
                .random(Seeds.random(1))
                .build(TestCatalogs.full());
    }

    private OutgoingTransfer row(OutgoingTransfer before) {
        return storage().transferOutbox().find(before.transfer().id()).orElseThrow();
    }

    private List<OutgoingTransfer> outbox(PlayerId player) {
        return storage().transferOutbox().ofPlayer(player, null, Page.LIMIT_MAX).items();
    }
}
