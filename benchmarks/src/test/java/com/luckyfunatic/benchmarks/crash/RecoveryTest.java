package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final String GONE = "{\"status\":401,\"code\":\"token_invalid\"}";

    /** Of a game that has forgotten its players. */
    private HttpServer game;

    @TempDir private Path directory;

    @BeforeEach
    void start() throws IOException {
        game = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        game.createContext(
                "/",
                exchange -> {
                    byte[] body = GONE.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(401, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        game.start();
    }

    @AfterEach
    void stop() {
        game.stop(0);
    }

    @Test
    void a_player_whom_the_game_does_not_know_any_more_is_lost() throws IOException {
        Tally tally = new Tally(Duration.ZERO);
        CrashPlayer player =
                new CrashPlayer(1_001, new Wire.Login("1", "Bearer x"), new Place(1, 0, 0, 1));
        URI url = URI.create("http://127.0.0.1:" + game.getAddress().getPort());

        try (OutsideRecord record = new OutsideRecord(directory.resolve("record.jsonl"));
                Wire wire = new Wire(List.of(url), Duration.ofSeconds(20), record)) {
            new Recovery(wire, new Unasked(), tally).run(List.of(player), 1);
        }

        assertThat(tally.sumUp(1, 1, 1).violations())
                .singleElement()
                .satisfies(violation -> {
                    assertThat(violation.kind()).isEqualTo(Violation.Kind.LOST);
                    assertThat(violation.telegramId()).isEqualTo(1_001);
                    assertThat(violation.detail()).contains("token_invalid");
                });
    }

    /** There is no state to hold to anything. */
    private static final class Unasked implements StateCheck {
        @Override
        public void check(CrashPlayer player, Place now, Collected collected, Tally tally) {
            throw new AssertionError("there is no state");
        }
    }
}
