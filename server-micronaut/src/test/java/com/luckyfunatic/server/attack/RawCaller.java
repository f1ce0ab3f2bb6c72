package com.luckyfunatic.server.attack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends requests that a client library would not send, each over a connection of its own. */
final class RawCaller {
    private static final int PATIENCE_MILLIS = 30_000;

    private final URI server;

    RawCaller(URI server) {
        this.server = server;
    }

    /**
     * Sends a request whose headers may hold anything but line feeds.
     *
     * @param headers each ends with a line feed; without those of the connection and the body
     */
    Answer send(String method, String path, String headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head =
                method
                        + " "
                        + path
                        + " HTTP/1.1\r\nHost: "
                        + server.getAuthority()
                        + "\r\nConnection: close\r\nContent-Length: "
                        + bytes.length
                        + "\r\n"
                        + headers
                        + "\r\n";
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(head.getBytes(StandardCharsets.UTF_8));
            request.write(bytes);
            write(socket, request.toByteArray());
            return Answer.parse(read(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that refuses a request need not read it to its end. */
    private static void write(Socket socket, byte[] request) throws IOException {
        try {
            socket.getOutputStream().write(request);
        } catch (SocketException e) {
            // What it has answered can still be read.
            return;
        }
    }

    private static String read(InputStream from) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                all.write(buffer, 0, count);
            }
        } catch (SocketException e) {
            if (all.size() == 0) {
                throw e;
            }
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
