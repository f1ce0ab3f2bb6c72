package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Reads by key for many callers: all that wait are read with one statement, one statement at a
 * time. So however many ask, the database answers few statements, and no answer is older than its
 * question. When a statement fails because the database is away, all that wait are told so with it:
 * nobody waits for a second one. Thread-safe.
 */
final class GroupedReads<K, V> {
    /** How many keys one statement asks for. */
    static final int BATCH_MAX = 64;

    private final String name;
    private final Function<Collection<K>, Map<K, V>> database;

    // Both below: under the lock of this object.
    private final Map<K, CompletableFuture<Optional<V>>> waiting = new LinkedHashMap<>();
    private boolean reading;

    /**
     * @param name of the thread that reads
     * @param database returns what there is of the keys; may block and fail
     */
    GroupedReads(String name, Function<Collection<K>, Map<K, V>> database) {
        this.name = name;
        this.database = database;
    }

    /**
     * Returns what the database has by {@code key}.
     *
     * @throws StorageUnavailableException when it is away
     */
    Optional<V> find(K key) {
        try {
            return enqueue(key).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StorageUnavailableException away ->
                        throw new StorageUnavailableException("MySQL could not be asked", away);
                case RuntimeException fault -> throw fault;
                case null, default -> throw new IllegalStateException("cannot read " + key, e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while waiting for MySQL", e);
        }
    }

    private synchronized CompletableFuture<Optional<V>> enqueue(K key) {
        CompletableFuture<Optional<V>> answer =
                waiting.computeIfAbsent(key, _ -> new CompletableFuture<>());
        if (!reading) {
            reading = true;
            // No caller's thread: whoever stops waiting must not stop the others.
            Thread.ofVirtual().name(name).start(this::readAll);
        }
        return answer;
    }

    /** How many keys wait for the next statement. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void readAll() {
        Map<K, CompletableFuture<Optional<V>>> batch = next();
        while (!batch.isEmpty()) {
            read(batch);
            batch = next();
        }
    }

    /** Takes those who wait longest; nobody who comes later is answered with them. */
    private synchronized Map<K, CompletableFuture<Optional<V>>> next() {
        Map<K, CompletableFuture<Optional<V>>> batch = new HashMap<>();
        Iterator<Map.Entry<K, CompletableFuture<Optional<V>>>> each = waiting.entrySet().iterator();
        while (each.hasNext() && batch.size() < BATCH_MAX) {
            Map.Entry<K, CompletableFuture<Optional<V>>> entry = each.next();
            batch.put(entry.getKey(), entry.getValue());
            each.remove();
        }
        reading = !batch.isEmpty();
        return batch;
    }

    private void read(Map<K, CompletableFuture<Optional<V>>> batch) {
        try {
            Map<K, V> found = database.apply(batch.keySet());
            batch.forEach((key, answer) -> answer.complete(Optional.ofNullable(found.get(key))));
        } catch (StorageUnavailableException e) {
            batch.values().forEach(answer -> answer.completeExceptionally(e));
            takeAll().values().forEach(answer -> answer.completeExceptionally(e));
        } catch (RuntimeException | Error e) {
            batch.values().forEach(answer -> answer.completeExceptionally(e));
        }
    }

    private synchronized Map<K, CompletableFuture<Optional<V>>> takeAll() {
        Map<K, CompletableFuture<Optional<V>>> all = new HashMap<>(waiting);
        waiting.clear();
        return all;
    }
}
