package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferGateway;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferReply;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A network to a {@link FakePlatform} that loses requests, holds them back until nobody waits for
 * them any more, loses answers, and puts failures in their place. Thread-safe.
 */
final class LossyGateway implements TransferGateway {
    private final FakePlatform platform;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final int percent;
    private final List<Held> held = new ArrayList<>();
    private int lostReplies;

    /**
     * @param percent how many of a hundred requests are lost, are held back, get no answer, and get
     *     a failure for an answer: each
     */
    LossyGateway(FakePlatform platform, InstantSource clock, RandomGenerator random, int percent) {
        this.platform = platform;
        this.clock = clock;
        this.random = random;
        this.percent = percent;
    }

    private record Held(Transfer transfer, long sentAtMillis, long arrivesAtMillis) {}

    @Override
    public synchronized TransferReply send(Transfer transfer, long sentAtMillis) {
        deliver();
        if (happens()) {
            return new TransferReply.NotSent("connection refused");
        }
        if (happens()) {
            return new TransferReply.Unclear("timeout");
        }
        if (happens()) {
            // Up to two minutes: some of these come when they are taken no more.
            held.add(new Held(transfer, sentAtMillis, clock.millis() + random.nextLong(120_000)));
            return new TransferReply.Unclear("timeout");
        }
        FakePlatform.Verdict verdict = platform.arrive(transfer, sentAtMillis, clock.millis());
        return answered(verdict);
    }

    @Override
    public synchronized TransferReply ask(TransferId transfer) {
        deliver();
        return platform.verdict(transfer)
                .map(this::answered)
                .orElseGet(() ->
                        happens()
                                ? new TransferReply.Unclear("status 500")
                                : new TransferReply.NeverArrived());
    }

    /** Returns how many answers were lost. */
    synchronized int lostReplies() {
        return lostReplies;
    }

    private TransferReply answered(FakePlatform.Verdict verdict) {
        if (happens()) {
            lostReplies++;
            return new TransferReply.Unclear("timeout");
        }
        if (happens()) {
            return new TransferReply.Unclear("status 500");
        }
        return switch (verdict) {
            case ACCEPTED -> new TransferReply.Confirmed();
            case REFUSED -> new TransferReply.Refused("account closed");
            case STALE -> new TransferReply.Unclear("status 401");
        };
    }

    private void deliver() {
        long now = clock.millis();
        for (Held each : List.copyOf(held)) {
            if (each.arrivesAtMillis() <= now) {
                held.remove(each);
                // By then, not now: what was held back a day would seem fresh otherwise.
                platform.arrive(each.transfer(), each.sentAtMillis(), each.arrivesAtMillis());
            }
        }
    }

    private boolean happens() {
        return random.nextInt(100) < percent;
    }
}
