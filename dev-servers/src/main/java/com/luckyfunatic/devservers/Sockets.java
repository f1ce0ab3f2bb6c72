package com.luckyfunatic.devservers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Opens connections that do not wait for ever. */
final class Sockets {
    private Sockets() {}

    /** Connects; both connecting and each read give up after {@code timeoutMillis}. */
    static Socket connect(InetSocketAddress address, int timeoutMillis) throws IOException {
        var socket = new Socket();
        try {
            socket.setSoTimeout(timeoutMillis);
            socket.connect(address, timeoutMillis);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}
