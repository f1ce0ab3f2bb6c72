package com.luckyfunatic.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.fixture.MapStorage;
import com.luckyfunatic.engine.fixture.TestCatalog;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformCommand.OpenTransfer;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.player.TelegramAccount;
import com.luckyfunatic.engine.referral.ReferralCommand.CountFriend;
import com.luckyfunatic.engine.storage.FollowUpQueue.Dropped;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.PendingFollowUp;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StuckFollowUpsTest {
    private static final OperationId PLAN = OperationId.own("plan:p1");
    private static final Instant NOW = Instant.ofEpochMilli(1_790_000_000_000L);

    private final MapStorage storage = new MapStorage(0);
    private final GameEngine engine =
            GameEngine.builder(storage).clock(() -> NOW).build(TestCatalog.standard().build());
    private final StuckFollowUps stuck = new StuckFollowUps(engine);

    private FollowUp waiting() {
        engine.logIn(TelegramAccount.of(111, "Ann"), null);
        engine.logIn(TelegramAccount.of(222, "Bo"), "ref_111");
        return storage.pending(10).getFirst().followUp();
    }

    private Optional<Dropped> drop(FollowUp followUp) {
        return stuck.drop(followUp, PLAN, new Actor.Operator("ada"));
    }

    @Test
    void what_was_refused_by_the_rules_was_carried_out() {
        PlayerId ann = waiting().player();
        FollowUp followUp =
                new FollowUp(
                        ann,
                        OperationId.own("gift"),
                        new AdjustItem(new ItemId("nothing"), 1, "gift"));
        Answer refused = engine.execute(ann, followUp.operationId(), followUp.command());
        assertThat(refused.outcome()).isInstanceOf(Outcome.Refused.class);

        assertThat(drop(followUp)).isEmpty();

        assertThat(storage.dropped(followUp.player(), followUp.operationId())).isEmpty();
    }

    @Test
    void what_can_never_be_carried_out_because_its_id_is_taken_is_dropped() {
        FollowUp followUp = waiting();
        engine.execute(followUp.player(), followUp.operationId(), new Tap(1));

        assertThat(drop(followUp)).contains(new Dropped(PLAN, NOW.toEpochMilli()));

        assertThat(storage.pending(10)).isEmpty();
    }

    @Test
    void who_died_before_it_was_off_the_queue_can_finish_it() {
        FollowUp followUp = waiting();
        storage.players()
                .execute(
                        new CommandEnvelope(
                                followUp.player(),
                                followUp.operationId(),
                                NOW.toEpochMilli(),
                                new Actor.Operator("ada"),
                                followUp.command()),
                        (_, envelope) ->
                                new Handled(
                                        Answer.refused(
                                                new PlayerRefusal.FollowUpDropped(
                                                        envelope.player()),
                                                envelope.nowMillis()),
                                        null));

        assertThat(engine.settleFollowUps(10)).isZero();

        assertThat(storage.pending(10))
                .singleElement()
                .satisfies(each ->
                        assertThat(each.failures().lastReason())
                                .isEqualTo("an operator is dropping it"));
        assertThat(drop(followUp)).contains(new Dropped(PLAN, NOW.toEpochMilli()));
        assertThat(storage.pending(10)).isEmpty();
    }

    @Test
    void only_what_has_failed_and_is_no_transfer_may_be_dropped() {
        PlayerId player = new PlayerId(7);
        FollowUp friend =
                new FollowUp(player, OperationId.own("friend:8"), new CountFriend(new PlayerId(8)));
        Transfer transfer =
                new Transfer(
                        new TransferId("0123456789abcdef".repeat(2)),
                        player,
                        new PlatformAccountId("account"),
                        new ItemId("shard"),
                        3,
                        NOW.toEpochMilli());
        FollowUp open = new FollowUp(player, OperationId.own("open"), new OpenTransfer(transfer));

        assertThat(StuckFollowUps.mayBeDropped(new PendingFollowUp(1, friend, 5))).isFalse();
        assertThat(StuckFollowUps.mayBeDropped(new PendingFollowUp(1, friend, 5).failed(6, "x")))
                .isTrue();
        assertThat(StuckFollowUps.mayBeDropped(new PendingFollowUp(1, open, 5).failed(6, "x")))
                .isFalse();
    }
}
