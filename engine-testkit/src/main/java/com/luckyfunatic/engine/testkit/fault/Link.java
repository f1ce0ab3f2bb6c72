package com.luckyfunatic.engine.testkit.fault;

import java.io.IOException;
import java.net.Socket;
import java.util.function.Supplier;

/** One client's connection through the proxy, with its connection to the server. */
final class Link {
    private static final int BUFFER = 64 * 1024;

    private final Socket client;
    private final Socket server;
    private final Supplier<Fault> faults;
    private boolean silent;

    Link(Socket client, Socket server, Supplier<Fault> faults) {
        this.client = client;
        this.server = server;
        this.faults = faults;
    }

    /** Passes bytes in both directions until either side ends. */
    void run() {
        var requests = Thread.ofVirtual().start(this::passRequests);
        passReplies();
        requests.interrupt();
    }

    /** Ends both connections without a word. */
    void reset() {
        reset(client);
        reset(server);
    }

    static void reset(Socket socket) {
        try {
            // Closing with this option sends RST instead of FIN.
            socket.setSoLinger(true, 0);
        } catch (IOException _) {
            // It is closed already.
        }
        close(socket);
    }

    private void passRequests() {
        var buffer = new byte[BUFFER];
        try {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            for (int n; (n = client.getInputStream().read(buffer)) >= 0; ) {
                server.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException _) {
            // A side is gone; the other is told below.
        } finally {
            end();
        }
    }

    private void passReplies() {
        var buffer = new byte[BUFFER];
        try {
            for (int n; (n = server.getInputStream().read(buffer)) >= 0; ) {
                if (!silent) {
                    pass(buffer, n);
                }
            }
        } catch (IOException _) {
            // As above.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            end();
        }
    }

    private void pass(byte[] reply, int length) throws IOException, InterruptedException {
        switch (faults.get()) {
            case Fault.None() -> client.getOutputStream().write(reply, 0, length);
            case Fault.Drop() -> end();
            case Fault.Reset() -> reset();
            case Fault.Cut() -> {
                client.getOutputStream().write(reply, 0, length / 2);
                reset();
            }
            case Fault.BlackHole() -> silent = true;
            case Fault.Delay(var delay) -> {
                Thread.sleep(delay);
                client.getOutputStream().write(reply, 0, length);
            }
        }
    }

    private void end() {
        close(client);
        close(server);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException _) {
            // There is nothing left to close.
        }
    }
}
