package com.luckyfunatic.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.TestServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticFileTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/assets/js/main.js",
                "/assets/css/base.css",
                "/assets/coin.svg",
                "/openapi/funatic.yml"
            })
    void a_file_is_kept_and_asked_for_again_by_its_tag(String path) {
        HttpResponse<String> first = server.get(path);
        String tag = header(first, "ETag");

        HttpResponse<String> again = server.get(path, "If-None-Match", "\"other\", " + tag);
        HttpResponse<String> changed = server.get(path, "If-None-Match", "W/\"other\"");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(tag).matches("W/\"[0-9a-f]{32}\"");
        assertThat(first.headers().allValues("Cache-Control")).containsExactly("public, no-cache");
        assertThat(header(first, "Vary")).isEqualToIgnoringCase("Accept-Encoding, Origin");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(header(again, "ETag")).isEqualTo(tag);
        assertThat(header(again, "Cache-Control")).isEqualTo("public, no-cache");
        assertThat(header(again, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(first.body());
    }

    /** Browsers send it with a sandboxed page's own scripts and styles. */
    @ParameterizedTest
    @ValueSource(strings = {"/games/star-catcher/game.js", "/games/star-catcher/game.css"})
    void a_page_in_a_sandbox_gets_its_own_files(String path) {
        HttpResponse<String> file = server.get(path, "Origin", "null");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(server.get(path).body());
        assertThat(header(file, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(file, "Access-Control-Allow-Origin")).isEqualTo("absent");
        assertThat(server.get("/games/nothing.js", "Origin", "null").statusCode()).isEqualTo(403);
        assertThat(server.get("/assets/js/main.js", "Origin", "null").statusCode()).isEqualTo(403);
    }

    @Test
    void different_files_have_different_tags() {
        assertThat(header(server.get("/assets/js/main.js"), "ETag"))
                .isNotEqualTo(header(server.get("/assets/js/api.js"), "ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/js/game.js", "/assets/css/views.css", "/openapi/funatic.yml"})
    void texts_are_compressed_for_whoever_can_read_it(String path) {
        HttpResponse<String> compressed = server.get(path, "Accept-Encoding", "gzip");

        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(server.get(path), "Content-Encoding")).isEqualTo("absent");
    }

    @Test
    void a_file_that_is_not_there_has_no_tag() {
        HttpResponse<String> missing = server.get("/assets/none.js", "If-None-Match", "*");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(header(missing, "ETag")).isEqualTo("absent");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets//js///ids.js",
                "/assets/js/ids.js/",
                "/assets/./js/ids.js",
                "/assets/js/../js/ids.js",
                "/assets/js/id%73.js",
                "/assets%2Fjs/ids.js",
                "/assets/js/%2e%2e/js/ids.js",
                "/assets/js/ids.js;x=1",
                "/Assets/js/ids.js"
            })
    void a_file_has_one_path_only(String path) {
        HttpResponse<String> response = server.get(path, "If-None-Match", "*");

        assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
        assertThat(TestServer.code(response)).isEqualTo("not_found");
        assertThat(header(response, "ETag")).isEqualTo("absent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets", "/assets/", "/assets/js", "/openapi/views", "/META-INF/"})
    void a_folder_is_no_file(String path) {
        assertThat(server.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_question_about_a_file_has_its_headers_and_no_body() {
        HttpResponse<String> answer =
                server.send(
                        server.request("/assets/js/main.js")
                                .method("HEAD", BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(header(answer, "ETag"))
                .isEqualTo(header(server.get("/assets/js/main.js"), "ETag"));
    }

    @Test
    void scripts_and_styles_have_the_types_that_browsers_insist_on() {
        assertThat(header(server.get("/assets/js/main.js"), "Content-Type")).contains("javascript");
        assertThat(header(server.get("/assets/css/base.css"), "Content-Type"))
                .startsWith("text/css");
        assertThat(header(server.get("/assets/coin.svg"), "Content-Type"))
                .startsWith("image/svg+xml");
        assertThat(header(server.get("/"), "Content-Type")).startsWith("text/html");
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("absent");
    }
}
