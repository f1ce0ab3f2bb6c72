package com.luckyfunatic.benchmarks.crash;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.benchmarks.crash.Databases.Name;
import com.luckyfunatic.engine.testkit.fault.FaultProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A way to hurt the game on the distributed storage, and what that may cost. */
enum Scenario implements Blow<DistributedStage> {
    /** {@code kill -9} of the game's server. */
    SERVER {
        @Override
        public void strike(DistributedStage stage, Phases phases) throws InterruptedException {
            new ServerKill().strike(stage, phases);
        }

        @Override
        public boolean endsLoad() {
            return true;
        }
    },

    /**
     * The same while the workers run in a process of their own, and evict everybody from Redis
     * before the server is back.
     */
    SERVER_WITH_WORKER {
        @Override
        public void strike(DistributedStage stage, Phases phases) throws InterruptedException {
            new ServerKill().strike(stage, phases);
        }

        @Override
        public boolean endsLoad() {
            return true;
        }

        @Override
        boolean hasOwnWorker() {
            return true;
        }
    },

    /** {@code kill -9} of a Redis that forces each write to disk before it answers. */
    REDIS_ALWAYS {
        @Override
        public void strike(DistributedStage stage, Phases phases) {
            killAndRestart(stage, Name.REDIS, phases);
        }

        @Override
        List<String> redisOptions() {
            return List.of("--appendfsync", "always");
        }
    },

    /** {@code kill -9} of a Redis that forces its writes to disk every second. */
    REDIS_EVERYSEC {
        @Override
        public void strike(DistributedStage stage, Phases phases) {
            killAndRestart(stage, Name.REDIS, phases);
        }

        @Override
        Duration lossAllowed() {
            return Duration.ofSeconds(2);
        }
    },

    /** {@code kill -9} of the process that drains the journals. */
    DRAIN {
        @Override
        public void strike(DistributedStage stage, Phases phases)
                throws IOException, InterruptedException {
            phases.struck();
            stage.replaceWorker();
            phases.healed();
        }

        @Override
        public List<Sight> sights() {
            return SOFT_GOES_ON;
        }

        @Override
        boolean hasOwnWorker() {
            return true;
        }
    },

    /**
     * The workers stand still for longer than their leases last, while others take over; then they
     * go on as if nothing had happened.
     */
    WORKER_FROZEN {
        @Override
        public void strike(DistributedStage stage, Phases phases)
                throws IOException, InterruptedException {
            phases.struck();
            stage.freezeWorker();
            hold(TAKEN_OVER_WITHIN);
            stage.thawWorker();
            phases.healed();
        }

        @Override
        public List<Sight> sights() {
            return SOFT_GOES_ON;
        }

        @Override
        boolean hasOwnWorker() {
            return true;
        }

        // So many players, and so slow, that most are idle at any time, and evicted.
        @Override
        Campaign.Size of(Campaign.Size size) {
            return size.withPlayers(
                    Math.max(size.newPlayers(), IDLE_PLAYERS),
                    size.perSecond() == 0
                            ? IDLE_PER_SECOND
                            : Math.min(size.perSecond(), IDLE_PER_SECOND));
        }
    },

    /** {@code kill -9} of MySQL or what stands for it. */
    MYSQL {
        @Override
        public void strike(DistributedStage stage, Phases phases) {
            killAndRestart(stage, Name.MYSQL, phases);
        }
    },

    /** {@code kill -9} of Cassandra. */
    CASSANDRA {
        @Override
        public void strike(DistributedStage stage, Phases phases) {
            killAndRestart(stage, Name.CASSANDRA, phases);
        }

        @Override
        public List<Sight> sights() {
            return ALL_GOES_ON;
        }
    },

    /** Lost replies, resets and black holes between the server and Redis. */
    REDIS_LINK {
        @Override
        public void strike(DistributedStage stage, Phases phases) throws InterruptedException {
            disturb(proxy(stage, Name.REDIS), stage, phases);
        }

        @Override
        Set<Name> proxied() {
            return Set.of(Name.REDIS);
        }
    },

    /** The same between the server and MySQL. */
    MYSQL_LINK {
        @Override
        public void strike(DistributedStage stage, Phases phases) throws InterruptedException {
            disturb(proxy(stage, Name.MYSQL), stage, phases);
        }

        @Override
        Set<Name> proxied() {
            return Set.of(Name.MYSQL);
        }
    },

    /** The same between the server and Cassandra. */
    CASSANDRA_LINK {
        @Override
        public void strike(DistributedStage stage, Phases phases) throws InterruptedException {
            disturb(proxy(stage, Name.CASSANDRA), stage, phases);
        }

        @Override
        Set<Name> proxied() {
            return Set.of(Name.CASSANDRA);
        }
    },

    /** The same between clients and the server. */
    CLIENT_LINK {
        @Override
        public void strike(DistributedStage stage, Phases phases) throws InterruptedException {
            disturb(stage.clientProxy(), stage, phases);
        }

        @Override
        boolean clientsByProxy() {
            return true;
        }
    },

    /** Redis loses everything it has. */
    REDIS_WIPED {
        @Override
        boolean isLong() {
            return true;
        }

        @Override
        public void strike(DistributedStage stage, Phases phases) {
            wipe(stage, phases);
        }

        @Override
        public List<Sight> sights() {
            return ALL_LOADED_ANEW;
        }

        @Override
        Duration lossAllowed() {
            return DRAIN_LAG;
        }
    },

    /** The same while the workers run in a process of their own, and write snapshots often. */
    REDIS_WIPED_WITH_WORKER {
        @Override
        public void strike(DistributedStage stage, Phases phases) {
            wipe(stage, phases);
        }

        @Override
        public List<Sight> sights() {
            return ALL_LOADED_ANEW;
        }

        @Override
        Duration lossAllowed() {
            return DRAIN_LAG;
        }

        @Override
        boolean hasOwnWorker() {
            return true;
        }
    },

    /** Cassandra is away for a while: twice as long as MySQL. */
    CASSANDRA_AWAY {
        @Override
        boolean isLong() {
            return true;
        }

        @Override
        public void strike(DistributedStage stage, Phases phases) throws InterruptedException {
            phases.struck();
            stage.databases().server(Name.CASSANDRA).kill();
            hold(stage.outage().multipliedBy(2));
            stage.databases().server(Name.CASSANDRA).restart();
            phases.healed();
        }

        @Override
        public List<Sight> sights() {
            return ALL_GOES_ON;
        }
    },

    /** MySQL stands still for a while: connections stay open, nothing is answered. */
    MYSQL_FROZEN {
        @Override
        boolean isLong() {
            return true;
        }

        @Override
        public void strike(DistributedStage stage, Phases phases) throws InterruptedException {
            phases.struck();
            stage.databases().server(Name.MYSQL).pause();
            hold(stage.outage());
            stage.databases().server(Name.MYSQL).resume();
            phases.healed();
        }

        @Override
        public List<Sight> sights() {
            return List.of(
                    new Sight(Phases.Phase.DURING, Phases.Kind.SOFT),
                    new Sight(Phases.Phase.DURING, Phases.Kind.HARD_AWAY));
        }
    };

    /** The drain is promised to be no more than a second behind; a loaded machine gets another. */
    private static final Duration DRAIN_LAG = Duration.ofSeconds(2);

    private static final List<Sight> SOFT_GOES_ON =
            List.of(new Sight(Phases.Phase.DURING, Phases.Kind.SOFT));
    private static final List<Sight> ALL_GOES_ON =
            List.of(
                    new Sight(Phases.Phase.DURING, Phases.Kind.SOFT),
                    new Sight(Phases.Phase.DURING, Phases.Kind.HARD));
    private static final List<Sight> ALL_LOADED_ANEW =
            List.of(new Sight(Phases.Phase.AFTER, Phases.Kind.FIRST_TOUCH));

    /** A lease, and then a pass of each job of those who have taken over. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(25);

    private static final int IDLE_PLAYERS = 600;
    private static final double IDLE_PER_SECOND = 150;

    private static final int ONE_REPLY_IN = 200;
    private static final Duration DISTURBED = Duration.ofSeconds(3);

    /** How often that is prolonged while no reply happens to meet a fault. */
    private static final int PROLONGED_MAX = 20;

    /** As it is called on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How long before the blow a soft change that is lost may have been answered. */
    Duration lossAllowed() {
        return Duration.ZERO;
    }

    /** Whether there is one blow, of which much is to be seen, instead of many. */
    boolean isLong() {
        return false;
    }

    /** Returns the size with which it shows what it is to show. */
    Campaign.Size of(Campaign.Size size) {
        return isLong() ? size.ofLong() : size;
    }

    /** Options of Redis' command line. */
    List<String> redisOptions() {
        return List.of();
    }

    /** Which databases are reached through a proxy. */
    Set<Name> proxied() {
        return Set.of();
    }

    /** Whether clients reach the server through a proxy. */
    boolean clientsByProxy() {
        return false;
    }

    /** Whether the storage's workers run in a process of their own. */
    boolean hasOwnWorker() {
        return false;
    }

    private static void killAndRestart(DistributedStage stage, Name name, Phases phases) {
        var server = stage.databases().server(name);
        phases.struck();
        server.kill();
        server.restart();
        phases.healed();
    }

    private static void wipe(DistributedStage stage, Phases phases) {
        phases.struck();
        stage.databases().wipeRedis();
        phases.healed();
    }

    private static FaultProxy proxy(DistributedStage stage, Name name) {
        return requireNonNull(stage.databases().proxy(name));
    }

    /** Connections that fell silent stay so afterwards: to notice that is the game's affair. */
    private static void disturb(FaultProxy proxy, DistributedStage stage, Phases phases)
            throws InterruptedException {
        long before = BadNetwork.faults(proxy);
        phases.struck();
        proxy.bySeed(stage.nextSeed(), ONE_REPLY_IN, BadNetwork.FAULTS);
        hold(DISTURBED);
        for (int i = 0; i < PROLONGED_MAX && BadNetwork.faults(proxy) == before; i++) {
            hold(DISTURBED);
        }
        proxy.heal();
        phases.healed();
        if (BadNetwork.faults(proxy) == before) {
            throw new IllegalStateException("no reply met a fault: nothing was going on");
        }
    }

    private static void hold(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }
}
