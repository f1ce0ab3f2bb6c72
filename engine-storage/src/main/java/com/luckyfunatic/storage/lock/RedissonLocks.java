package com.luckyfunatic.storage.lock;

import com.luckyfunatic.storage.redis.RedisSettings;
import io.lettuce.core.RedisURI;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.redisson.Redisson;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.BaseConfig;
import org.redisson.config.BaseMasterSlaveServersConfig;
import org.redisson.config.Config;
import org.redisson.config.ReadMode;
import org.redisson.config.SubscriptionMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@link Locks} in Redis, through Redisson. Connects when a lock is first asked for. While Redis is
 * away, or slow, nobody waits for a lock: after a failure none is asked for until a pause is over.
 */
public final class RedissonLocks implements Locks {
    private static final Logger LOG = LoggerFactory.getLogger(RedissonLocks.class);

    /** Less than what is spared by going first. */
    private static final int ANSWER_MILLIS = 150;

    private static final int CONNECT_MILLIS = 500;
    private static final int THREADS = 2;
    private static final int CONNECTIONS = 8;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final RedissonClient client;
    private final String prefix;
    private final AtomicLong pauseUntil = new AtomicLong(System.nanoTime());

    private RedissonLocks(RedissonClient client, String prefix) {
        this.client = client;
        this.prefix = prefix;
    }

    /**
     * Returns locks in the Redis of {@code settings}.
     *
     * @param prefix stands in front of every key
     */
    public static RedissonLocks in(RedisSettings settings, String prefix) {
        Config config = new Config();
        config.setCodec(StringCodec.INSTANCE);
        config.setThreads(THREADS);
        config.setNettyThreads(THREADS);
        config.setLazyInitialization(true);
        if (settings.cluster()) {
            patience(
                    masters(
                            config.useClusterServers()
                                    .addNodeAddress(
                                            settings.uris().stream()
                                                    .map(RedissonLocks::withPort)
                                                    .toArray(String[]::new))));
        } else {
            patience(
                    config.useSingleServer()
                            .setAddress(withPort(settings.uris().getFirst()))
                            .setConnectionPoolSize(CONNECTIONS)
                            .setConnectionMinimumIdleSize(1)
                            .setSubscriptionConnectionPoolSize(CONNECTIONS)
                            .setSubscriptionConnectionMinimumIdleSize(1));
        }
        return new RedissonLocks(Redisson.create(config), prefix);
    }

    /** Redisson knows no usual port. */
    static String withPort(String uri) {
        return URI.create(uri).getPort() < 0
                ? uri.replaceFirst("^(\\w+://[^/?]+)", "$1:" + RedisURI.DEFAULT_REDIS_PORT)
                : uri;
    }

    private static <T extends BaseMasterSlaveServersConfig<T>> T masters(T nodes) {
        return nodes.setReadMode(ReadMode.MASTER)
                .setSubscriptionMode(SubscriptionMode.MASTER)
                .setMasterConnectionPoolSize(CONNECTIONS)
                .setMasterConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(CONNECTIONS)
                .setSubscriptionConnectionMinimumIdleSize(1);
    }

    /** A script that may have run is never sent again. */
    private static void patience(BaseConfig<?> nodes) {
        nodes.setRetryAttempts(0);
        nodes.setTimeout(ANSWER_MILLIS);
        nodes.setConnectTimeout(CONNECT_MILLIS);
    }

    @Override
    public Attempt attempt(String name, Duration patience, Duration lease) {
        if (pauseUntil.get() - System.nanoTime() > 0) {
            return new Attempt(Standing.UNKNOWN, () -> {});
        }
        try {
            RLock lock = client.getLock(prefix + "lock:" + name);
            return lock.tryLock(patience.toMillis(), lease.toMillis(), TimeUnit.MILLISECONDS)
                    ? new Attempt(Standing.FIRST, () -> giveBack(lock))
                    : new Attempt(Standing.TAKEN, () -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt(Standing.UNKNOWN, () -> {});
        } catch (RuntimeException e) {
            pause(e);
            return new Attempt(Standing.UNKNOWN, () -> {});
        }
    }

    private void giveBack(RLock lock) {
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException e) {
            LOG.debug("the lock {} had ended by itself", lock.getName());
        } catch (RuntimeException e) {
            pause(e);
        }
    }

    private void pause(RuntimeException failure) {
        pauseUntil.set(System.nanoTime() + PAUSE_NANOS);
        LOG.info("no locks for a moment, all goes on without: {}", failure.toString());
    }

    @Override
    public void close() {
        pauseUntil.set(System.nanoTime() + Long.MAX_VALUE / 2);
        client.shutdown(0, 2, TimeUnit.SECONDS);
    }
}
