package com.luckyfunatic.benchmarks.http;

import io.hyperfoil.api.session.Session;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection's worth of load: at most one request in flight, taken in turn from the players
 * this user owns.
 *
 * <p>Confined to the event loop of its Hyperfoil session; not thread-safe.
 */
final class VirtualUser {
    private final int index;
    private final LoadPlan plan;
    private final RunClock clock;
    private final List<Player> players;
    private final SplittableRandom random;
    private final RequestRecorder recorder;

    private long iteration;
    private boolean scheduled;
    private @Nullable ScheduledFuture<?> wakeUp;
    private long intendedNanos;
    private long possibleNanos;
    private long sentNanos;
    private long endNanos = Long.MIN_VALUE;
    private int status;
    private RequestKind kind;
    private Player player;

    /**
     * @param players all players; this user takes each n-th, so that no two users share one
     * @param recorder where this user's event loop records
     */
    VirtualUser(
            int index,
            LoadPlan plan,
            RunClock clock,
            List<Player> players,
            RequestRecorder recorder) {
        this.index = index;
        this.plan = plan;
        this.clock = clock;
        this.players = players;
        this.random = new SplittableRandom(index);
        this.recorder = recorder;
        this.player = players.get(index);
        this.kind = plan.scenario().next(random);
    }

    /**
     * Waits until the next request is meant to start, ending the session when the run is over.
     *
     * @return whether the request may be sent now; when not, the session is woken up in time
     */
    boolean awaitTurn(Session session) {
        long now = clock.now();
        if (!scheduled) {
            intendedNanos = nextStart(now);
            scheduled = true;
            if (clock.isOver(intendedNanos)) {
                session.stop();
            }
        }
        long waitNanos = intendedNanos - now;
        if (waitNanos > 0) {
            if (wakeUp == null) {
                wakeUp =
                        session.executor()
                                .schedule(session.runTask(), waitNanos, TimeUnit.NANOSECONDS);
            }
            return false;
        }
        wakeUp = null;
        prepareRequest();
        return true;
    }

    private long nextStart(long now) {
        return switch (plan.arrival()) {
            // From the last answer, not from now: the generator's own delay counts too.
            case Arrival.Closed() -> iteration == 0 ? now : endNanos;
            case Arrival.Planned planned -> nextArrival(planned, now);
        };
    }

    private long nextArrival(Arrival.Planned planned, long now) {
        long arrival = arrivalNanos(planned);
        // What a cold server could not answer in the warm-up must not queue before the first
        // measured request.
        while (clock.isWarmup(arrival) && !clock.isWarmup(now)) {
            iteration++;
            arrival = arrivalNanos(planned);
        }
        return arrival;
    }

    private long arrivalNanos(Arrival.Planned planned) {
        return clock.startNanos() + planned.offsetNanos(index, plan.connections(), iteration);
    }

    private void prepareRequest() {
        int connections = plan.connections();
        int owned = (players.size() - index + connections - 1) / connections;
        player = players.get(index + (int) (iteration % owned) * connections);
        kind = plan.scenario().next(random);
        status = 0;
        // Behind an answer that is not there yet it waits for the server, not for the generator.
        possibleNanos = Math.max(intendedNanos, endNanos);
        sentNanos = System.nanoTime();
        iteration++;
        scheduled = false;
    }

    /** The request to send. */
    RequestKind kind() {
        return kind;
    }

    /** The player it is sent for. */
    Player player() {
        return player;
    }

    /** Takes note of the status line. */
    void onStatus(int code) {
        status = code;
    }

    /** Records the request; called when the answer is complete and also when it failed. */
    void onCompletion() {
        endNanos = System.nanoTime();
        if (clock.isMeasured(intendedNanos)) {
            recorder.record(
                    kind,
                    status,
                    new RequestTimes(intendedNanos, possibleNanos, sentNanos, endNanos));
        }
    }
}
