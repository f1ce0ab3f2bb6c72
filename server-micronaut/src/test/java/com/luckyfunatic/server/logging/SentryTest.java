package com.luckyfunatic.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.config.SettingsLoader;
import com.luckyfunatic.server.config.SettingsSources;
import com.sun.net.httpserver.HttpServer;
import io.sentry.Sentry;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class SentryTest {
    private final BlockingQueue<String> reports = new LinkedBlockingQueue<>();

    @AfterEach
    void restore() {
        Sentry.close();
        Logging.configure(settings(Map.of("FUNATIC_LOG_LEVEL", "error")));
    }

    @Test
    void errors_are_reported_and_lesser_lines_are_not() throws Exception {
        HttpServer receiver =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext(
                "/",
                exchange -> {
                    try (exchange;
                            InputStream body = new GZIPInputStream(exchange.getRequestBody())) {
                        reports.add(new String(body.readAllBytes(), StandardCharsets.UTF_8));
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
        receiver.start();
        try {
            Logging.configure(
                    settings(
                            Map.of(
                                    "SENTRY_DSN",
                                    "http://key@127.0.0.1:"
                                            + receiver.getAddress().getPort()
                                            + "/1")));

            LoggerFactory.getLogger("test").warn("only a warning");
            LoggerFactory.getLogger("test").warn("a breadcrumb with Bearer abcdefghijkl");
            LoggerFactory.getLogger("test")
                    .error(
                            "broken {}",
                            "hash=0123456789abcdef",
                            new IllegalStateException("cause password=hunter22"));

            assertThat(awaitReport("broken"))
                    .contains("IllegalStateException", "\"environment\":\"dev\"", "breadcrumb")
                    .contains("SentryTest.java")
                    .doesNotContain("abcdefghijkl", "0123456789abcdef", "hunter22");
        } finally {
            receiver.stop(0);
        }
    }

    /** Other envelopes, such as the start of a session, may come first. */
    private String awaitReport(String word) throws InterruptedException {
        while (true) {
            String report = reports.poll(30, TimeUnit.SECONDS);
            assertThat(report).as("a report that says " + word).isNotNull();
            if (report.contains(word)) {
                return report;
            }
        }
    }

    private static Settings settings(Map<String, String> environment) {
        return SettingsLoader.load(new SettingsSources(Map.of(), environment, null));
    }
}
