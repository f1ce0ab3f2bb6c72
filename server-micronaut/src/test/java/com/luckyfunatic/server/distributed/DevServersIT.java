package com.luckyfunatic.server.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.testkit.servers.OwnServers;
import com.luckyfunatic.engine.testkit.servers.WithOwnServers;
import com.luckyfunatic.server.TestServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program that brings its own databases. */
@WithOwnServers
@Timeout(900)
class DevServersIT {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("FUNATIC_STORAGE", "distributed", "FUNATIC_DEV_SERVERS", "true");

    @TempDir private Path directory;

    DevServersIT(OwnServers servers) {
        // Leaves the test out where the machine has no such server.
        var _ = servers.mariaDb();
    }

    private ServerProcess start() {
        String files =
                System.getProperty(
                        "funatic.servers.files",
                        "../dev-servers-files/target/servers/servers.properties");
        Assumptions.assumeTrue(Path.of(files).toFile().exists());
        return ServerProcess.start(
                directory,
                ENVIRONMENT,
                "-Dfunatic.dev-servers=" + Path.of(files).toAbsolutePath().normalize());
    }

    @Test
    void it_starts_them_plays_on_them_stops_them_and_finds_all_again() throws Exception {
        String token;
        JsonNode before;
        List<ProcessHandle> databases;
        try (ServerProcess server = start()) {
            JsonNode login =
                    data(
                            server.post(
                                    "/dev/login",
                                    "{\"telegramId\":601,\"firstName\":\"Ada\"}",
                                    ""));
            token = login.get("token").textValue();
            data(server.post("/tap", "{\"taps\":25}", token));
            before = data(server.get("/game", token)).at("/funz/currentFunzBalance");
            databases = server.descendants();
            assertThat(databases).isNotEmpty();

            int said = server.lines().size();
            server.stop();

            assertThat(String.join("\n", server.lines().subList(said, server.lines().size())))
                    .doesNotContain("did not stop in order", "Exception", " ERROR ", " WARN ");
            assertThat(databases).noneMatch(ProcessHandle::isAlive);
        }

        try (ServerProcess server = start()) {
            assertThat(data(server.get("/game", token)).at("/funz/currentFunzBalance"))
                    .isEqualTo(before);
            server.stop();
        }
    }

    private static JsonNode data(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return TestServer.json(response).get("data");
    }
}
