package com.luckyfunatic.storage.redis;

import com.luckyfunatic.engine.storage.StoragePart;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.check.Finding;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;

/** Whether Redis takes requests, and whether it is set up as the storage needs it. Thread-safe. */
final class RedisHealth {
    private static final String CLUSTER_STATE = "cluster_state:";
    private static final String SERVING = "ok";

    private final RedisNodes nodes;

    RedisHealth(RedisNodes nodes) {
        this.nodes = nodes;
    }

    /**
     * Returns what can be away by itself: Redis, and, less badly, some node of a cluster, whose
     * players wait while the others play.
     */
    List<StoragePart> parts() {
        StoragePart redis = new StoragePart("redis", true, this::checkAvailable);
        return nodes.isCluster()
                ? List.of(redis, new StoragePart("redis-nodes", false, this::checkEveryNode))
                : List.of(redis);
    }

    /** Returns what the settings of every master say about the promises of the storage. */
    List<Finding> findings(InstantSource clock) {
        List<Finding> findings = new ArrayList<>();
        nodes.byName()
                .forEach((name, node) -> findings.addAll(RedisCheck.findings(name, node, clock)));
        return findings;
    }

    /**
     * Finds out whether requests are taken: by a single Redis, or by some node of a cluster, of
     * which the first that says so is enough.
     *
     * @throws StorageUnavailableException when not
     */
    void checkAvailable() {
        if (!nodes.isCluster()) {
            var _ = nodes.ask(RedisClusterAsyncCommands::ping);
            return;
        }
        Map<String, String> states = states(true);
        if (!states.containsValue(SERVING)) {
            throw new StorageUnavailableException(
                    "no node of the Redis Cluster takes requests: " + states);
        }
    }

    /**
     * Finds out whether every master of a cluster answers; their players cannot play otherwise.
     *
     * @throws StorageUnavailableException when not; it names those that do not
     */
    void checkEveryNode() {
        Map<String, String> states = states(false);
        if (states.isEmpty() || !states.values().stream().allMatch(SERVING::equals)) {
            throw new StorageUnavailableException(
                    "not every node of the Redis Cluster serves: " + states);
        }
    }

    private record State(String node, String said) {}

    /**
     * Asks all masters at once and returns what each says of the cluster, or why it says nothing.
     *
     * @param untilOneServes whether the rest need not be waited for once one serves
     */
    private Map<String, String> states(boolean untilOneServes) {
        Map<String, RedisNode> asked = nodes.byName();
        // One that hangs ends by its own time-out, and nobody has to wait for it.
        CompletionService<State> answers =
                new ExecutorCompletionService<>(Thread::startVirtualThread);
        asked.forEach((name, node) -> {
            var _ = answers.submit(() -> new State(name, state(node)));
        });
        Map<String, String> states = new TreeMap<>();
        while (states.size() < asked.size() && !(untilOneServes && states.containsValue(SERVING))) {
            State state = next(answers);
            states.put(state.node(), state.said());
        }
        return states;
    }

    private static State next(CompletionService<State> answers) {
        try {
            return answers.take().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while waiting for Redis", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a node of the Redis Cluster cannot be asked", e);
        }
    }

    private static String state(RedisNode node) {
        try {
            String info = node.ask(RedisClusterAsyncCommands::clusterInfo);
            return info.lines()
                    .filter(line -> line.startsWith(CLUSTER_STATE))
                    .map(line -> line.substring(CLUSTER_STATE.length()).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (StorageUnavailableException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
