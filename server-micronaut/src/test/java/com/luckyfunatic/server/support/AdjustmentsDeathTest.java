package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.support.PlanCalls.data;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.operator.Spending;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.game.GameServer;
import com.luckyfunatic.server.game.TestPlayer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that die while they carry out a part of a file of adjustments. */
class AdjustmentsDeathTest {
    private static final int JOKERS = 1 + 2 + 4;

    private final MortalStorage process = new MortalStorage();
    private GameServer server;
    private PlanCalls calls;
    private TestPlayer player;
    private String ada;

    @BeforeEach
    void start() {
        server =
                GameServer.startOn(
                        process::around,
                        Map.of("FUNATIC_SUPPORT_DAILY_JOKERS", String.valueOf(JOKERS)));
        calls = new PlanCalls(server);
        player = server.newPlayer();
        ada = server.newOperator("ada", Role.SUPPORT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String row(String name, int jokers) {
        return name + "," + player.id() + ",jokers," + jokers + ",lost_reward,sorry\n";
    }

    private HttpResponse<String> apply(JsonNode body) {
        return calls.post(ada, "adjustments/apply", body.toString());
    }

    private long jokers() {
        return server.engine().player(PlayerId.parse(player.id())).orElseThrow().wallet().jokers();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenever_it_dies_the_same_part_again_is_carried_out_once(boolean before) {
        int deaths = 0;
        boolean hasDied = true;
        for (int write = 1; hasDied; write++) {
            long had = jokers();
            JsonNode part =
                    AdjustmentBodies.of(
                                    row("a" + write, 1) + row("b" + write, 2) + row("c" + write, 4))
                            .apply(1);
            process.dieAt(write, before);
            int status = apply(part).statusCode();
            hasDied = process.restart();
            assertThat(status).as("write " + write).isEqualTo(hasDied ? 503 : 200);

            JsonNode done = data(apply(part));

            assertThat(done.path("applied").asInt()).as("write " + write).isEqualTo(3);
            assertThat(jokers()).as("write " + write).isEqualTo(had + JOKERS);
            assertThat(isDayFull()).as("write " + write).isTrue();
            assertThat(calls.words("ada"))
                    .contains("adjust_file BEGUN")
                    .endsWith("adjust_file DONE");
            server.clock().advance(Duration.ofDays(1));
            deaths += hasDied ? 1 : 0;
        }
        // What counts, that it is begun, three rows, that it is done.
        assertThat(deaths).isEqualTo(6);
    }

    /** Whether the file counts: then nothing else fits. */
    private boolean isDayFull() {
        Spending more = new Spending("more", new OperatorName("ada"), Budget.JOKERS, 1);
        long today = Days.epochDay(server.clock().millis());
        return !server.storage().supportPlans().spend(more, today, JOKERS);
    }
}
