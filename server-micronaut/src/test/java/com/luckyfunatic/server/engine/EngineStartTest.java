package com.luckyfunatic.server.engine;

import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.catalog.InvalidCatalogException;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.StorageInUseException;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.game.TestPlayer;
import com.luckyfunatic.storage.catalog.CatalogFileException;
import com.luckyfunatic.storage.catalog.CatalogLoader;
import com.luckyfunatic.storage.embedded.EmbeddedStorage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the server is built on, as its settings say. */
class EngineStartTest {
    @TempDir private Path directory;

    private TestServer start(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("FUNATIC_DATA_DIR", directory.toString());
        return TestServer.start(environment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"everysec", "always"})
    void what_a_player_has_done_survives_a_restart(String durability) {
        Map<String, String> settings = Map.of("FUNATIC_DURABILITY", durability);
        JsonNode before;
        TestPlayer player;
        try (TestServer server = start(settings)) {
            player = TestPlayer.logIn(server, 1_001);
            player.tap(50);
            before = player.game().get("funz");
            assertThat(server.bean(GameStorage.class)).isInstanceOf(EmbeddedStorage.class);
        }

        try (TestServer server = start(settings)) {
            TestPlayer later =
                    new TestPlayer(server, player.telegramId(), player.id(), player.token());

            assertThat(later.game().at("/funz/currentFunzBalance"))
                    .isEqualTo(before.get("currentFunzBalance"));
            assertThat(TestPlayer.logIn(server, 1_001).id()).isEqualTo(player.id());
        }
    }

    @Test
    void two_servers_cannot_share_a_data_directory() {
        try (TestServer first = start(Map.of())) {
            assertThat(first.get("/readyz").statusCode()).isEqualTo(200);

            assertThatThrownBy(() -> start(Map.of()))
                    .hasStackTraceContaining(StorageInUseException.class.getName())
                    .hasStackTraceContaining("in use by this process");
        }
    }

    @Test
    void the_content_that_comes_with_the_game_is_used_when_none_is_given() {
        try (TestServer server = start(Map.of())) {
            assertThat(json(server.get("/public/catalog")).at("/data/version").textValue())
                    .isEqualTo(CatalogLoader.standard().version());
        }
    }

    @Test
    void another_catalog_file_is_used_when_it_is_given() throws IOException {
        Path file = catalogFile("version: \"2026.1\"", "version: \"mine\"");

        try (TestServer server = start(Map.of("FUNATIC_CATALOG", file.toString()))) {
            assertThat(server.get("/public/catalog").headers().firstValue("ETag"))
                    .hasValue("W/\"mine\"");
        }
    }

    @Test
    void a_catalog_that_is_not_playable_stops_the_start() throws IOException {
        Path file = catalogFile("perSecond: 20", "perSecond: 0");

        assertThatThrownBy(() -> start(Map.of("FUNATIC_CATALOG", file.toString())))
                .hasRootCauseInstanceOf(InvalidCatalogException.class)
                .hasStackTraceContaining("tap.perSecond");
    }

    @Test
    void a_catalog_that_is_not_written_as_one_stops_the_start() throws IOException {
        Path file = catalogFile("perSecond: 20", "perSecond: many");

        assertThatThrownBy(() -> start(Map.of("FUNATIC_CATALOG", file.toString())))
                .hasRootCauseInstanceOf(CatalogFileException.class);
    }

    @Test
    void a_catalog_that_is_not_there_stops_the_start_with_its_name() {
        assertThatThrownBy(() -> start(Map.of("FUNATIC_CATALOG", "/no/such/catalog.yaml")))
                .hasStackTraceContaining("/no/such/catalog.yaml cannot be read");
    }

    private Path catalogFile(String from, String to) throws IOException {
        try (InputStream in =
                CatalogLoader.class.getResourceAsStream("/catalog/default-catalog.yaml")) {
            String text =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            return Files.writeString(directory.resolve("catalog.yaml"), text.replace(from, to));
        }
    }

    @Test
    void settings_of_the_distributed_storage_that_are_not_used_are_named_once() {
        Logger logger = (Logger) LoggerFactory.getLogger(Storages.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.WARN);
        try (TestServer server =
                TestServer.start(
                        Map.of(
                                "FUNATIC_MYSQL_PASSWORD", "hunter22",
                                "FUNATIC_REDIS_URL", "redis://10.0.0.1"))) {
            assertThat(server.get("/readyz").statusCode()).isEqualTo(200);
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly(
                        "storage=embedded does not use what was given for distributed:"
                                + " mysql-password, redis-url");
    }
}
