package com.luckyfunatic.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.json.StrictJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as an operating system sees it. */
class ApplicationProcessTest {
    private static final Pattern READY =
            Pattern.compile("Lucky Funatic is ready: (http://127\\.0\\.0\\.1:\\d+/)");
    private static final int TERMINATED = 143;

    @TempDir private Path directory;

    /** A running program, its address and what it has printed so far. */
    private record Program(Process process, BufferedReader output, URI uri, List<String> lines) {}

    @Test
    void it_says_where_it_is_and_stops_on_a_signal() throws Exception {
        Program program = start(Map.of());

        assertThat(status(program, "/readyz")).isEqualTo(200);
        assertThat(program.lines().getLast())
                .contains("(mode dev, storage embedded, data " + directory.resolve("data") + ")");

        assertThat(stop(program)).isEqualTo(TERMINATED);
        assertThat(String.join("\n", program.lines()))
                .containsPattern("Started in \\d+\\.\\d\\d s")
                .doesNotContain("Exception", "WARNING");
    }

    @Test
    void json_logs_hold_every_request_and_no_secret() throws Exception {
        Program program =
                start(
                        Map.of(
                                "FUNATIC_LOG_FORMAT", "json",
                                "FUNATIC_ACCESS_LOG", "true",
                                // Reading it takes a library that would log before logging is set
                                // up.
                                "FUNATIC_TRUSTED_PROXIES", "10.0.0.0/8"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(
                                    program.uri()
                                            .resolve(
                                                    "/public/hello?token=SECRET1&api_key=SECRET2&initData=SECRET3&limit=7"))
                            .header("Authorization", "Bearer SECRET4")
                            .header("Cookie", "session=SECRET5")
                            .header("X-Api-Key", "SECRET6")
                            .header("X-Request-Id", "my-trace")
                            .header("Content-Type", "application/json")
                            .POST(
                                    BodyPublishers.ofString(
                                            "{\"taps\":1,\"initData\":\"SECRET7\",\"sequence\":\"SECRET8\"}"))
                            .build();
            assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(400);
        }
        stop(program);

        assertThat(program.lines()).allMatch(line -> line.startsWith("{"));
        assertThat(String.join("\n", program.lines())).doesNotContain("SECRET");
        JsonNode access = accessLine(program.lines());
        assertThat(access.get("method").asText()).isEqualTo("POST");
        assertThat(access.get("path").asText())
                .isEqualTo("/public/hello?token=***&api_key=***&initData=***&limit=7");
        assertThat(access.get("status").asInt()).isEqualTo(400);
        assertThat(access.get("client").asText()).isEqualTo("127.0.0.1");
        assertThat(access.get("traceId").asText()).isEqualTo("my-trace");
    }

    @Test
    void wrong_settings_end_it_with_their_own_exit_code() throws Exception {
        Process process = launch(Map.of("FUNATIC_HTTP_PORT", "nonsense"));

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(Application.EXIT_SETTINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FUNATIC_HTTP_PORT", "FUNATIC_MANAGEMENT_PORT"})
    void a_port_in_use_is_all_that_it_tells(String variable) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();

            Process process = launch(Map.of(variable, String.valueOf(port)));

            assertThat(process.inputReader().lines())
                    .singleElement(STRING)
                    .contains("cannot listen on 127.0.0.1:" + port, variable);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(Application.EXIT_PORT_IN_USE);
        }
    }

    private static JsonNode accessLine(List<String> lines) throws IOException {
        for (String line : lines) {
            JsonNode parsed = StrictJson.mapper().readTree(line);
            if (parsed.path("logger_name").asText().equals("access")) {
                return parsed;
            }
        }
        throw new AssertionError("no access line in " + lines);
    }

    private Process launch(Map<String, String> environment) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Application.class.getName())
                        .redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("FUNATIC_"));
        builder.environment()
                .putAll(
                        Map.of(
                                "FUNATIC_HTTP_PORT", "0",
                                "FUNATIC_MANAGEMENT_PORT", "-1",
                                "FUNATIC_DATA_DIR", directory.resolve("data").toString()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    private Program start(Map<String, String> environment) throws IOException {
        Process process = launch(environment);
        BufferedReader output = process.inputReader();
        List<String> lines = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                return new Program(process, output, URI.create(ready.group(1)), lines);
            }
        }
        throw new AssertionError("it ended instead of serving: " + lines);
    }

    private static int status(Program program, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(program.uri().resolve(path)).build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    /** Ends it with SIGTERM and reads what it still says. */
    private static int stop(Program program) throws Exception {
        // Process.destroy would also close the pipe that the last lines come through.
        program.process().toHandle().destroy();
        program.output().lines().forEach(program.lines()::add);
        assertThat(program.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        return program.process().exitValue();
    }
}
