package com.luckyfunatic.benchmarks.crash;

import com.luckyfunatic.benchmarks.crash.Databases.Name;
import com.luckyfunatic.devservers.DevServer;
import com.luckyfunatic.devservers.RedisServer;
import com.luckyfunatic.engine.testkit.fault.FaultProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A way to hurt one part of a {@link Fleet}; it is whole again afterwards. */
public enum FleetBlow {
    /** {@code kill -9} of one of the servers. */
    SERVER {
        @Override
        void strike(Fleet fleet) throws IOException, InterruptedException {
            fleet.replaceServer();
        }
    },

    /** {@code kill -9} of one of the workers. */
    WORKER {
        @Override
        void strike(Fleet fleet) throws IOException, InterruptedException {
            fleet.replaceWorker();
        }
    },

    /** {@code kill -9} of Redis, or of one of its masters. */
    REDIS {
        @Override
        void strike(Fleet fleet) {
            List<RedisServer> nodes = fleet.databases().redis();
            killAndRestart(nodes.get(fleet.random().nextInt(nodes.size())));
        }
    },

    /** {@code kill -9} of MySQL or what stands for it. */
    MYSQL {
        @Override
        void strike(Fleet fleet) {
            killAndRestart(fleet.databases().server(Name.MYSQL));
        }
    },

    /** {@code kill -9} of Cassandra. */
    CASSANDRA {
        @Override
        void strike(Fleet fleet) {
            killAndRestart(fleet.databases().server(Name.CASSANDRA));
        }
    },

    /** Lost replies, resets and black holes between two of the processes. */
    LINK {
        @Override
        void strike(Fleet fleet) throws InterruptedException {
            FaultProxy proxy = fleet.link();
            proxy.bySeed(fleet.random().nextLong(), ONE_REPLY_IN, BadNetwork.FAULTS);
            TimeUnit.NANOSECONDS.sleep(DISTURBED.toNanos());
            proxy.heal();
        }
    };

    /** Some of the links are hardly used. */
    private static final int ONE_REPLY_IN = 20;

    private static final Duration DISTURBED = Duration.ofSeconds(2);

    /** Strikes, and returns when what was struck runs again or has been told to. */
    abstract void strike(Fleet fleet) throws IOException, InterruptedException;

    private static void killAndRestart(DevServer server) {
        server.kill();
        server.restart();
    }
}
