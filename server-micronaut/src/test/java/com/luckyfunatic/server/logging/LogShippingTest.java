package com.luckyfunatic.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.server.config.SettingsLoader;
import com.luckyfunatic.server.config.SettingsSources;
import com.luckyfunatic.server.json.StrictJson;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogShippingTest {
    @AfterEach
    void restore() {
        Logging.configure(
                SettingsLoader.load(
                        new SettingsSources(Map.of("log-level", "error"), Map.of(), null)));
    }

    @Test
    void lines_reach_a_collector_as_json() throws Exception {
        try (ServerSocket collector = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Logging.configure(
                    SettingsLoader.load(
                            new SettingsSources(
                                    Map.of("log-ship-to", "127.0.0.1:" + collector.getLocalPort()),
                                    Map.of(),
                                    null)));
            LoggerFactory.getLogger("test").warn("shipped {}", 42);

            try (Socket connection = collector.accept();
                    BufferedReader reader =
                            new BufferedReader(
                                    new InputStreamReader(
                                            connection.getInputStream(), StandardCharsets.UTF_8))) {
                JsonNode line = StrictJson.mapper().readTree(reader.readLine());
                assertThat(line.get("message").asText()).isEqualTo("shipped 42");
                assertThat(line.get("level").asText()).isEqualTo("WARN");
            }
        }
    }
}
