package com.luckyfunatic.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.TestServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A player's other device: the public API without a page, in a login session of its own. */
final class OtherDevice {
    private static final int TAPS = 50;
    private static final Duration UNTIL_THEY_COUNT = Duration.ofSeconds(50);

    private final TestServer server;
    private final ShiftedClock clock;
    private final String token;

    private OtherDevice(TestServer server, ShiftedClock clock, String login) {
        this.server = server;
        this.clock = clock;
        token = data(server.post("/dev/login", login)).path("token").asText();
    }

    /** A device of {@code player}. */
    static OtherDevice of(GamePages pages, long player, String firstName) {
        return new OtherDevice(
                pages.server(),
                pages.clock(),
                "{\"telegramId\": %d, \"firstName\": \"%s\"}".formatted(player, firstName));
    }

    /** A device of a new player whom {@code referrer} has invited. */
    static OtherDevice invited(GamePages pages, String firstName, long referrer) {
        return new OtherDevice(
                pages.server(),
                pages.clock(),
                "{\"telegramId\": %d, \"firstName\": \"%s\", \"startParam\": \"ref_%d\"}"
                        .formatted(pages.newPlayer(), firstName, referrer));
    }

    /** The profile. */
    JsonNode user() {
        return data(server.get("/user", "Authorization", "Bearer " + token));
    }

    void deleteAccount() {
        data(
                server.send(
                        server.request("/user")
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + token)
                                .method(
                                        "DELETE",
                                        HttpRequest.BodyPublishers.ofString(
                                                "{\"confirm\": \"delete my account\"}"))));
    }

    JsonNode game() {
        return data(server.get("/game", "Authorization", "Bearer " + token));
    }

    long taps() {
        return game().path("taps").path("total").asLong();
    }

    int friends() {
        return game().path("referral").path("friends").asInt();
    }

    /** A booster as the state of the game shows it. */
    JsonNode booster(String type) {
        for (JsonNode one : game().path("boosters")) {
            if (one.path("type").asText().equals(type)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no booster " + type);
    }

    /** Taps until {@code funz} are held. */
    void earn(long funz) {
        while (game().path("funz").path("currentFunzBalance").asLong() < funz) {
            tap();
        }
    }

    /** Taps fifty times, after the time in which energy for them comes back. */
    void tap() {
        clock.advance(UNTIL_THEY_COUNT);
        post("/tap", "{\"taps\": " + TAPS + "}");
    }

    /** Buys the next level of a card, {@code levels} times, earning what it costs. */
    void buy(String card, int levels) {
        for (int level = 0; level < levels; level++) {
            earn(priceOf(card));
            post("/cards/buy-card", "{\"cardId\": \"" + card + "\"}");
        }
    }

    void claimQuest(String quest) {
        post("/quests/" + quest + "/claim", "{}");
    }

    void readNews() {
        post("/user/mark-notification-as-read", "{}");
    }

    private long priceOf(String card) {
        JsonNode cards = data(server.get("/cards", "Authorization", "Bearer " + token));
        for (JsonNode one : cards) {
            if (one.path("id").asText().equals(card)) {
                return one.path("buyOrUpgradeCost").asLong();
            }
        }
        throw new IllegalArgumentException("no card " + card);
    }

    private void post(String path, String body) {
        data(server.post(path, body, "Authorization", "Bearer " + token));
    }

    private static JsonNode data(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return TestServer.json(answer).path("data");
    }
}
