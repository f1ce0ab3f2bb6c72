package com.luckyfunatic.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApplicationTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path directory;

    @Test
    void help_is_printed_and_nothing_started() {
        assertThat(run(Map.of(), "--help")).isEqualTo(Application.EXIT_OK);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("--http-port", "FUNATIC_JWT_KEYS");
    }

    @Test
    void wrong_settings_are_all_named() {
        assertThat(run(Map.of("FUNATIC_NODE_ID", "x", "FUNATIC_UNKNOWN", "y")))
                .isEqualTo(Application.EXIT_SETTINGS);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("funatic serve: FUNATIC_NODE_ID: 'x' is not valid")
                .contains("funatic serve: unknown environment variable FUNATIC_UNKNOWN");
    }

    @Test
    void a_port_in_use_is_one_line_without_a_stack_trace() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(other.getLocalPort());

            assertThat(run(Map.of(), "--http-port", port, "--data-dir", directory.toString()))
                    .isEqualTo(Application.EXIT_PORT_IN_USE);
            assertThat(err.toString(StandardCharsets.UTF_8).lines())
                    .singleElement(STRING)
                    .startsWith("funatic serve: cannot listen on 127.0.0.1:" + port)
                    .contains(
                            "another program listens there",
                            "--http-port=PORT",
                            "FUNATIC_HTTP_PORT=PORT");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http-host,192.0.2.99,is no address of this machine",
        "http-host,no.such.host.invalid,is no known name or address",
        "management-host,192.0.2.99,is no address of this machine",
        "management-host,no.such.host.invalid,is no known name or address"
    })
    void a_host_that_is_not_this_machine_is_no_matter_of_ports(
            String setting, String host, String reason) {
        assertThat(
                        run(
                                Map.of(),
                                "--" + setting + "=" + host,
                                "--mode=dev",
                                "--http-port=0",
                                "--management-port=0",
                                "--data-dir=" + directory))
                .isEqualTo(Application.EXIT_SETTINGS);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("funatic serve: " + setting + ": cannot listen on '" + host)
                .contains(reason)
                .doesNotContain("PORT", "\tat ");
    }

    @Test
    void development_servers_that_were_never_fetched_are_named() {
        String property = "funatic.dev-servers";
        System.setProperty(property, directory.resolve("servers.properties").toString());
        try {
            assertThat(
                            run(
                                    Map.of("FUNATIC_DEV_SERVERS", "true"),
                                    "--storage=distributed",
                                    "--http-port=0",
                                    "--data-dir=" + directory))
                    .isEqualTo(Application.EXIT_FAILED);
        } finally {
            System.clearProperty(property);
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("dev-servers: their files are not fetched yet")
                .doesNotContain("\tat ");
    }

    @Test
    void a_data_directory_that_cannot_be_used_is_said_plainly() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(run(Map.of(), "--http-port", "0", "--data-dir", file.resolve("data").toString()))
                .isEqualTo(Application.EXIT_SETTINGS);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(file.toString())
                .doesNotContain("\tat ");
    }

    @Test
    void damaged_secrets_stop_the_start_before_anything_is_opened() throws IOException {
        Files.writeString(directory.resolve("dev-secrets.properties"), "jwt-key=broken");

        assertThat(run(Map.of(), "--http-port", "0", "--data-dir", directory.toString()))
                .isEqualTo(Application.EXIT_SETTINGS);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("is damaged; delete it")
                .doesNotContain("\tat ");
        assertThat(directory).isDirectoryNotContaining("glob:**.db");
    }

    @Test
    void a_directory_in_place_of_the_secrets_stops_the_start() throws IOException {
        Files.createDirectory(directory.resolve("dev-secrets.properties"));

        assertThat(run(Map.of(), "--http-port", "0", "--data-dir", directory.toString()))
                .isEqualTo(Application.EXIT_SETTINGS);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("cannot keep the dev secrets")
                .doesNotContain("\tat ");
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new Application(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments), environment);
    }
}
