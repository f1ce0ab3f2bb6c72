package com.luckyfunatic.benchmarks.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was meant and what was answered, kept by a process that is not killed: a line of JSON for
 * each intent before it is sent and for each answer after it came. It is what a person reads when a
 * check fails. Thread-safe.
 */
final class OutsideRecord implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedWriter out;

    OutsideRecord(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
    }

    /** Writes down that {@code intent} is about to be sent. */
    void intent(Intent intent) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("intent", intent.id());
        line.put("player", intent.telegramId());
        line.put("kind", intent.kind());
        line.put("path", intent.path());
        line.put("body", intent.body());
        line.put("key", intent.key());
        write(line);
    }

    /** Writes down what was answered. */
    void reply(Intent intent, Reply reply) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("reply", intent.id());
        line.put("status", reply.status());
        line.put("hit", reply.hit());
        line.put("body", reply.body());
        write(line);
    }

    /** Writes down that no answer came. */
    void silence(Intent intent, IOException why) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("silence", intent.id());
        line.put("why", why.toString());
        write(line);
    }

    private void write(Map<String, Object> line) {
        try {
            String text = JSON.writeValueAsString(line);
            synchronized (out) {
                out.write(text);
                out.newLine();
                out.flush();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the outside record cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (out) {
            out.close();
        }
    }
}
