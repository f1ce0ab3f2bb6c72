package com.luckyfunatic.benchmarks.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Asks for one answer of each kind: a yardstick's must be about as large as what it stands for. */
final class AnswerSizes {
    private AnswerSizes() {}

    /** Returns the bytes of each answer's body by the request's label. */
    static Map<String, Integer> of(URI url, Player player, Set<RequestKind> kinds)
            throws IOException {
        Map<RequestKind, Integer> sizes = new EnumMap<>(RequestKind.class);
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (RequestKind kind : kinds) {
                sizes.put(kind, size(client, url, kind, player));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Map<String, Integer> byLabel = new TreeMap<>();
        sizes.forEach((kind, size) -> byLabel.put(kind.label(), size));
        return byLabel;
    }

    private static int size(HttpClient client, URI url, RequestKind kind, Player player)
            throws IOException, InterruptedException {
        String body = kind.body(player);
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(kind.path(player)));
        if (kind.authenticated()) {
            request.header("Authorization", player.authorization());
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        request.method(kind.method().name(), BodyPublishers.ofString(body));
        HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(kind.label() + " was answered with " + answer.statusCode());
        }
        return answer.body().length;
    }
}
