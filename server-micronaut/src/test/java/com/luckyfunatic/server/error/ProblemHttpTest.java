package com.luckyfunatic.server.error;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.TestRoutes;
import com.luckyfunatic.server.TestServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of failure gets its documented answer. */
class ProblemHttpTest {
    private static final String GOOD = "{\"taps\":5,\"amount\":9007199254740993,\"flag\":true}";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of(), new TestRoutes.Enabled());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_problem_has_all_members_and_its_trace_id_is_also_a_header() {
        HttpResponse<String> response = server.get("/test/problem", "X-Request-Id", "my-trace.1");
        JsonNode problem = json(response);

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.headers().firstValue("X-Request-Id")).hasValue("my-trace.1");
        assertThat(problem.get("type").textValue()).isEqualTo("/errors#idempotency_key_reused");
        assertThat(problem.get("title").textValue()).isEqualTo("Idempotency key reused");
        assertThat(problem.get("status").intValue()).isEqualTo(422);
        assertThat(problem.get("detail").textValue()).isEqualTo("used for another purchase");
        assertThat(problem.get("code").textValue()).isEqualTo("idempotency_key_reused");
        assertThat(problem.get("retriable").booleanValue()).isFalse();
        assertThat(problem.get("traceId").textValue()).isEqualTo("my-trace.1");
        assertThat(problem.get("firstUsedAt").textValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(problem.has("errors")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "gzip,    400, bad_request",
        "deflate, 400, bad_request",
        "snappy,  400, bad_request",
        "br,      415, unsupported_media_type",
        "zstd,    415, unsupported_media_type",
        "unheard, 415, unsupported_media_type"
    })
    void a_body_that_is_not_packed_as_it_says_is_the_senders_fault(
            String encoding, int status, String code) {
        HttpResponse<String> response =
                server.post("/test/typed", GOOD, "Content-Encoding", encoding);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(code(response)).isEqualTo(code);
    }

    @Test
    void a_body_that_is_packed_as_it_says_is_read() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }

        HttpResponse<String> response =
                typed(
                        packed.toByteArray(),
                        "Content-Type",
                        "application/json",
                        "Content-Encoding",
                        "gzip");

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void a_body_that_says_it_is_not_packed_is_read() {
        assertThat(server.post("/test/typed", GOOD, "Content-Encoding", "identity").statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> typed(byte[] body, String... headers) {
        return server.send(
                server.request("/test/typed")
                        .headers(headers)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    void a_type_that_is_none_is_not_taken_for_json() {
        HttpResponse<String> response =
                typed(GOOD.getBytes(StandardCharsets.UTF_8), "Content-Type", "garbage");

        assertThat(response.statusCode()).isEqualTo(415);
    }

    @Test
    void a_body_that_is_too_long_is_refused_where_nobody_would_read_it() {
        HttpResponse<String> response =
                server.send(
                        server.request("/public/hello")
                                .method("GET", BodyPublishers.ofByteArray(new byte[1_000_000])));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(code(response)).isEqualTo("request_too_large");
    }

    @Test
    void a_good_body_is_read_whatever_unknown_fields_it_has() {
        HttpResponse<String> response =
                server.post(
                        "/test/typed",
                        GOOD.replace(
                                "}",
                                ",\"unknown\":{\"deep\":[1]},\"items\":[{\"id\":1,\"x\":2}]}"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).get("amount").longValue()).isEqualTo(9_007_199_254_740_993L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "taps|\"5\"|a whole number",
                "taps|5.5|a whole number",
                "taps|5.0|a whole number",
                "taps|1e3|a whole number",
                "taps|null|a whole number",
                "taps|true|a whole number",
                "taps|[5]|a whole number",
                "taps|{}|a whole number",
                "taps|\"\"|a whole number",
                "taps|2147483648|a whole number",
                "taps|9223372036854775808|a whole number",
                "taps|99999999999999999999999999|a whole number",
                "amount|9223372036854775808|a whole number",
                "amount|-9223372036854775809|a whole number",
                "amount|\"1\"|a whole number",
                "amount|1.5|a whole number",
                "sequence|\"1\"|a whole number",
                "sequence|1.5|a whole number",
                "flag|\"true\"|true or false",
                "flag|1|true or false",
                "flag|null|true or false",
                "text|5|a text",
                "text|5.5|a text",
                "text|true|a text",
                "text|{}|a text",
                "text|[\"a\"]|a text",
                "items|{}|a list",
                "items|5|a list",
                "items|{\"id\":1}|a list"
            })
    void a_wrong_type_is_refused_naming_field_and_expectation(
            String field, String value, String expectation) {
        HttpResponse<String> response = server.post("/test/typed", with(field, value));

        assertInvalid(response, field);
        assertThat(json(response).at("/errors/0/message").textValue())
                .startsWith("must be " + expectation);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"id\":\"1\"}]|items[0].id",
                "[{\"id\":1},{\"id\":null}]|items[1].id",
                "[5]|items[0]"
            })
    void a_wrong_type_deeper_down_is_named_with_its_path(String items, String path) {
        assertInvalid(server.post("/test/typed", with("items", items)), path);
    }

    @ParameterizedTest
    @CsvSource({"taps", "amount", "flag"})
    void a_missing_field_is_named(String field) {
        assertInvalid(
                server.post(
                        "/test/typed",
                        GOOD.replaceFirst("\"" + field + "\":[^,}]*,?", "").replace(",}", "}")),
                field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|malformed_json",
                "{\"taps\":|malformed_json",
                "{\"taps\":5,}|malformed_json",
                "{'taps':5}|malformed_json",
                "{\"taps\":05}|malformed_json",
                "{\"taps\":0x5}|malformed_json",
                "{\"taps\":+5}|malformed_json",
                "{\"taps\":NaN}|malformed_json",
                "nonsense|malformed_json",
                "{\"taps\":5,\"taps\":6}|malformed_json",
                "{\"taps\":5,\"amount\":1,\"flag\":true} {}|malformed_json",
                "[]|validation_failed",
                "5|validation_failed",
                "\"text\"|validation_failed",
                "null|body_missing"
            })
    void a_body_that_is_no_json_object_is_refused(String body, String code) {
        HttpResponse<String> response = server.post("/test/typed", body);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(code(response)).isEqualTo(code);
    }

    /** The JSON reader guesses the encoding, and fails as a file would when it guessed wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000007b00110000",
                "000000000000006e0075",
                "7b00000000001100",
                "7b22ff223a357d",
                "7b2274617073c0",
                "007bd8000022",
                "fffe7b00"
            })
    void a_body_in_no_known_encoding_is_refused(String hexadecimal) {
        HttpResponse<String> response =
                server.send(
                        server.request("/test/typed")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofByteArray(
                                                HexFormat.of().parseHex(hexadecimal))));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("malformed_json");
    }

    @Test
    void deep_nesting_is_refused() {
        HttpResponse<String> response =
                server.post(
                        "/test/typed", with("unknown", "[".repeat(10_000) + "]".repeat(10_000)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("malformed_json");
    }

    @Test
    void a_missing_body_is_refused() {
        assertThat(code(server.post("/test/typed", ""))).isEqualTo("body_missing");
        assertThat(server.post("/test/typed", "").statusCode()).isEqualTo(400);
    }

    @Test
    void violated_constraints_are_named() {
        HttpResponse<String> response =
                server.post("/test/constrained", "{\"taps\":51,\"name\":\" \"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("validation_failed");
        assertThat(json(response).get("errors").findValuesAsText("field"))
                .containsExactly("name", "taps");
        assertThat(server.post("/test/constrained", "{\"taps\":50,\"name\":\"x\"}").statusCode())
                .isEqualTo(200);
    }

    @Test
    void parameters_are_checked_like_fields() {
        assertInvalid(server.get("/test/parameter"), "number");
        assertInvalid(server.get("/test/parameter?number=abc"), "number");
        assertInvalid(server.get("/test/parameter?number=0"), "number");
        assertThat(server.get("/test/parameter?number=7").statusCode()).isEqualTo(200);
    }

    @Test
    void unknown_routes_and_things_are_404() {
        assertProblem(server.get("/no/such/route"), 404, "not_found");
        assertProblem(server.get("/test/nothing"), 404, "not_found");
    }

    @Test
    void a_wrong_method_is_405_with_the_right_ones() {
        HttpResponse<String> response = server.send(server.request("/public/hello").DELETE());

        assertProblem(response, 405, "method_not_allowed");
        assertThat(response.headers().firstValue("Allow")).get().asString().contains("GET", "POST");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/xml"
    })
    void a_body_of_another_type_is_415(String type) {
        assertProblem(
                server.send(
                        server.request("/test/typed")
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString(GOOD))),
                415,
                "unsupported_media_type");
    }

    @Test
    void a_body_over_64_kibibytes_is_413_with_or_without_a_length() {
        String large = with("text", "\"" + "x".repeat(70_000) + "\"");

        assertProblem(server.post("/test/typed", large), 413, "request_too_large");
        assertProblem(
                server.send(
                        server.request("/test/typed")
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(() ->
                                                new ByteArrayInputStream(
                                                        large.getBytes(StandardCharsets.UTF_8))))),
                413,
                "request_too_large");
        assertThat(
                        server.post("/test/typed", with("text", "\"" + "x".repeat(65_000) + "\""))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_address_beyond_all_measure_is_refused() {
        assertProblem(
                server.get("/public/hello?x=" + "y".repeat(20_000)), 413, "request_too_large");
    }

    @Test
    void a_store_that_is_away_is_503_with_a_time_to_retry_and_no_detail() {
        for (String route : new String[] {"/test/storage-away", "/test/storage-conflict"}) {
            HttpResponse<String> response = server.get(route);

            assertProblem(response, 503, "storage_unavailable");
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(json(response).get("retriable").booleanValue()).isTrue();
            assertThat(response.body()).doesNotContain("10.1.2.3");
        }
    }

    @Test
    void a_fault_of_ours_is_500_and_leaks_nothing() {
        HttpResponse<String> response = server.get("/test/bug");

        assertProblem(response, 500, "internal_error");
        assertThat(response.body())
                .doesNotContain("internal detail", "Exception", "com.luckyfunatic");
    }

    @Test
    void the_page_that_types_lead_to_lists_every_code() {
        HttpResponse<String> page = server.get("/errors");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type"))
                .get()
                .asString()
                .startsWith("text/html");
        for (ProblemCode code : ProblemCode.values()) {
            assertThat(page.body()).contains("id=\"" + code.word() + "\"");
        }
    }

    private static String with(String field, String value) {
        return "{\"taps\":5,\"amount\":1,\"flag\":true}"
                .replaceFirst("\"" + field + "\":[^,}]*,?", "")
                .replaceFirst("\\{", "{\"" + field + "\":" + Matcher.quoteReplacement(value) + ",")
                .replace(",}", "}");
    }

    private static void assertInvalid(HttpResponse<String> response, String field) {
        assertProblem(response, 400, "validation_failed");
        assertThat(json(response).at("/errors/0/field").textValue())
                .as(response.body())
                .isEqualTo(field);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(code(response)).isEqualTo(code);
        assertThat(json(response).get("traceId").textValue())
                .isNotEmpty()
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElse("absent"));
    }
}
