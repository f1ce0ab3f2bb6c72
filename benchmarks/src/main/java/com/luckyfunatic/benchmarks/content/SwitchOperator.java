package com.luckyfunatic.benchmarks.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
        ObjectNode body =
                JSON.createObjectNode()
                        .put("action", "publish")
                        .put("document", LoadCatalog.forSwitch(version, price))
                        .put("reasonCode", "other")
                        .put("reason", "release " + number + " of a benchmark");
        JsonNode plan = answer(server, "/support/catalog/plans", body, "release-" + number);
        JsonNode done =
                answer(
                        server,
                        "/support/plans/" + plan.path("planId").asText() + "/execute",
                        JSON.createObjectNode().put("planHash", plan.path("planHash").asText()),
                        "carry-out-" + number);
        String moment = done.at("/after/content/activeFrom").asText();
        String name = version + "#" + done.at("/after/content/release").asText();
        return new Release(number, name, price, Instant.parse(moment).toEpochMilli());
    }

    private JsonNode answer(GameClient server, String path, ObjectNode body, String key)
            throws IOException {
        Reply reply = server.post(path, body.toString(), authorization, key);
        if (reply.status() != 200) {
            throw new IllegalStateException("a release was answered with " + reply);
        }
        return reply.body().path("data");
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
