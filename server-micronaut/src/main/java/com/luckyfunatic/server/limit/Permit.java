package com.luckyfunatic.server.limit;

import com.netflix.concurrency.limits.Limiter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The place of one request among those in flight. It is given back once, however often and by
 * whomever that is asked for. Thread-safe.
 */
public final class Permit {
    private static final String ATTRIBUTE = "funatic.permit";

    private final AtomicReference<Limiter.@Nullable Listener> held;

    Permit(Limiter.Listener listener) {
        held = new AtomicReference<>(listener);
    }

    /** The place that a request holds or held; nothing when it never took one. */
    public static @Nullable Permit of(HttpRequest<?> request) {
        return (Permit) request.getAttributes().getValue(ATTRIBUTE);
    }

    /**
     * Gives back the place of the request that this thread serves, if it is in one and holds one.
     * Whoever is about to wait for something that is not ours does so first: with Telegram away,
     * those that wait for it would otherwise take all places, and nobody could play.
     */
    public static void giveBackBeforeWaiting() {
        HttpRequest<?> request = ServerRequestContext.currentRequest().orElse(null);
        Permit permit = request == null ? null : of(request);
        if (permit != null) {
            permit.giveBack();
        }
    }

    public void attachTo(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Gives it back; the time for which it was held says something about how busy we are. */
    public void giveBackMeasured() {
        Limiter.Listener listener = held.getAndSet(null);
        if (listener != null) {
            listener.onSuccess();
        }
    }

    /** Gives it back; the time for which it was held says nothing. */
    public void giveBack() {
        Limiter.Listener listener = held.getAndSet(null);
        if (listener != null) {
            listener.onIgnore();
        }
    }
}
