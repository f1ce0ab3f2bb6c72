package com.luckyfunatic.devservers;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Redis Cluster of three masters without replicas, each with a third of the slots. Its data and
 * its membership stay in the directory. Each master can be killed, paused and started again on its
 * own; the others notice after two seconds.
 */
public final class RedisCluster implements AutoCloseable {
    private static final int SLOTS = 16_384;
    private static final int MASTERS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(20);

    /** Where the slots of a node begin in its line of CLUSTER NODES. */
    private static final int SLOTS_FIELD = 8;

    private static final List<String> OPTIONS =
            List.of("--cluster-enabled", "yes", "--cluster-node-timeout", "2000");

    private final List<RedisServer> masters;

    private RedisCluster(List<RedisServer> masters) {
        this.masters = List.copyOf(masters);
    }

    /**
     * Starts one and waits until it serves every key.
     *
     * @param options as for {@link RedisServer#start}
     */
    public static RedisCluster start(
            ServerFiles files, RedisVersion version, Path directory, List<String> options) {
        var all = Stream.concat(OPTIONS.stream(), options.stream()).toList();
        var masters = new ArrayList<RedisServer>();
        try {
            for (int i = 1; i <= MASTERS; i++) {
                var place = directory.resolve(Integer.toString(i));
                masters.add(RedisServer.start(files, version, place, all));
            }
            var cluster = new RedisCluster(masters);
            cluster.join();
            cluster.awaitHealthy();
            return cluster;
        } catch (RuntimeException e) {
            masters.forEach(RedisServer::close);
            throw e;
        }
    }

    /** The masters, in the order of their slots. */
    public List<RedisServer> masters() {
        return masters;
    }

    /**
     * Waits until all masters see each other and all slots are served.
     *
     * @throws ServerFailedException if that does not happen within a minute
     */
    public void awaitHealthy() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!masters.stream().allMatch(RedisCluster::isHealthy)) {
            if (System.nanoTime() > deadline) {
                throw failed("did not become healthy", null);
            }
            pauseBriefly();
        }
    }

    private static void pauseBriefly() {
        try {
            Thread.sleep(LOOK_AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a Redis Cluster", e);
        }
    }

    private static boolean isHealthy(RedisServer master) {
        try (var connection = RedisConnection.open(master.address())) {
            var info = connection.call("CLUSTER", "INFO");
            return info.contains("cluster_state:ok")
                    && info.contains("cluster_known_nodes:" + MASTERS);
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * Introduces the masters to each other, also after a restart on other ports, and gives slots to
     * those that have none yet.
     */
    private void join() {
        try {
            for (int i = 0; i < MASTERS; i++) {
                try (var connection = RedisConnection.open(masters.get(i).address())) {
                    if (!hasSlots(connection)) {
                        connection.call(addSlots(SLOTS * i / MASTERS, SLOTS * (i + 1) / MASTERS));
                    }
                    var next = masters.get((i + 1) % MASTERS).address();
                    connection.call(
                            "CLUSTER", "MEET", "127.0.0.1", Integer.toString(next.getPort()));
                }
            }
        } catch (IOException e) {
            throw failed("could not be formed", e);
        }
    }

    private static boolean hasSlots(RedisConnection connection) throws IOException {
        return connection
                .call("CLUSTER", "NODES")
                .lines()
                .filter(line -> line.contains("myself"))
                .anyMatch(line -> line.split(" ").length > SLOTS_FIELD);
    }

    /** Each slot by itself: ranges can be given only since 7.0. */
    private static String[] addSlots(int first, int end) {
        var words = new ArrayList<>(List.of("CLUSTER", "ADDSLOTS"));
        IntStream.range(first, end).mapToObj(Integer::toString).forEach(words::add);
        return words.toArray(String[]::new);
    }

    private ServerFailedException failed(String what, @Nullable IOException cause) {
        var log = masters.getFirst().directory().resolve("server.log");
        return new ServerFailedException("the Redis Cluster " + what, log, cause);
    }

    /** Stops all masters. */
    @Override
    public void close() {
        masters.forEach(RedisServer::close);
    }
}
