package com.luckyfunatic.engine.testkit.fault;

import com.luckyfunatic.engine.testkit.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Passes bytes between clients and one server, and does what a bad network does: {@linkplain Fault
 * to replies}, to new connections, and to those that are open. Listens on loopback, on a port of
 * its own. Thread-safe.
 *
 * <p>A reply is what arrives from the server in one piece. With a request at a time on a connection
 * that is the answer; a long or pipelined one may count as several.
 */
public final class FaultProxy implements AutoCloseable {
    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Map<Class<? extends Fault>, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder connections = new LongAdder();
    private final LongAdder refusals = new LongAdder();
    private volatile Supplier<Fault> faults = Fault.None::new;
    private volatile boolean refusing;

    private FaultProxy(InetSocketAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /** Starts a proxy in front of {@code server} that does nothing bad yet. */
    public static FaultProxy to(InetSocketAddress server) {
        try {
            var listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            var proxy = new FaultProxy(server, listener);
            Thread.ofVirtual().name("fault-proxy").start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients connect to. */
    public InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** Does {@code fault} to every reply from now on. */
    public void always(Fault fault) {
        faults = () -> fault;
    }

    /** Passes every reply on from now on. */
    public void heal() {
        always(new Fault.None());
    }

    /**
     * Does {@code fault} to the next reply, on whatever connection, and nothing to those after it.
     */
    public void once(Fault fault) {
        var left = new AtomicReference<Fault>(fault);
        faults = () -> left.getAndSet(new Fault.None());
    }

    /**
     * Does one of {@code choice} to about one reply in {@code oneIn}. The seed fixes the row of
     * choices; which reply meets which also depends on how the connections interleave.
     */
    public void bySeed(long seed, int oneIn, List<Fault> choice) {
        var random = Seeds.random(seed);
        var kinds = List.copyOf(choice);
        faults = () -> next(random, oneIn, kinds);
    }

    private static Fault next(RandomGenerator random, int oneIn, List<Fault> choice) {
        // Generators are not made for several threads.
        synchronized (random) {
            boolean now = random.nextInt(oneIn) == 0;
            return now ? choice.get(random.nextInt(choice.size())) : new Fault.None();
        }
    }

    /** Resets new connections at once, or no longer. Those that are open stay. */
    public void refuse(boolean on) {
        refusing = on;
    }

    /** Resets all open connections. */
    public void resetAll() {
        links.forEach(Link::reset);
    }

    /** How many replies met a fault of this type. */
    public long count(Class<? extends Fault> type) {
        var count = counts.get(type);
        return count == null ? 0 : count.sum();
    }

    /** How many connections to the server were made. */
    public long connections() {
        return connections.sum();
    }

    /** How many connections were refused. */
    public long refusals() {
        return refusals.sum();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                // Connecting may take long; others need not wait for it.
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException _) {
                // Closed; or the client has gone before we took it, which is its own affair.
            }
        }
    }

    private void connect(Socket client) {
        if (refusing) {
            refusals.increment();
            Link.reset(client);
            return;
        }
        var upstream = new Socket();
        var link = new Link(client, upstream, this::next);
        try {
            upstream.connect(server, CONNECT_TIMEOUT_MILLIS);
        } catch (IOException _) {
            link.reset();
            return;
        }
        connections.increment();
        links.add(link);
        if (listener.isClosed()) {
            link.reset();
        }
        link.run();
        links.remove(link);
    }

    private Fault next() {
        var fault = faults.get();
        counts.computeIfAbsent(fault.getClass(), _ -> new LongAdder()).increment();
        return fault;
    }

    /** Stops listening and resets what is open. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        resetAll();
    }
}
