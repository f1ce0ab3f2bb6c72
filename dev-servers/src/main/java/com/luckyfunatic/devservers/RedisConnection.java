package com.luckyfunatic.devservers;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * As much of a Redis client as it takes to see that a server is up and to form a cluster. A real
 * client would put its libraries, in its versions, on the class path of whatever starts a server.
 */
final class RedisConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 5_000;

    private final Socket socket;
    private final InputStream in;

    private RedisConnection(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream());
    }

    static RedisConnection open(InetSocketAddress address) throws IOException {
        return new RedisConnection(Sockets.connect(address, TIMEOUT_MILLIS));
    }

    /** Sends a command whose answer is a text or a number, and returns that. */
    String call(String... words) throws IOException {
        var request = new ByteArrayOutputStream();
        request.writeBytes(ascii("*" + words.length + "\r\n"));
        for (String word : words) {
            var bytes = word.getBytes(StandardCharsets.UTF_8);
            request.writeBytes(ascii("$" + bytes.length + "\r\n"));
            request.writeBytes(bytes);
            request.writeBytes(ascii("\r\n"));
        }
        socket.getOutputStream().write(request.toByteArray());
        return reply(words[0]);
    }

    private String reply(String command) throws IOException {
        var line = line();
        var rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> rest;
            case '$' -> {
                var text =
                        new String(in.readNBytes(Integer.parseInt(rest)), StandardCharsets.UTF_8);
                var _ = line();
                yield text;
            }
            default -> throw new IOException(command + " was answered with " + line);
        };
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        int next;
        while ((next = in.read()) != '\r') {
            if (next < 0) {
                throw new EOFException("Redis has closed the connection");
            }
            line.append((char) next);
        }
        var _ = in.read();
        return line.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
