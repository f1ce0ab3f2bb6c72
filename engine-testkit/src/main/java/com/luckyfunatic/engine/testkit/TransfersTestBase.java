package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.platform.OutgoingTransfer;
import com.luckyfunatic.engine.platform.PlatformAccountId;
import com.luckyfunatic.engine.platform.PlatformCommand.TransferItems;
import com.luckyfunatic.engine.platform.TransferGateway;
import com.luckyfunatic.engine.platform.TransferSender;
import com.luckyfunatic.engine.platform.Transfers;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Page;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;

/**
 * What the contracts of transfers share: players who hold something, servers that can be stopped,
 * and a platform whose words are known beforehand.
 */
abstract class TransfersTestBase extends StorageContract {
    static final ItemId ITEM = TestContent.SHARD;
    static final PlatformAccountId ACCOUNT = new PlatformAccountId("account");

    /** What a player holds before anything is sent. */
    static final int HELD = 10;

    /** Thread-safe, and never gives a number twice. */
    static final RandomGenerator FENCES = new SecureRandom();

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

    final PlayerId newHolder() {
        PlayerId player = newPlayer();
        execute(player, new AdjustItem(ITEM, HELD, "test"));
        return player;
    }

    final int held(PlayerId player) {
        return state(player).items().count(ITEM);
    }

    final OutgoingTransfer transfer(PlayerId player, String name, int count) {
        assertThat(request(engine(), player, name, count).outcome())
                .isInstanceOf(Outcome.Accepted.class);
        return storage()
                .transferOutbox()
                .find(TransferNames.of(player, new OperationId(name)))
                .orElseThrow();
    }

    final Answer request(GameEngine engine, PlayerId player, String name, int count) {
        return transfers(engine)
                .request(envelope(player, new OperationId(name), command(player, name, count)));
    }

    static TransferItems command(PlayerId player, String name, int count) {
        return new TransferItems(
                TransferNames.of(player, new OperationId(name)), ACCOUNT, ITEM, count);
    }

    static Transfers transfers(GameEngine engine) {
        return new Transfers(engine, FENCES);
    }

    final void run(TransferGateway gateway) {
        sender(gateway).run(Page.LIMIT_MAX);
    }

    final TransferSender sender(TransferGateway gateway) {
        return new TransferSender(engine(), gateway, FENCES);
    }

    final GameStorage mortal(MortalStorage.Fate fate) {
        return MortalStorage.of(storage(), this::nextId, fate);
    }

    final GameEngine engine() {
        return engine(mortal(() -> {}));
    }

    final GameEngine engine(GameStorage on) {
        return GameEngine.builder(on)
                .clock(clock)
                .random(Seeds.random(1))
                .build(TestCatalogs.full());
    }

    final OutgoingTransfer row(OutgoingTransfer before) {
        return storage().transferOutbox().find(before.transfer().id()).orElseThrow();
    }

    final List<OutgoingTransfer> outbox(PlayerId player) {
        return storage().transferOutbox().ofPlayer(player, null, Page.LIMIT_MAX).items();
    }
}
