package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.json;
import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests about files of adjustments that were twisted, over HTTP. */
class AdjustmentsRefusedTest extends AdjustmentsScene {
    private static final String HASH = "a".repeat(64);

    @TestFactory
    Stream<DynamicTest> rows_that_are_not_those_of_the_manifest_are_refused() {
        return Stream.of(
                twisted("another amount", body -> replaceRows(body, "\"5\"", "\"6\"")),
                twisted("another player", body -> replaceRows(body, player.id(), "7")),
                twisted("another reason", body -> replaceRows(body, "sorry", "sorrz")),
                twisted("a line more", body -> body.put("rows", rows(body) + "\n")),
                twisted("no header", body -> body.put("rows", line(body, 1))),
                twisted("only a header", body -> body.put("rows", line(body, 0))),
                twisted("no CSV", body -> body.put("rows", "\"")),
                twisted("no text", body -> body.put("rows", "\0\ud800")),
                twisted("too many rows", body -> body.put("rows", rows(body) + tooMany())),
                twisted("less is said to move", body -> moves(body).put("jokers", 4)),
                twisted("more is said to move", body -> moves(body).put("jokers", 6)),
                twisted("another kind is said to move", body -> moves(body).put("items", 1)),
                twisted("fewer players are said", body -> moves(body).remove("players")),
                twisted("more players are said", body -> moves(body).put("players", 2)),
                twisted("another hash", body -> part(body).put("sha256", HASH)));
    }

    private static String rows(ObjectNode body) {
        return body.path("rows").asText();
    }

    private static String line(ObjectNode body, int index) {
        return rows(body).lines().skip(index).findFirst().orElseThrow();
    }

    private static void replaceRows(ObjectNode body, String old, String changed) {
        assertThat(rows(body)).contains(old);
        body.put("rows", rows(body).replace(old, changed));
    }

    private static ObjectNode part(ObjectNode body) {
        return (ObjectNode) body.at("/manifest/0");
    }

    private static ObjectNode moves(ObjectNode body) {
        return (ObjectNode) body.at("/manifest/0/moves");
    }

    private String tooMany() {
        return IntStream.range(0, 200)
                .mapToObj(i -> row("m" + i, "jokers", 1))
                .collect(Collectors.joining());
    }

    private DynamicTest twisted(String what, Consumer<ObjectNode> twist) {
        return DynamicTest.dynamicTest(
                what,
                () -> {
                    AdjustmentBodies file = AdjustmentBodies.of(row("a", "jokers", 5));
                    ObjectNode body = file.apply(1);
                    twist.accept(body);

                    for (HttpResponse<String> refused :
                            List.of(check(ada, body), apply(ada, body))) {
                        assertRefused(refused, 422, "adjustments_invalid");
                        assertThat(json(refused).path("problems")).isNotEmpty();
                        assertThat(last("ada").detail()).startsWith("adjustments_invalid;");
                    }
                    assertThat(jokers()).isEqualTo(10);
                });
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_request_is_told_by_its_field() {
        return Stream.of(
                wrong("no manifest", "manifest", body -> body.remove("manifest")),
                wrong("an empty manifest", "manifest", body -> body.putArray("manifest")),
                wrong("a part that is null", "manifest", body -> parts(body).addNull()),
                wrong("too many parts", "manifest", body -> fill(body, 201)),
                wrong("no hash", "manifest", body -> part(body).remove("sha256")),
                wrong("a short hash", "manifest", body -> part(body).put("sha256", "a")),
                wrong(
                        "a hash in capitals",
                        "manifest",
                        body -> part(body).put("sha256", HASH.replace('a', 'A'))),
                wrong("nothing moved", "manifest", body -> part(body).remove("moves")),
                wrong("an unknown kind", "manifest", body -> moves(body).put("gold", 1)),
                wrong("stars", "manifest", body -> moves(body).put("stars", 1)),
                wrong("none of a kind", "manifest", body -> moves(body).put("jokers", 0)),
                wrong("a sum below zero", "manifest", body -> moves(body).put("jokers", -5)),
                wrong("a sum that is null", "manifest", body -> moves(body).putNull("jokers")),
                wrong("a sum with a fraction", "", body -> moves(body).put("jokers", 1.5)),
                wrong(
                        "a sum that is no long",
                        "",
                        body -> moves(body).put("jokers", new BigInteger("9".repeat(20)))),
                wrong(
                        "sums that overflow",
                        "manifest",
                        body -> {
                            fill(body, 2);
                            moves(body).put("jokers", Long.MAX_VALUE - 1);
                        }),
                wrong("part 0", "part", body -> body.put("part", 0)),
                wrong("a part that there is not", "part", body -> body.put("part", 2)),
                wrong("no part", "part", body -> body.remove("part")),
                wrong("no rows", "rows", body -> body.remove("rows")),
                wrong("empty rows", "rows", body -> body.put("rows", "")),
                wrong("no reason", "reason", body -> body.remove("reason")),
                wrong("a blank reason", "reason", body -> body.put("reason", " ")),
                wrong("a long reason", "reason", body -> body.put("reason", "x".repeat(501))),
                wrong("a reason of two lines", "reason", body -> body.put("reason", "a\nb")),
                wrong("no name", "approvedBy", body -> body.put("approvedBy", "No One")));
    }

    private static ArrayNode parts(ObjectNode body) {
        return (ArrayNode) body.path("manifest");
    }

    private static void fill(ObjectNode body, int count) {
        ArrayNode parts = parts(body);
        while (parts.size() < count) {
            parts.add(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("sha256", HASH)
                            .set("moves", moves(body).deepCopy()));
        }
    }

    private DynamicTest wrong(String what, String field, Consumer<ObjectNode> twist) {
        return DynamicTest.dynamicTest(
                what,
                () -> {
                    ObjectNode body = AdjustmentBodies.of(row("a", "jokers", 5)).apply(1);
                    twist.accept(body);

                    HttpResponse<String> refused = apply(ada, body);

                    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
                    assertThat(json(refused).at("/errors/0/field").asText()).startsWith(field);
                    if (field.equals("manifest")) {
                        assertRefused(check(ada, body), 400, "validation_failed");
                        assertRefused(approve(lead, body), 400, "validation_failed");
                    }
                    assertThat(jokers()).isEqualTo(10);
                    assertThat(calls.words("ada"))
                            .as("only that it was refused is recorded")
                            .isNotEmpty()
                            .isSubsetOf("adjust_file REFUSED", "check_adjust_file REFUSED");
                    assertThat(calls.words("lead")).isSubsetOf("approve_adjust_file REFUSED");
                });
    }

    @Test
    void the_largest_request_is_one_that_a_server_takes() throws IOException {
        String longReason = "\"\"".repeat(150);
        String text =
                IntStream.range(0, 6_700)
                        .mapToObj(i ->
                                "%050d,%d,funz,%d,lost_reward_of_somebody,\"%s\"\n"
                                        .formatted(i, 1L + i, 9_007_199_254_740_991L, longReason))
                        .collect(Collectors.joining());
        Path file =
                Files.writeString(
                        directory.resolve("rows.csv"),
                        "operation_id,player_id,currency_or_item,amount,reason_code,reason\n"
                                + text);
        AdjustmentFile read = AdjustmentFile.read(file);
        assertThat(read.problems()).isEmpty();
        AdjustmentBodies bodies = AdjustmentBodies.of(read);
        assertThat(bodies.manifest().parts()).hasSizeLessThan(200);
        ObjectNode body = bodies.apply(1).put("reason", "字".repeat(500));
        fill(body, 200);
        for (JsonNode part : parts(body)) {
            ((ObjectNode) part.path("moves"))
                    .put("funz", 1_801_439_850_948_198_200L)
                    .put("jokers", 1_801_439_850_948_198_200L)
                    .put("items", 429_496_729_400L)
                    .put("players", 200);
        }

        assertThat(body.toString().getBytes(StandardCharsets.UTF_8)).hasSizeBetween(60_000, 65_536);
        // It is read: what is wrong is that so much cannot be counted.
        assertRefused(apply(ada, body), 400, "validation_failed");
    }

    @Test
    void who_was_disabled_carries_out_nothing_more() {
        AdjustmentBodies file = AdjustmentBodies.of(row("a", "jokers", 5));
        server.storage().operators().setDisabled(new OperatorName("ada"), true);

        assertRefused(apply(ada, file.apply(1)), 401, "operator_credential_invalid");
        assertRefused(approve(ada, file.approve()), 401, "operator_credential_invalid");
        assertThat(jokers()).isEqualTo(10);
    }
}
