package com.luckyfunatic.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsLoader;
import com.luckyfunatic.server.config.SettingsSources;
import com.luckyfunatic.server.json.StrictJson;
import com.luckyfunatic.server.token.TokenIssuer;
import com.luckyfunatic.server.token.TokenKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** The whole server on a free port with a data directory of its own, and a client for it. */
public final class TestServer implements AutoCloseable {
    /** Long enough for a busy machine; a hanging request must fail its test, not hang the build. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FunaticServer server;
    private final Path dataDir;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(FunaticServer server, Path dataDir) {
        this.server = server;
        this.dataDir = dataDir;
    }

    /**
     * Starts it in dev mode without limits, which prod mode insists on; {@code environment} changes
     * that.
     */
    public static TestServer start(Map<String, String> environment, Object... beans) {
        Path dataDir = temporaryDirectory();
        Map<String, String> all = new HashMap<>();
        all.put("FUNATIC_HTTP_PORT", "0");
        all.put("FUNATIC_MANAGEMENT_PORT", "-1");
        if (!"prod".equals(environment.get("FUNATIC_MODE"))) {
            all.put("FUNATIC_RATE_LIMITS", "false");
        } else {
            all.put("FUNATIC_MINIGAME_KEYS", "star_catcher:" + UUID.randomUUID());
        }
        all.put("FUNATIC_DATA_DIR", dataDir.toString());
        all.putAll(environment);
        Settings settings = SettingsLoader.load(new SettingsSources(Map.of(), all, null));
        return new TestServer(FunaticServer.start(settings, beans), dataDir);
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("funatic-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FunaticServer server() {
        return server;
    }

    public <T> T bean(Class<T> type) {
        return server.context().getBean(type);
    }

    public URI uri(String path) {
        return server.uri().resolve(path);
    }

    /** A token that the server accepts. */
    public String token(TokenKind kind, long player) {
        return bean(TokenIssuer.class)
                .issue(kind, new PlayerId(player), 1, Instant.now(), Duration.ofHours(1))
                .token();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(PATIENCE);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(withHeaders(request(path), headers));
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json));
        return send(withHeaders(request, headers));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.Builder withHeaders(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return StrictJson.mapper().readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(response.body(), e);
        }
    }

    /** The {@code code} of an error answer. */
    public static String code(HttpResponse<String> response) {
        return json(response).path("code").asText();
    }

    @Override
    public void close() {
        server.close();
        client.close();
        try (Stream<Path> files = Files.walk(dataDir)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
