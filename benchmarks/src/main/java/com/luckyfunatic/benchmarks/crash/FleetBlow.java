package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.Databases.Name;
import com.luckyfunatic.devservers.DevServer;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.engine.testkit.fault.FaultProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** A way to hurt one part of a {@link Fleet}. */
public enum FleetBlow {
    /** {@code kill -9} of one of the servers. */
    SERVER(true) {
        @Override
        Callable<?> strike(Fleet fleet) throws InterruptedException {
            return fleet.killServer();
        }
    },

    /** {@code kill -9} of one of the workers; another is started at once. */
    WORKER(false) {
        @Override
        Callable<?> strike(Fleet fleet) throws IOException, InterruptedException {
            fleet.replaceWorker();
            return WHOLE;
        }
    },

    /** {@code kill -9} of Redis, or of one of its masters. */
    REDIS(false) {
        @Override
        Callable<?> strike(Fleet fleet) {
            List<RedisServer> nodes = fleet.databases().redis();
            return killAndRestart(nodes.get(fleet.random().nextInt(nodes.size())));
        }
    },

    /** {@code kill -9} of MySQL or what stands for it. */
    MYSQL(false) {
        @Override
        Callable<?> strike(Fleet fleet) {
            return killAndRestart(fleet.databases().server(Name.MYSQL));
        }
    },

    /** {@code kill -9} of Cassandra. */
    CASSANDRA(true) {
        @Override
        Callable<?> strike(Fleet fleet) {
            return killAndRestart(fleet.databases().server(Name.CASSANDRA));
        }
    },

    /** Lost replies, resets and black holes between two of the processes, until some were hurt. */
    LINK(false) {
        @Override
        Callable<?> strike(Fleet fleet) throws InterruptedException {
            FaultProxy proxy = fleet.link();
            long before = BadNetwork.faults(proxy);
            proxy.bySeed(fleet.random().nextLong(), ONE_REPLY_IN, BadNetwork.FAULTS);
            try {
                for (int i = 0; i < PROLONGED_MAX; i++) {
                    TimeUnit.NANOSECONDS.sleep(DISTURBED.toNanos());
                    if (BadNetwork.faults(proxy) > before) {
                        return WHOLE;
                    }
                }
                throw new IllegalStateException("no reply met a fault: nothing was going on");
            } finally {
                proxy.heal();
            }
        }
    };

    private static final Callable<?> WHOLE = () -> "whole";

    /** Some of the links are hardly used. */
    private static final int ONE_REPLY_IN = 5;

    private static final Duration DISTURBED = Duration.ofSeconds(2);

    /** The servers look after Cassandra every few seconds, at least. */
    private static final int PROLONGED_MAX = 30;

    private final boolean gameGoesOn;

    FleetBlow(boolean gameGoesOn) {
        this.gameGoesOn = gameGoesOn;
    }

    /**
     * Whether everything must be answered by somebody while it lasts. (The others are over too soon
     * to tell, or take away what the game needs.)
     */
    public boolean gameGoesOn() {
        return gameGoesOn;
    }

    /**
     * Strikes.
     *
     * @return makes it whole again; until then others may be struck
     * @throws IllegalStateException when it hit nothing
     */
    abstract Callable<?> strike(Fleet fleet) throws IOException, InterruptedException;

    private static Callable<?> killAndRestart(DevServer server) {
        server.kill();
        return () -> {
            server.restart();
            return "runs";
        };
    }
}
