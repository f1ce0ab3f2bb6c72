package com.luckyfunatic.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.luckyfunatic.engine.player.PlayerId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Token buckets: one for every player, and four for every address.
 *
 * <p>Requests with a valid token count for their player and, in a wide bucket, for their address,
 * because many players share one address behind a mobile network. All others count for their
 * address in a narrow bucket, so that a stranger there cannot use up what its players may send.
 * Files of the page have a bucket of their own, as wide as that of the players who open it.
 * Thread-safe; no locks.
 */
public final class RequestLimits {
    /**
     * How fast a bucket fills and how much it holds.
     *
     * @param perSecond requests per second in the long run
     * @param burst requests at once
     */
    public record Rate(int perSecond, int burst) {}

    private static final Rate SIGN_INS = new Rate(1, 10);
    private static final int CALLERS_MAX = 100_000;
    private static final int IPV6_NETWORK_BYTES = 8;

    private final Rate playerRate;
    private final Rate addressRate;
    private final Rate sharedRate;
    private final TimeMeter clock;
    private final Cache<PlayerId, Bucket> players;
    private final Cache<ByteBuffer, Bucket> addresses;
    private final Cache<ByteBuffer, Bucket> shared;
    private final Cache<ByteBuffer, Bucket> files;
    private final Cache<ByteBuffer, Bucket> signIns;

    /**
     * Begins with full buckets.
     *
     * @param playerRate of one player
     * @param addressRate of the requests of one address that carry no valid token
     * @param sharedRate of all players of one address together, and of the page's files that the
     *     address asks for
     */
    public RequestLimits(Rate playerRate, Rate addressRate, Rate sharedRate, TimeMeter clock) {
        this.playerRate = playerRate;
        this.addressRate = addressRate;
        this.sharedRate = sharedRate;
        this.clock = clock;
        this.players = cache(playerRate);
        this.addresses = cache(addressRate);
        this.shared = cache(sharedRate);
        this.files = cache(sharedRate);
        this.signIns = cache(SIGN_INS);
    }

    /** A bucket that nobody used for as long as it takes to fill is as good as a new one. */
    private static <K> Cache<K, Bucket> cache(Rate rate) {
        Duration toFill = Duration.ofSeconds(rate.burst() / rate.perSecond() + 1L);
        return Caffeine.newBuilder()
                .maximumSize(CALLERS_MAX)
                .expireAfterAccess(toFill)
                .executor(Runnable::run)
                .build();
    }

    /**
     * Counts a request of a player, and only if the player may send it also for the address, so
     * that one player cannot use up what the others there may send; returns 0, or after how many
     * seconds to try again.
     */
    public long tryPlayer(PlayerId player, InetAddress address) {
        long waitSeconds = take(players.get(player, _ -> bucket(playerRate)));
        return waitSeconds > 0
                ? waitSeconds
                : take(shared.get(network(address), _ -> bucket(sharedRate)));
    }

    /**
     * Counts a request without a valid token; returns 0, or after how many seconds to try again.
     */
    public long tryAddress(InetAddress address) {
        return take(addresses.get(network(address), _ -> bucket(addressRate)));
    }

    /**
     * Counts a look at an operator's credential, which is costly and may be a guess; returns 0, or
     * after how many seconds to try again.
     */
    public long trySignIn(InetAddress address) {
        return take(signIns.get(network(address), _ -> bucket(SIGN_INS)));
    }

    /**
     * Counts a request for a file of the page; returns 0, or after how many seconds to try again.
     */
    public long tryFile(InetAddress address) {
        return take(files.get(network(address), _ -> bucket(sharedRate)));
    }

    private Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(rate.burst())
                                .refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .withCustomTimePrecision(clock)
                .build();
    }

    private static long take(Bucket bucket) {
        if (bucket.tryConsume(1)) {
            return 0;
        }
        long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Math.max(1, Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
    }

    /** One IPv6 customer has at least a /64 network to choose addresses from. */
    private static ByteBuffer network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return ByteBuffer.wrap(
                address instanceof Inet6Address ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes);
    }
}
