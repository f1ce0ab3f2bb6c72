package com.luckyfunatic.storage.redis;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.storage.StorageNotOpenableException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.netty.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The connection to a single Redis or to a cluster. Commands that are given while it is down fail
 * at once, and none is ever sent twice. Thread-safe: callers share one connection, which pipelines
 * them.
 */
final class RedisNodes implements AutoCloseable {
    /** How Redis begins to say that it knows us, or what we may, not. */
    private static final List<String> REFUSALS = List.of("WRONGPASS", "NOAUTH", "NOPERM");

    private static final int WAITING_MAX = 50_000;
    private static final Duration TOPOLOGY_REFRESH = Duration.ofSeconds(15);
    private static final Duration CONNECTING_MAX = Duration.ofMillis(500);
    private static final Duration CONNECTING_POLL = Duration.ofMillis(5);

    /** Longer than a command may take: then it has been told that it took too long. */
    private static final Duration SILENCE_MARGIN = Duration.ofMillis(200);

    /** The client would wait up to half a minute, and the game with it. */
    private static final Delay RECONNECT_DELAY =
            Delay.fullJitter(
                    Duration.ofMillis(20), Duration.ofMillis(500), 20, TimeUnit.MILLISECONDS);

    private static final long QUIET_MILLIS = 0;
    private static final long SHUTDOWN_MILLIS = 2_000;

    private final Duration timeout;
    private final AutoCloseable client;
    private final ClientResources resources;
    private final RedisClusterAsyncCommands<String, String> commands;
    private final @Nullable StatefulRedisClusterConnection<String, String> cluster;
    private volatile boolean closed;

    private RedisNodes(
            Duration timeout,
            AutoCloseable client,
            ClientResources resources,
            RedisClusterAsyncCommands<String, String> commands,
            @Nullable StatefulRedisClusterConnection<String, String> cluster) {
        this.timeout = timeout;
        this.client = client;
        this.resources = resources;
        this.commands = commands;
        this.cluster = cluster;
    }

    /**
     * Connects.
     *
     * @throws StorageUnavailableException when nobody answers; try again later
     * @throws StorageNotOpenableException when name or password are wrong
     */
    static RedisNodes open(RedisSettings settings) {
        List<RedisURI> uris = settings.uris().stream().map(RedisURI::create).toList();
        uris.forEach(uri -> uri.setTimeout(settings.timeout()));
        ClientResources resources = resources(settings);
        try {
            return settings.cluster()
                    ? openCluster(settings, uris, resources)
                    : openSingle(settings, uris, resources);
        } catch (RuntimeException e) {
            shutDown(resources);
            String refusal = refusal(e);
            if (refusal != null) {
                throw new StorageNotOpenableException(settings + " refuses us: " + refusal, e);
            }
            throw new StorageUnavailableException("cannot connect to " + settings, e);
        }
    }

    /** What Redis says to somebody with a wrong name or password, who need not try again. */
    private static @Nullable String refusal(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            if (REFUSALS.stream().anyMatch(message::startsWith)) {
                return message;
            }
            for (Throwable suppressed : each.getSuppressed()) {
                String other = refusal(suppressed);
                if (other != null) {
                    return other;
                }
            }
        }
        return null;
    }

    private static ClientResources resources(RedisSettings settings) {
        Duration silence = settings.timeout().plus(SILENCE_MARGIN);
        return ClientResources.builder()
                .reconnectDelay(RECONNECT_DELAY)
                .nettyCustomizer(
                        new NettyCustomizer() {
                            @Override
                            public void afterChannelInitialized(Channel channel) {
                                SilenceWatch.over(channel, silence);
                            }
                        })
                .build();
    }

    private static void shutDown(ClientResources resources) {
        var _ =
                resources
                        .shutdown(QUIET_MILLIS, SHUTDOWN_MILLIS, TimeUnit.MILLISECONDS)
                        .awaitUninterruptibly(SHUTDOWN_MILLIS);
    }

    private static RedisNodes openSingle(
            RedisSettings settings, List<RedisURI> uris, ClientResources resources) {
        RedisClient client = RedisClient.create(resources, uris.getFirst());
        try {
            client.setOptions(common(ClientOptions.builder(), settings).build());
            StatefulRedisConnection<String, String> connection = client.connect();
            return new RedisNodes(settings.timeout(), client, resources, connection.async(), null);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private static RedisNodes openCluster(
            RedisSettings settings, List<RedisURI> uris, ClientResources resources) {
        RedisClusterClient client = RedisClusterClient.create(resources, uris);
        try {
            ClusterClientOptions.Builder options = ClusterClientOptions.builder();
            common(options, settings);
            client.setOptions(
                    options.topologyRefreshOptions(
                                    ClusterTopologyRefreshOptions.builder()
                                            .enablePeriodicRefresh(TOPOLOGY_REFRESH)
                                            .build())
                            .build());
            StatefulRedisClusterConnection<String, String> connection = client.connect();
            return new RedisNodes(
                    settings.timeout(), client, resources, connection.async(), connection);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private static ClientOptions.Builder common(
            ClientOptions.Builder options, RedisSettings settings) {
        return options.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .requestQueueSize(WAITING_MAX)
                .socketOptions(SocketOptions.builder().connectTimeout(settings.timeout()).build())
                .timeoutOptions(TimeoutOptions.enabled(settings.timeout()));
    }

    /** Returns what names the node that has {@code key}; always the same for a single Redis. */
    String nodeOf(String key) {
        return cluster == null ? "" : node(key).getNodeId();
    }

    /**
     * Returns the node that has {@code key}. In a cluster it stays the same one when another takes
     * over; a single Redis is whoever answers at its address.
     */
    RedisNode nodeWith(String key) {
        return cluster == null ? this::ask : asked(node(key));
    }

    /** Returns every other node that has keys; none for a single Redis. */
    List<RedisNode> nodesBesidesThatOf(String key) {
        if (cluster == null) {
            return List.of();
        }
        String own = nodeOf(key);
        return masters().stream()
                .filter(master -> !master.getNodeId().equals(own))
                .filter(master -> !master.is(RedisClusterNode.NodeFlag.FAIL))
                .filter(master -> !master.getSlots().isEmpty())
                .map(this::asked)
                .toList();
    }

    private List<RedisClusterNode> masters() {
        return requireNonNull(cluster).getPartitions().stream()
                .filter(node -> node.is(RedisClusterNode.NodeFlag.UPSTREAM))
                .toList();
    }

    private RedisNode asked(RedisClusterNode node) {
        StatefulRedisClusterConnection<String, String> connected = requireNonNull(cluster);
        return new RedisNode() {
            @Override
            public <T> T ask(
                    Function<RedisClusterAsyncCommands<String, String>, ? extends Future<T>>
                            question) {
                return RedisNodes.this.ask(connect(connected, node), question);
            }
        };
    }

    private RedisClusterAsyncCommands<String, String> connect(
            StatefulRedisClusterConnection<String, String> connected, RedisClusterNode node) {
        return awaited(() -> connected.getConnectionAsync(node.getNodeId())).async();
    }

    /**
     * Learns anew which node has which keys.
     *
     * @throws StorageUnavailableException when no node tells
     */
    void refreshTopology() {
        if (client instanceof RedisClusterClient ofCluster) {
            awaited(() -> ofCluster.refreshPartitionsAsync().toCompletableFuture());
        }
    }

    /** The client itself waits for these without an end. */
    private <T> T awaited(Supplier<? extends Future<T>> question) {
        try {
            return await(commands, _ -> question.get());
        } catch (NotConnectedException e) {
            throw e.toUnavailable();
        }
    }

    private RedisClusterNode node(String key) {
        if (cluster == null) {
            throw new IllegalStateException("a single Redis has no slots");
        }
        RedisClusterNode node = cluster.getPartitions().getPartitionBySlot(SlotHash.getSlot(key));
        if (node == null) {
            throw new StorageUnavailableException("no Redis node has the slot of " + key);
        }
        return node;
    }

    /**
     * Asks for something, of the node of its key, and waits for the reply.
     *
     * @throws StorageUnavailableException when there is none in time; what was asked for may have
     *     happened
     */
    <T> T ask(Function<RedisClusterAsyncCommands<String, String>, ? extends Future<T>> question) {
        return ask(commands, question);
    }

    /**
     * Asks for something as {@link #ask} does, and goes on: several questions are on their way at
     * the same time. The result waits for the reply.
     */
    <T> Supplier<T> send(
            Function<RedisClusterAsyncCommands<String, String>, ? extends Future<T>> question) {
        Future<T> sent;
        try {
            sent = question.apply(commands);
        } catch (RedisException | IllegalStateException e) {
            // It was never sent; who asks again is told why.
            return () -> ask(question);
        }
        return () -> {
            try {
                return await(commands, _ -> sent);
            } catch (NotConnectedException e) {
                return ask(question);
            }
        };
    }

    private <T> T ask(
            RedisClusterAsyncCommands<String, String> asked,
            Function<RedisClusterAsyncCommands<String, String>, ? extends Future<T>> question) {
        long giveUpAt = System.nanoTime() + CONNECTING_MAX.toNanos();
        while (true) {
            try {
                return await(asked, question);
            } catch (NotConnectedException e) {
                // It was never sent. The nodes of a cluster are connected as they are needed.
                if (cluster == null || System.nanoTime() > giveUpAt) {
                    throw e.toUnavailable();
                }
                LockSupport.parkNanos(CONNECTING_POLL.toNanos());
            }
        }
    }

    private <T> T await(
            RedisClusterAsyncCommands<String, String> asked,
            Function<RedisClusterAsyncCommands<String, String>, ? extends Future<T>> question) {
        if (closed) {
            throw new StorageUnavailableException("the connection to Redis is closed");
        }
        try {
            // The client's own timeout comes first; this is for the day it does not.
            return question.apply(asked).get(timeout.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RedisNoScriptException noScript -> throw noScript;
                case RedisException away when NotConnectedException.isMeantBy(away) ->
                        throw new NotConnectedException(away);
                case null, default ->
                        throw new StorageUnavailableException("Redis did not answer", e);
            }
        } catch (TimeoutException e) {
            throw new StorageUnavailableException("Redis did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageUnavailableException("interrupted while waiting for Redis", e);
        } catch (RedisException e) {
            throw new StorageUnavailableException("Redis cannot be asked", e);
        } catch (IllegalStateException e) {
            // Closed while it was asked.
            throw new StorageUnavailableException("the connection to Redis is closed", e);
        }
    }

    /**
     * Returns every master by its address, or the single Redis by an empty name: it is whoever
     * answers there.
     */
    Map<String, RedisNode> byName() {
        if (cluster == null) {
            return Map.of("", this::ask);
        }
        return masters().stream()
                .collect(
                        Collectors.toMap(
                                RedisNodes::addressOf,
                                this::asked,
                                (first, _) -> first,
                                TreeMap::new));
    }

    /** Whether these are the nodes of a cluster. */
    boolean isCluster() {
        return cluster != null;
    }

    private static String addressOf(RedisClusterNode node) {
        RedisURI uri = node.getUri();
        return uri.getHost() + ":" + uri.getPort();
    }

    /** A command was rejected, because there is no connection: it was not sent. */
    private static final class NotConnectedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotConnectedException(RedisException cause) {
            super(cause);
        }

        /** The client has no class for it. */
        static boolean isMeantBy(RedisException e) {
            String message = e.getMessage();
            return message != null && message.startsWith("Currently not connected");
        }

        StorageUnavailableException toUnavailable() {
            return new StorageUnavailableException("Redis is not connected", this);
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            client.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot close the connection to Redis", e);
        } finally {
            shutDown(resources);
        }
    }
}
