package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferGateway;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferReply;
import com.luckyfunatic.engine.platform.TransferSender;
import com.luckyfunatic.engine.platform.TransferStep;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What becomes of transfers on every storage, whatever the network loses and wherever processes
 * die: each is confirmed once or given back once, and none is sent blindly again.
 */
public abstract class TransfersContract extends TransfersTestBase {
    private static final int KILLS = 20;

    /** How many transfers meet the worst network; a storage on a network may take fewer. */
    protected int transfers() {
        return 1_000;
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
}
