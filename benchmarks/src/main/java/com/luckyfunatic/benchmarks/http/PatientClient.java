package com.luckyfunatic.benchmarks.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Sends what prepares a measurement, as a patient client does: a server that has just started, on
 * databases that have just started, asks for patience now and then. Thread-safe.
 */
final class PatientClient implements AutoCloseable {
    private static final int UNAVAILABLE = 503;
    private static final int ATTEMPTS = 30;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

    /**
     * Returns the answer to {@code request}, which must do no harm when it is repeated: after a 503
     * it is, for half a minute, and once when the connection breaks, because the client sometimes
     * takes one from its pool that it is closing.
     */
    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = sendOnceOrTwice(request);
        for (int attempt = 1; answer.statusCode() == UNAVAILABLE && attempt < ATTEMPTS; attempt++) {
            Thread.sleep(Duration.ofSeconds(1));
            answer = sendOnceOrTwice(request);
        }
        return answer;
    }

    private HttpResponse<byte[]> sendOnceOrTwice(HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException _) {
            return client.send(request, BodyHandlers.ofByteArray());
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
