package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.redis.script.Script;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs scripts, and notices when a Redis has forgotten its memory.
 *
 * <p>Redis keeps scripts only in memory: one that was restarted, wiped or promoted answers {@code
 * NOSCRIPT}. Before anything is loaded into it again, the partitions on it get a new generation, so
 * that nobody builds on a state that may be older than what was answered. A script that does
 * nothing tells this case from a script that is merely new: it is loaded last. Thread-safe.
 */
final class ScriptRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ScriptRunner.class);
    private static final int TRIES = 3;

    /** Scripts learn the version since 7.0; asking them needs no permission that they do not. */
    private static final String VERSION = "return redis.REDIS_VERSION_NUM or 0";

    private static final long LOADING_NOT_LOGGED = 0x00070000;

    private final RedisNodes nodes;
    private final Partitions partitions;
    private final Keys keys;
    private final Scripts scripts;
    private final GenerationRegistry generations;
    private final ReentrantLock loading = new ReentrantLock();

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
    }

    /**
     * Runs {@code script} and returns its reply.
     *
     * @throws StorageUnavailableException when it did not answer; it may have run
     */
    List<String> run(Script script, String[] scriptKeys, String... arguments) {
        for (int tried = 0; tried < TRIES; tried++) {
            try {
                return nodes.ask(redis ->
                        redis.<List<String>>evalsha(
                                script.sha(), ScriptOutputType.MULTI, scriptKeys, arguments));
            } catch (RedisNoScriptException e) {
                load(scriptKeys[0]);
            }
        }
        throw new StorageUnavailableException("Redis keeps forgetting the script " + script.name());
    }

    private void load(String key) {
        loading.lock();
        try {
            boolean isLoaded = false;
            while (!isLoaded) {
                boolean remembered = remembers(key);
                if (!remembered) {
                    raiseGenerations(key);
                }
                boolean logsLoading = logsLoading(key);
                scripts.all().forEach(each -> load(key, each, logsLoading));
                if (!remembered) {
                    load(key, scripts.isRemembered, logsLoading);
                }
                // It may have been restarted while its scripts were loaded.
                isLoaded = remembers(key);
            }
        } finally {
            loading.unlock();
        }
    }

    /**
     * A script that is run without keys does nothing but be there from then on, and that leaves no
     * trace in a file.
     */
    private void load(String key, Script script, boolean isLogged) {
        if (isLogged) {
            nodes.askNodeOf(key, redis -> redis.eval(script.text(), ScriptOutputType.MULTI));
        } else {
            nodes.askNodeOf(key, redis -> redis.scriptLoad(script.text()));
        }
    }

    /**
     * Whether the node would keep loaded scripts in its append-only file. It would then know them
     * after a restart, and nobody would notice what else it has lost. Redis does so before 7.0.
     */
    private boolean logsLoading(String key) {
        long version = nodes.askNodeOf(key, redis -> redis.eval(VERSION, ScriptOutputType.INTEGER));
        return version < LOADING_NOT_LOGGED;
    }

    private void raiseGenerations(String key) {
        List<Integer> affected = partitionsOfNode(key);
        LOG.warn(
                "a Redis node is new or has lost its memory: {} partitions get a new generation,"
                        + " their players are loaded again as they come",
                affected.size());
        generations.raise(affected);
        affected.forEach(this::confirmGeneration);
    }

    private boolean remembers(String key) {
        String sha = scripts.isRemembered.sha();
        return nodes.askNodeOf(key, redis -> redis.scriptExists(sha)).getFirst();
    }

    private List<Integer> partitionsOfNode(String key) {
        String node = nodes.nodeOf(key);
        List<Integer> affected = new ArrayList<>();
        IntStream.range(0, partitions.count())
                .filter(each -> nodes.nodeOf(keys.generation(each)).equals(node))
                .forEach(affected::add);
        return affected;
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
        String atLeast = Long.toString(generations.current(partition));
        List<String> reply =
                nodes.ask(redis ->
                        redis.<List<String>>eval(
                                scripts.raiseGeneration.text(),
                                ScriptOutputType.MULTI,
                                new String[] {key},
                                atLeast));
        return Long.parseLong(reply.get(1));
    }
}
