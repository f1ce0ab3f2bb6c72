package com.luckyfunatic.server.login;

import static com.luckyfunatic.server.TestServer.code;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.telegram.InitDataVectors;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every published vector that is to be refused is refused by the route, by its published code, at
 * its moment, by a server that has its bot. (Those that are good are older than our ids can be: no
 * player can join at their moment.)
 */
class RefusedVectorsHttpTest {
    private static final Map<String, GameServer> SERVERS = new HashMap<>();

    static Stream<Arguments> refused() throws IOException {
        return InitDataVectors.all()
                .filter(vector -> !vector.get("valid").booleanValue())
                .map(vector -> Arguments.of(vector.get("name").textValue(), vector));
    }

    private static GameServer serverOf(String bot) {
        return SERVERS.computeIfAbsent(
                bot,
                token ->
                        GameServer.start(
                                Map.of("FUNATIC_TELEGRAM_BOT_TOKENS", token), TestCatalogs.full()));
    }

    @AfterAll
    static void close() {
        SERVERS.values().forEach(GameServer::close);
        SERVERS.clear();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void a_vector_is_refused_by_its_code(String name, JsonNode vector) {
        GameServer server = serverOf(vector.get("botToken").textValue());
        server.clock().set(Instant.ofEpochSecond(vector.get("clockEpochSeconds").longValue()));

        HttpResponse<String> response =
                server.http()
                        .post(
                                "/login",
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("initData", vector.get("initData").textValue())
                                        .toString());

        String code = vector.get("code").textValue();
        assertThat(code(response)).isEqualTo(code);
        assertThat(response.statusCode()).isEqualTo(code.equals("init_data_malformed") ? 400 : 401);
    }
}
