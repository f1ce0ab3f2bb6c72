package com.luckyfunatic.benchmarks.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.benchmarks.http.GameClient;
import com.luckyfunatic.benchmarks.http.GameClient.Reply;
import com.luckyfunatic.benchmarks.server.LoadCatalog;
import com.luckyfunatic.benchmarks.server.LoadOperator;
import com.luckyfunatic.benchmarks.server.ServerSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** An operator, who publishes content and reads histories through {@code /support}. Immutable. */
final class SwitchOperator {
    private static final int PAGE = 100;
    private static final String PURCHASE = "CardLevelBought";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String authorization;

    private SwitchOperator(LoadOperator operator) {
        authorization = operator.authorization();
    }

    /**
     * Adds one.
     *
     * @param settings of a server that is to know the operator; with embedded storage it must not
     *     run now
     * @param scratch for the credential
     */
    static SwitchOperator add(ServerSettings settings, Path scratch)
            throws IOException, InterruptedException {
        return new SwitchOperator(LoadOperator.add(settings, "live-ops,support", scratch));
    }

    /** Publishes content that comes into force at once, in which levels have another price. */
    Release publish(GameClient server, int number) throws IOException {
        String version = LoadCatalog.version(number);
        long price = LoadCatalog.price(number);
        String body =
                JSON.createObjectNode()
                        .put("document", LoadCatalog.forSwitch(version, price))
                        .put("reason", "release " + number + " of a benchmark")
                        .toString();
        Reply reply =
                server.post("/support/catalog/releases", body, authorization, "release-" + number);
        if (reply.status() != 200) {
            throw new IllegalStateException("a release was answered with " + reply);
        }
        String moment = reply.body().at("/data/release/activeFrom").asText();
        return new Release(number, version, price, Instant.parse(moment).toEpochMilli());
    }

    /** Returns everything that is recorded of a player, oldest first. */
    List<RecordedChange> history(GameClient server, String player) {
        List<RecordedChange> changes = new ArrayList<>();
        String path = "/support/players/" + player + "/history?limit=" + PAGE;
        String cursor = "";
        do {
            JsonNode page = server.get(path + cursor, authorization);
            page.path("data").forEach(each -> changes.add(change(each)));
            String next = page.path("nextCursor").asText("");
            cursor = next.isEmpty() || next.equals("null") ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return changes.reversed();
    }

    private static RecordedChange change(JsonNode change) {
        long price = RecordedChange.NOTHING;
        for (JsonNode event : change.path("events")) {
            if (event.path("@type").asText().equals(PURCHASE)) {
                price = event.path("price").asLong();
            }
        }
        return new RecordedChange(
                change.path("sequence").asLong(),
                Instant.parse(change.path("at").asText()).toEpochMilli(),
                change.path("catalogVersion").asText(),
                price);
    }
}
