package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the database who may play. All that wait are asked for in one statement, one statement at a
 * time: so whatever the number of requests, the database answers a few thousand small questions a
 * second of this process, and no answer is older than the question.
 *
 * <p>While the database is away everybody is answered at once, as it was last known: a player who
 * was banned or whose logins had ended when they last asked here stays so, others are free. A
 * question goes out once a second then, to learn that it is back. Thread-safe.
 */
final class AdmissionReads {
    /** How many players are remembered about whom something was decided, the last who asked. */
    static final int REMEMBERED_MAX = 100_000;

    /** For how long they are remembered. */
    static final long REMEMBERED_NANOS = TimeUnit.HOURS.toNanos(24);

    /** How often a database that is away is asked. */
    static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** How many players one statement asks for. */
    static final int BATCH_MAX = 256;

    private static final Logger LOG = LoggerFactory.getLogger(AdmissionReads.class);

    private final Function<Collection<PlayerId>, Map<PlayerId, Admission>> database;
    private final LongSupplier nanoTime;

    // All below: under the lock of this object.
    private final Map<PlayerId, CompletableFuture<Admission>> waiting = new LinkedHashMap<>();
    private final Map<PlayerId, Known> lastKnown = new LinkedHashMap<>(16, 0.75f, true);
    private boolean reading;
    private boolean away;
    private long askedNanos;
    private boolean closed;

    private record Known(Admission admission, long nanos) {}

    /**
     * @param database returns what was decided about players; may block and fail
     */
    AdmissionReads(
            Function<Collection<PlayerId>, Map<PlayerId, Admission>> database,
            LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
    }

    synchronized CompletableFuture<Admission> ask(PlayerId player) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new StorageUnavailableException("the database is closed"));
        }
        if (away) {
            if (!reading && nanoTime.getAsLong() - askedNanos >= RETRY_NANOS) {
                var _ = enqueue(player);
            }
            return CompletableFuture.completedFuture(known(player));
        }
        return enqueue(player);
    }

    private synchronized CompletableFuture<Admission> enqueue(PlayerId player) {
        CompletableFuture<Admission> answer =
                waiting.computeIfAbsent(player, _ -> new CompletableFuture<>());
        if (!reading) {
            reading = true;
            Thread.ofVirtual().name("funatic-admissions").start(this::readAll);
        }
        return answer;
    }

    private void readAll() {
        Map<PlayerId, CompletableFuture<Admission>> batch = next();
        while (!batch.isEmpty()) {
            read(batch);
            batch = next();
        }
    }

    /** Takes those who wait longest; nobody who comes later is answered with them. */
    private synchronized Map<PlayerId, CompletableFuture<Admission>> next() {
        Map<PlayerId, CompletableFuture<Admission>> batch = new HashMap<>();
        Iterator<Map.Entry<PlayerId, CompletableFuture<Admission>>> each =
                waiting.entrySet().iterator();
        while (each.hasNext() && batch.size() < BATCH_MAX) {
            Map.Entry<PlayerId, CompletableFuture<Admission>> entry = each.next();
            batch.put(entry.getKey(), entry.getValue());
            each.remove();
        }
        askedNanos = nanoTime.getAsLong();
        reading = !batch.isEmpty();
        return batch;
    }

    private void read(Map<PlayerId, CompletableFuture<Admission>> batch) {
        try {
            Map<PlayerId, Admission> found = database.apply(batch.keySet());
            learn(batch.keySet(), found);
            batch.forEach((player, answer) ->
                    tell(() -> answer.complete(found.getOrDefault(player, Admission.FREE))));
        } catch (StorageUnavailableException e) {
            Map<PlayerId, CompletableFuture<Admission>> rest = goAway(e);
            batch.forEach((player, answer) -> tell(() -> answer.complete(known(player))));
            rest.forEach((player, answer) -> tell(() -> answer.complete(known(player))));
        } catch (RuntimeException | Error e) {
            // A fault of ours lets nobody wait for ever, and nobody in.
            batch.values().forEach(answer -> tell(() -> answer.completeExceptionally(e)));
        }
    }

    /** What somebody does with an answer must not keep the others waiting. */
    private static void tell(Runnable answer) {
        Thread.startVirtualThread(answer);
    }

    private synchronized void learn(Collection<PlayerId> asked, Map<PlayerId, Admission> found) {
        if (away) {
            away = false;
            LOG.info("Bans and ended logins are asked of MySQL again");
        }
        long now = nanoTime.getAsLong();
        for (PlayerId player : asked) {
            Admission admission = found.get(player);
            if (admission == null) {
                lastKnown.remove(player);
            } else {
                lastKnown.put(player, new Known(admission, now));
            }
        }
        Iterator<PlayerId> eldest = lastKnown.keySet().iterator();
        while (lastKnown.size() > REMEMBERED_MAX) {
            eldest.next();
            eldest.remove();
        }
    }

    /** Returns those who still waited to be asked for: they are not kept waiting either. */
    private synchronized Map<PlayerId, CompletableFuture<Admission>> goAway(
            StorageUnavailableException e) {
        if (!away) {
            away = true;
            LOG.warn(
                    "MySQL cannot be asked for bans and ended logins; the last known ones hold: {}",
                    e.getMessage());
        }
        Map<PlayerId, CompletableFuture<Admission>> rest = new HashMap<>(waiting);
        waiting.clear();
        return rest;
    }

    private synchronized Admission known(PlayerId player) {
        Known known = lastKnown.get(player);
        return known == null || nanoTime.getAsLong() - known.nanos() > REMEMBERED_NANOS
                ? Admission.FREE
                : known.admission();
    }

    synchronized void close() {
        closed = true;
    }
}
