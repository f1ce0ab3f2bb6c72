package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.server.game.GameServer;
import java.net.http.HttpResponse;
import java.util.List;

/** What operators ask for about plans, over HTTP. */
record PlanCalls(GameServer server) {
    HttpResponse<String> post(String who, String path, String body, String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Authorization";
        headers[1] = who;
        System.arraycopy(more, 0, headers, 2, more.length);
        return server.http().post("/support/" + path, body, headers);
    }

    /** Makes a plan at {@code target}, such as {@code players/7}. */
    JsonNode planned(String who, String target, String body, String... more) {
        return data(post(who, target + "/plans", body, more));
    }

    HttpResponse<String> execute(String who, JsonNode plan) {
        return post(
                who,
                "plans/" + plan.path("planId").asText() + "/execute",
                "{\"planHash\":\"" + plan.path("planHash").asText() + "\"}");
    }

    HttpResponse<String> approve(String who, JsonNode plan) {
        return post(who, "plans/" + plan.path("planId").asText() + "/approve", "{}");
    }

    HttpResponse<String> read(String who, JsonNode plan) {
        return server.http()
                .get("/support/plans/" + plan.path("planId").asText(), "Authorization", who);
    }

    List<OperatorAction> recorded(String operator) {
        return server.storage()
                .operatorActions()
                .of(new OperatorName(operator), Long.MAX_VALUE, 100)
                .items()
                .reversed();
    }

    List<String> words(String operator) {
        return recorded(operator).stream()
                .map(each -> each.action() + " " + each.outcome())
                .toList();
    }

    static JsonNode data(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer).get("data");
    }

    static void assertRefused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(code(answer)).isEqualTo(code);
    }
}
