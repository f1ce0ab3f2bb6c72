package com.luckyfunatic.engine.testkit.fault;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Sends back what it receives, and counts it. */
final class EchoServer implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    private final AtomicLong received = new AtomicLong();

    private final Thread acceptor;

    EchoServer() throws IOException {
        acceptor = Thread.ofVirtual().start(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    /** Bytes so far. */
    long received() {
        return received.get();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                Thread.ofVirtual().start(() -> echo(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void echo(Socket client) {
        var buffer = new byte[8192];
        try (client) {
            for (int n; (n = client.getInputStream().read(buffer)) >= 0; ) {
                received.addAndGet(n);
                client.getOutputStream().write(buffer, 0, n);
            }
        } catch (IOException _) {
            // The client is gone.
        }
    }

    /** Until its thread has left it, the listener goes on taking connections. */
    @Override
    public void close() throws IOException {
        listener.close();
        try {
            acceptor.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
