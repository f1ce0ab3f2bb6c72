package com.luckyfunatic.server.game;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.server.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A player who has logged in over HTTP, and plays over HTTP. */
public record TestPlayer(TestServer http, long telegramId, String id, String token) {
    /** Logs an account in. */
    public static TestPlayer logIn(TestServer http, long telegramId) {
        return logIn(http, telegramId, null);
    }

    static TestPlayer logIn(TestServer http, long telegramId, @Nullable String startParam) {
        String startField = startParam == null ? "" : ",\"startParam\":\"" + startParam + "\"";
        HttpResponse<String> response =
                http.post(
                        "/dev/login",
                        "{\"telegramId\":"
                                + telegramId
                                + ",\"firstName\":\"Ada\""
                                + startField
                                + "}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode data = TestServer.json(response).get("data");
        return new TestPlayer(
                http, telegramId, data.at("/player/id").textValue(), data.get("token").textValue());
    }

    /** A header as client libraries take it. */
    private String[] authorizedWith(String... headers) {
        return Stream.concat(Stream.of("Authorization", "Bearer " + token), Stream.of(headers))
                .toArray(String[]::new);
    }

    public HttpResponse<String> get(String path, String... headers) {
        return http.get(path, authorizedWith(headers));
    }

    public HttpResponse<String> post(String path, String json, String... headers) {
        return http.post(path, json, authorizedWith(headers));
    }

    public HttpResponse<String> postWithKey(String path, String json, String key) {
        return post(path, json, "Idempotency-Key", key);
    }

    public HttpResponse<String> delete(String path, String json, String key) {
        return http.send(
                http.request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .method("DELETE", HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The data of a good answer to GET. */
    public JsonNode read(String path) {
        return data(get(path));
    }

    /** The data of a good answer to POST. */
    public JsonNode send(String path, String json) {
        return data(post(path, json));
    }

    /** The state, which collects passive income. */
    public JsonNode game() {
        return read("/game");
    }

    /** Taps so many times in as few requests as possible, and returns the last answer's data. */
    public JsonNode tap(int taps) {
        return send("/tap", "{\"taps\":" + taps + "}");
    }

    /**
     * What refusals must not change: the state, without what passes with time alone or says how
     * often it was asked for.
     */
    public JsonNode lastingState() {
        ObjectNode game = game().deepCopy();
        ((ObjectNode) game.get("energy")).remove("fullAt");
        ((ObjectNode) game.get("funz")).remove("passiveIncome");
        game.remove("sequence");
        return game;
    }

    /** The data of a good answer. */
    public static JsonNode data(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode body = TestServer.json(response);
        assertThat(body.get("serverTime").textValue()).matches("\\S+T\\S+\\.\\d{3}Z");
        return body.get("data");
    }
}
