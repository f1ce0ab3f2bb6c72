package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.operations.content.ReleaseWatch;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases of the content over HTTP. */
class ReleasesTest {
    /** A request for which there is never a release. */
    static final String EMPTY = "{\"document\":\"version: [\",\"reason\":\"x\"}";

    private static final String PATH = "/support/catalog/releases";

    private GameServer server;
    private String ada;
    private String content;

    @BeforeEach
    void start() throws IOException {
        server = GameServer.start(Map.of(), Catalog.of(CatalogLoader.standard()));
        ada = server.newOperator("ada", Role.LIVE_OPS);
        try (InputStream in =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/catalog/default-catalog.yaml"))) {
            content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String body(String version, String old, String changed, String more) {
        String text =
                content.replace("version: \"2026.1\"", "version: \"" + version + "\"")
                        .replace(old, changed);
        return "{\"document\":"
                + new ObjectMapper().getNodeFactory().textNode(text)
                + ",\"reason\":\"for a test\""
                + more
                + "}";
    }

    private HttpResponse<String> post(String path, String body, String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = ada;
        System.arraycopy(more, 0, headers, 2, more.length);
        return server.http().post(PATH + path, body, headers);
    }

    private JsonNode data(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).path("data");
    }

    private JsonNode get(String path) {
        return data(server.http().get(PATH + path, "Authorization", ada));
    }

    private OperatorAction last() {
        return server.storage()
                .operatorActions()
                .of(new OperatorName("ada"), Long.MAX_VALUE, 1)
                .items()
                .getFirst();
    }

    private long funz(TestPlayer player) {
        return server.engine().player(PlayerId.parse(player.id())).orElseThrow().wallet().funz();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
    }

    @Test
    void the_content_of_a_release_is_read_as_it_was_published() {
        post("", body("2", "funzPerTap: 1", "funzPerTap: 2", ""));

        JsonNode read = get("/1/document");

        assertThat(read.path("number").asLong()).isEqualTo(1);
        assertThat(read.path("version").asText()).isEqualTo("2");
        assertThat(read.path("document").asText())
                .isEqualTo(
                        content.replace("version: \"2026.1\"", "version: \"2\"")
                                .replace("funzPerTap: 1", "funzPerTap: 2"));
        assertThat(last().action()).isEqualTo("read_release");
        assertRefused(
                server.http().get(PATH + "/9/document", "Authorization", ada),
                404,
                "unknown_release");
    }

    @Test
    void what_was_shown_against_another_release_is_not_published() {
        String two = body("2", "funzPerTap: 1", "funzPerTap: 2", ",\"expectedCurrent\":0");
        JsonNode shown =
                data(post("", body("2", "funzPerTap: 1", "funzPerTap: 2", ",\"dryRun\":true")));
        assertThat(shown.path("against").asLong(-1)).isZero();
        assertThat(shown.path("replaces").asLong(-1)).isZero();
        data(post("", body("3", "burst: 60", "burst: 61", "")));

        HttpResponse<String> refused = post("", two, "Idempotency-Key", "k1");

        assertRefused(refused, 409, "release_outdated");
        assertThat(json(refused).path("expected").asLong(-1)).isZero();
        assertThat(json(refused).path("current").asLong()).isOne();
        assertThat(json(refused).path("detail").asText())
                .startsWith("It would come in the place of release 1, and was shown against no");
        assertThat(last().detail()).startsWith("release_outdated");
        assertThat(get("")).hasSize(1);
        String now = two.replace("\"expectedCurrent\":0", "\"expectedCurrent\":1");
        JsonNode made = data(post("", now, "Idempotency-Key", "k1"));
        assertThat(made.path("against").asLong()).isOne();
        assertThat(made.path("replaces").asLong()).isOne();
        JsonNode again = data(post("", now, "Idempotency-Key", "k1"));
        assertThat(again.at("/release/number")).isEqualTo(made.at("/release/number"));
        assertThat(get("/2").path("against").asLong()).isOne();
        assertRefused(
                post("/1/restore", "{\"reason\":\"x\",\"expectedCurrent\":1}"),
                409,
                "release_outdated");
        assertRefused(
                post("/1/restore", "{\"reason\":\"x\",\"expectedCurrent\":-1}"),
                400,
                "validation_failed");
        data(post("/1/restore", "{\"reason\":\"x\",\"expectedCurrent\":2}"));
    }

    @Test
    void what_is_published_is_played_and_recorded() {
        TestPlayer player = server.newPlayer();
        JsonNode made = data(post("", body("2", "funzPerTap: 1", "funzPerTap: 2", "")));

        assertThat(made.path("changes").toString())
                .isEqualTo("[\"version: \\\"2026.1\\\" → \\\"2\\\"\",\"tap: funz per tap 1 → 2\"]");
        assertThat(made.at("/release/number").asLong()).isEqualTo(1);
        assertThat(made.at("/release/state").asText()).isEqualTo("in_force");
        assertThat(last().action()).isEqualTo("publish_release");
        assertThat(last().detail())
                .isEqualTo("version 2, 2 changes, 0 losses accepted: for a test");

        server.http().bean(ReleaseWatch.class).look();
        player.tap(1);
        assertThat(funz(player)).isEqualTo(2);
        assertThat(json(server.http().get("/public/catalog")).at("/data/version").asText())
                .isEqualTo("2");
        assertThat(get("").get(0).path("version").asText()).isEqualTo("2");
        assertThat(get("/1").path("changes")).isEmpty();
        assertThat(get("/1").has("against")).isTrue();
        assertThat(get("/1").path("against").isNull()).as("nothing was compared").isTrue();
    }

    @Test
    void a_key_publishes_once() {
        String body = body("2", "burst: 60", "burst: 70", "");
        data(post("", body, "Idempotency-Key", "k"));
        HttpResponse<String> again = post("", body, "Idempotency-Key", "k");

        assertThat(data(again).at("/release/number").asLong()).isEqualTo(1);
        assertThat(again.headers().firstValue("Idempotency-Hit")).hasValue("true");
        assertRefused(
                post("", body("3", "burst: 60", "burst: 70", ""), "Idempotency-Key", "k"),
                422,
                "idempotency_key_reused");
        assertRefused(
                post("/1/restore", "{\"reason\":\"for a test\"}", "Idempotency-Key", "k"),
                422,
                "idempotency_key_reused");
        String later = ",\"activeFrom\":\"2099-01-01T00:00:00Z\"";
        assertRefused(
                post("", body("2", "burst: 60", "burst: 70", later), "Idempotency-Key", "k"),
                422,
                "idempotency_key_reused");
        assertThat(get("")).hasSize(1);
    }

    @Test
    void a_trial_under_a_used_key_tells_what_was_published_though_it_would_be_refused_now() {
        String more =
                ",\"expectedCurrent\":0,\"activeFrom\":\"%s\""
                        .formatted(server.clock().instant().plusSeconds(60));
        data(post("", body("2", "burst: 60", "burst: 70", more), "Idempotency-Key", "k"));
        server.clock().advance(Duration.ofMinutes(5));
        String trial = body("2", "burst: 60", "burst: 70", more + ",\"dryRun\":true");

        JsonNode again = data(post("", trial, "Idempotency-Key", "k"));
        assertRefused(post("", trial, "Idempotency-Key", "k2"), 400, "validation_failed");

        assertThat(again.at("/release/number").asLong()).isOne();
        assertThat(get("")).hasSize(1);
    }

    @Test
    void a_trial_uses_no_key_up() {
        String body = body("2", "burst: 60", "burst: 70", ",\"expectedCurrent\":0");
        String trial = body("2", "burst: 60", "burst: 70", ",\"dryRun\":true");
        data(post("", trial, "Idempotency-Key", "k"));
        data(post("", body, "Idempotency-Key", "k"));

        JsonNode again = data(post("", body, "Idempotency-Key", "k"));

        assertThat(again.at("/release/number").asLong()).isOne();
        String asked = trial.replace("\"dryRun\"", "\"expectedCurrent\":0,\"dryRun\"");
        assertThat(data(post("", asked, "Idempotency-Key", "k")).at("/release/number").asLong())
                .isOne();
        assertRefused(post("", asked), 409, "release_outdated");
    }

    @Test
    void a_trial_publishes_nothing() {
        JsonNode made = data(post("", body("2", "burst: 60", "burst: 70", ",\"dryRun\":true")));

        assertThat(made.at("/release/number").asLong()).isZero();
        assertThat(made.at("/release/state").asText()).isEqualTo("planned");
        assertThat(get("")).isEmpty();
    }

    @Test
    void what_is_planned_can_be_called_off() {
        String at = ",\"activeFrom\":\"2999-01-01T00:00:00Z\"";
        assertThat(
                        data(post("", body("2", "burst: 60", "burst: 70", at)))
                                .at("/release/state")
                                .asText())
                .isEqualTo("planned");

        assertThat(data(post("/1/cancel", "{}")).path("state").asText()).isEqualTo("cancelled");
        assertThat(data(post("/1/cancel", "")).path("state").asText()).isEqualTo("cancelled");
        assertRefused(post("/1/restore", "{\"reason\":\"x\"}"), 404, "unknown_release");
        assertThat(last().detail()).startsWith("unknown_release;");

        data(post("", body("3", "burst: 60", "burst: 71", "")));
        assertRefused(post("/2/cancel", "{}"), 409, "release_in_force");
        assertRefused(post("/7/cancel", "{}"), 404, "unknown_release");
        assertRefused(post("/x/cancel", "{}"), 404, "unknown_release");
        assertThat(
                        server
                                .storage()
                                .operatorActions()
                                .latest(Long.MAX_VALUE, 100)
                                .items()
                                .reversed()
                                .stream()
                                .filter(each -> each.action().equals("cancel_release"))
                                .map(each -> each.reference() + " " + each.outcome()))
                .containsExactly(
                        "1 BEGUN",
                        "1 DONE",
                        "1 BEGUN",
                        "1 DONE",
                        "2 BEGUN",
                        "null REFUSED",
                        "null REFUSED",
                        "null REFUSED");
    }

    @Test
    void earlier_content_comes_back() {
        data(post("", body("2", "exchanges:\n", "exchanges:\n  - {id: new, name: New}\n", "")));
        data(
                post(
                        "",
                        body(
                                "3",
                                "exchanges:\n",
                                """
                                exchanges:
                                  - {id: new, name: New}
                                  - {id: newer, name: Newer}
                                """,
                                "")));
        server.http().bean(ReleaseWatch.class).look();

        assertRefused(post("/1/restore", "{\"reason\":\"x\"}"), 422, "catalog_losses");
        JsonNode back = data(post("/1/restore", "{\"reason\":\"x\",\"acceptLosses\":true}"));

        assertThat(back.at("/release/restores").asLong()).isEqualTo(1);
        assertThat(back.path("changes").toString()).contains("exchange newer: withdrawn");
        assertThat(back.path("losses")).hasSize(1);
        assertThat(get("/3?against=1").path("changes")).isEmpty();
        assertThat(get("").findValuesAsText("state"))
                .containsExactly("in_force", "replaced", "replaced");
    }

    @Test
    void what_cannot_be_published_is_refused_and_recorded() {
        HttpResponse<String> invalid = post("", body("2", "burst: 60", "burst: 0", ""));
        assertRefused(invalid, 422, "catalog_invalid");
        assertThat(json(invalid).path("problems").toString()).contains("tap.burst");
        assertThat(last().detail()).isEqualTo("catalog_invalid; for a test");

        HttpResponse<String> losing = post("", body("2", "  - {id: okx, name: OKX}\n", "", ""));
        assertRefused(losing, 422, "catalog_losses");
        assertThat(json(losing).path("losses").toString()).contains("exchange okx");

        assertRefused(
                post("", body("2026.1", "burst: 60", "burst: 70", "")),
                409,
                "catalog_version_taken");
        for (String more :
                new String[] {
                    ",\"activeFrom\":\"2001-01-01T00:00:00Z\"", ",\"activeFrom\":\"soon\""
                }) {
            assertRefused(
                    post("", body("2", "burst: 60", "burst: 70", more)), 400, "validation_failed");
        }
        assertRefused(post("", "{\"reason\":\"x\"}"), 400, "validation_failed");
        assertRefused(post("", "{\"document\":\"x\",\"reason\":\"\"}"), 400, "validation_failed");
        assertThat(get("")).isEmpty();
    }
}
