package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferGateway;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferReply;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.FakePlatform;
import com.luckyfunatic.engine.testkit.FakePlatform.Verdict;
import com.luckyfunatic.engine.testkit.SettableClock;
import com.luckyfunatic.engine.testkit.simulation.Fault.Store;
import java.util.Optional;

/** The way of one server process to the platform. Not thread-safe. */
final class SimulatedGateway implements TransferGateway {
    private final FakePlatform platform;
    private final StoreLink link;
    private final World world;

    SimulatedGateway(FakePlatform platform, StoreLink link, World world) {
        this.platform = platform;
        this.link = link;
        this.world = world;
    }

    @Override
    public TransferReply send(Transfer transfer, long sentAtMillis) {
        try {
            return reply(
                    link.call(
                            Store.PLATFORM,
                            "send",
                            () -> platform.arrive(transfer, sentAtMillis, platformMillis())));
        } catch (StorageUnavailableException e) {
            return new TransferReply.Unclear("no answer");
        }
    }

    private long platformMillis() {
        return SettableClock.START.toEpochMilli() + world.time().now();
    }

    @Override
    public TransferReply ask(TransferId transfer) {
        try {
            Optional<Verdict> verdict =
                    link.call(Store.PLATFORM, "ask", () -> platform.verdict(transfer));
            return verdict.map(SimulatedGateway::reply).orElseGet(TransferReply.NeverArrived::new);
        } catch (StorageUnavailableException e) {
            return new TransferReply.Unclear("no answer");
        }
    }

    private static TransferReply reply(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> new TransferReply.Confirmed();
            case REFUSED -> new TransferReply.Refused("unwanted");
            case STALE -> new TransferReply.Unclear("too old");
        };
    }
}
