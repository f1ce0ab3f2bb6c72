package com.luckyfunatic.devservers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on loopback that nobody listens on. They lie below those that systems give to outgoing
 * connections, so that a killed server finds its port free when it comes back, and so does the port
 * 10 000 above, which Redis Cluster uses as well. Thread-safe.
 *
 * <p>Between looking whether a port is free and a server's listening on it, another JVM may look as
 * well. JVMs that run beside each other on purpose, as the forks of a build do, are therefore told
 * by {@code funatic.servers.fork} (the number of this one, from 1) and {@code
 * funatic.servers.forks} (how many there are) which ports are theirs.
 */
public final class Ports {
    static final int CLUSTER_BUS_OFFSET = 10_000;
    private static final int FIRST = 12_000;
    private static final int END = 22_000;
    private static final int ATTEMPTS = 10_000;
    private static final int FORKS = Integer.getInteger("funatic.servers.forks", 1);
    private static final int FORK = Integer.getInteger("funatic.servers.fork", 1);

    /** Never given out twice by one JVM: a server may need some time before it listens. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** Returns a free port, which this JVM is not given again. */
    public static int free() {
        for (int i = 0; i < ATTEMPTS; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (take(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port between " + FIRST + " and " + END);
    }

    /** Takes {@code port} if it is free. */
    static boolean take(int port) {
        return belongs(port, FORK, FORKS)
                && isFree(port)
                && isFree(port + CLUSTER_BUS_OFFSET)
                && GIVEN.add(port);
    }

    /** Makes {@code port} available to {@link #take} again. */
    static void release(int port) {
        GIVEN.remove(port);
    }

    /** Each port belongs to one of {@code forks}, which are numbered from 1. */
    static boolean belongs(int port, int fork, int forks) {
        return port % forks == fork % forks;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
