package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.redis.script.Script;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs scripts, and notices when a Redis may have lost something it had acknowledged.
 *
 * <p>Redis keeps scripts only in memory: one that was restarted, wiped or promoted answers {@code
 * NOSCRIPT}. Before anything is loaded into it again, a new {@link Incarnation} begins and the
 * partitions on it get a new generation, so that nobody builds on a state that may be older than
 * what was answered. Thread-safe.
 */
final class ScriptRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptRunner.class);
    private static final int TRIES = 5;

    /** How long a caller tries to make a node whole: it may go on losing its memory. */
    private static final Duration LOADING_MAX = Duration.ofSeconds(8);

    private static final Duration LOADING_POLL = Duration.ofMillis(20);

    /** Those who waited for a load that failed fail with it; this is how long. */
    private static final Duration FAILURE_REMEMBERED = Duration.ofSeconds(1);

    private final RedisNodes nodes;
    private final Partitions partitions;
    private final Keys keys;
    private final Scripts scripts;
    private final GenerationRegistry generations;
    private final ReentrantLock loading = new ReentrantLock();
    private final ReentrantLock adopting = new ReentrantLock();
    private volatile Incarnation incarnation;

    /** The last failed load of each node; guarded by {@link #loading}. */
    private final Map<String, Failure> failures = new HashMap<>();

    private record Failure(StorageUnavailableException cause, long nanos) {
        boolean isRecent() {
            return System.nanoTime() - nanos < FAILURE_REMEMBERED.toNanos();
        }
    }

    ScriptRunner(
            RedisNodes nodes,
            Partitions partitions,
            Keys keys,
            Scripts scripts,
            GenerationRegistry generations) {
        this.nodes = nodes;
        this.partitions = partitions;
        this.keys = keys;
        this.scripts = scripts;
        this.generations = generations;
        incarnation = Incarnation.begunElsewhere(generations.incarnation(), scripts);
    }

    /** The incarnation that this server knows of. */
    Incarnation incarnation() {
        return incarnation;
    }

    /**
     * Runs {@code script} and returns its reply.
     *
     * @throws StorageUnavailableException when it did not answer; it may have run
     */
    List<String> run(Script script, String[] scriptKeys, String... arguments) {
        for (int tried = 0; tried < TRIES; tried++) {
            Incarnation current = incarnation;
            String sha = current.of(script).sha();
            try {
                return nodes.ask(redis ->
                        redis.<List<String>>evalsha(
                                sha, ScriptOutputType.MULTI, scriptKeys, arguments));
            } catch (RedisNoScriptException e) {
                load(script, scriptKeys[0], current);
            }
        }
        throw new StorageUnavailableException("Redis keeps forgetting the script " + script.name());
    }

    /**
     * Sends {@code script} and goes on; the result waits for its reply.
     *
     * @see #run
     */
    Supplier<List<String>> send(Script script, String[] scriptKeys, String... arguments) {
        String sha = incarnation.of(script).sha();
        Supplier<List<String>> sent =
                nodes.send(redis ->
                        redis.<List<String>>evalsha(
                                sha, ScriptOutputType.MULTI, scriptKeys, arguments));
        return () -> {
            try {
                return sent.get();
            } catch (RedisNoScriptException e) {
                return run(script, scriptKeys, arguments);
            }
        };
    }

    private void load(Script script, String key, Incarnation missedIn) {
        loading.lock();
        try {
            if (incarnation.number() == missedIn.number()) {
                loadUnlessFailing(script, key);
            }
        } finally {
            loading.unlock();
        }
    }

    private void loadUnlessFailing(Script script, String key) {
        String node = nodes.nodeOf(key);
        Failure failure = failures.remove(node);
        if (failure != null && failure.isRecent()) {
            failures.put(node, failure);
            throw new StorageUnavailableException(
                    "the scripts could not be loaded into Redis a moment ago", failure.cause());
        }
        try {
            nodes.refreshTopology();
            loadOrBegin(script, key);
        } catch (StorageUnavailableException e) {
            if (!Thread.currentThread().isInterrupted()) {
                failures.put(node, new Failure(e, System.nanoTime()));
            }
            throw e;
        }
    }

    private void loadOrBegin(Script script, String key) {
        long deadline = System.nanoTime() + LOADING_MAX.toNanos();
        while (System.nanoTime() - deadline < 0) {
            adoptNewer();
            Incarnation current = incarnation;
            if (loadUnlessLost(script, nodes.nodeWith(key), current)) {
                return;
            }
            if (current.isAwaited()) {
                LockSupport.parkNanos(LOADING_POLL.toNanos());
            } else {
                begin(script, key, current);
            }
        }
        throw new StorageUnavailableException("Redis keeps losing its memory");
    }

    /** Returns whether {@code node} has {@code script} and has lost nothing, also meanwhile. */
    private static boolean loadUnlessLost(Script script, RedisNode node, Incarnation current) {
        if (!current.isWholeOn(node)) {
            return false;
        }
        if (!current.isLoaded(node, script)) {
            current.loadScripts(node, script);
        }
        return current.isWholeOn(node);
    }

    /** Begins the incarnation after {@code ended}, unless somebody else has. */
    private void begin(Script script, String key, Incarnation ended) {
        nodes.refreshTopology();
        RedisNode node = nodes.nodeWith(key);
        List<Integer> lost = partitionsOfNode(key);
        Incarnation next = prepare(nodes.nodesBesidesThatOf(key), script, ended);
        Optional<Map<Integer, Long>> raised =
                generations.begin(next.number(), ended.number(), lost);
        if (raised.isEmpty()) {
            adoptNewer();
            if (incarnation.number() == ended.number()) {
                throw new StorageUnavailableException(
                        "MySQL knows an older incarnation of Redis than this server does: if it was"
                                + " restored, restart the servers");
            }
            return;
        }
        LOG.warn(
                "a Redis node is new or may have lost something: {} partitions get a new"
                        + " generation, their players are loaded again as they come",
                lost.size());
        adopt(next);
        // What proves that nothing was lost after the generations were raised is there before.
        next.loadFirst(node);
        raiseAll(node, raised.get());
        next.loadScripts(node, script);
        next.loadLast(node);
    }

    /**
     * Returns the incarnation to begin, with its scripts in all of {@code others} that have lost
     * nothing in {@code ended}. Nobody knows of it yet: one that got into a node which lost
     * something meanwhile is never begun, and the node is left out of the next.
     */
    private static Incarnation prepare(List<RedisNode> others, Script script, Incarnation ended) {
        List<RedisNode> whole = new ArrayList<>(others);
        while (true) {
            Incarnation next = ended.next();
            if (!whole.removeIf(node -> !takesAlong(node, script, next, ended))) {
                return next;
            }
        }
    }

    private static boolean takesAlong(
            RedisNode node, Script script, Incarnation next, Incarnation ended) {
        try {
            if (!ended.isWholeOn(node)) {
                return false;
            }
            next.loadFirst(node);
            next.loadScripts(node, script);
            next.loadLast(node);
            return ended.isWholeOn(node);
        } catch (StorageUnavailableException e) {
            LOG.info("a Redis node is away: it counts as one that may have lost something", e);
            return false;
        }
    }

    private List<Integer> partitionsOfNode(String key) {
        String node = nodes.nodeOf(key);
        return IntStream.range(0, partitions.count())
                .filter(each -> nodes.nodeOf(keys.generation(each)).equals(node))
                .boxed()
                .toList();
    }

    /** Nobody may know a generation without the incarnation that began with it. */
    private void adoptNewer() {
        long current = generations.incarnation();
        if (current > incarnation.number()) {
            adopt(Incarnation.begunElsewhere(current, scripts));
        }
    }

    private void adopt(Incarnation newer) {
        adopting.lock();
        try {
            if (newer.number() > incarnation.number()) {
                incarnation = newer;
            }
        } finally {
            adopting.unlock();
        }
    }

    /**
     * Makes Redis and the registry agree on the generation of {@code partition}, and returns it. A
     * Redis without one has lost it, and maybe more.
     */
    long confirmGeneration(int partition) {
        String key = keys.generation(partition);
        if (nodes.ask(redis -> redis.exists(key)) == 0) {
            generations.raise(List.of(partition));
        }
        long atLeast = generations.current(partition);
        List<String> reply = nodes.ask(redis -> raise(redis, partition, atLeast));
        long present = Long.parseLong(reply.get(1));
        if (present > atLeast && generations.raiseTo(partition, present)) {
            LOG.warn(
                    "Redis knows a later generation of partition {} than MySQL did, which was"
                            + " restored, or is not the one that belongs to this Redis",
                    partition);
        }
        adoptNewer();
        return present;
    }

    /** All at once: others wait for it. */
    private void raiseAll(RedisNode node, Map<Integer, Long> raised) {
        node.ask(redis ->
                CompletableFuture.allOf(
                        raised.entrySet().stream()
                                .map(each -> raise(redis, each.getKey(), each.getValue()))
                                .map(RedisFuture::toCompletableFuture)
                                .toArray(CompletableFuture<?>[]::new)));
    }

    private RedisFuture<List<String>> raise(
            RedisClusterAsyncCommands<String, String> redis, int partition, long atLeast) {
        return redis.eval(
                scripts.raiseGeneration.text(),
                ScriptOutputType.MULTI,
                new String[] {keys.generation(partition)},
                Long.toString(atLeast));
    }
}
