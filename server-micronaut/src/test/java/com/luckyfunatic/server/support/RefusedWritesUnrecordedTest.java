package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.support.PlanCalls.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.server.game.GameServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** Operators are refused what they may not, whether or not that can be recorded. */
class RefusedWritesUnrecordedTest {
    private final MortalStorage process = new MortalStorage();
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(RefusedWriteFilter.class);
    private GameServer server;
    private PlanCalls calls;
    private String ada;
    private String eve;

    @BeforeEach
    void start() {
        server = GameServer.startOn(process::around, Map.of());
        calls = new PlanCalls(server);
        ada = server.newOperator("ada", Role.SUPPORT);
        eve = server.newOperator("eve", Role.SUPPORT);
        told.start();
        logger.addAppender(told);
        logger.setLevel(Level.WARN);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(told);
        logger.setLevel(null);
        server.close();
    }

    /** Nothing is recorded, and the log tells whose refusal is missing there, and why. */
    private void assertOnlyInTheLog(String operator) {
        assertThat(process.restart()).as("it was tried").isTrue();
        assertThat(calls.recorded(operator)).isEmpty();
        assertThat(told.list)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getLevel()).isEqualTo(Level.WARN);
                    assertThat(line.getFormattedMessage())
                            .isEqualTo("What " + operator + " was refused could not be recorded");
                    assertThat(line.getThrowableProxy().getClassName())
                            .isEqualTo(StorageUnavailableException.class.getName());
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "players/7/plans | { | 400 | malformed_json",
                "plans/nope/execute | {\"planHash\":\"x\"} | 404 | unknown_plan",
                "plans/nope/approve | {} | 403 | operator_role_missing"
            })
    void what_is_refused_outside_the_rules_of_plans(
            String path, String body, int status, String code) {
        process.dieAt(1, true);

        HttpResponse<String> answer = calls.post(eve, path, body);

        assertRefused(answer, status, code);
        assertOnlyInTheLog("eve");
    }

    @Test
    void what_a_rule_of_plans_refuses() {
        String player = server.newPlayer(100, 10).id();
        JsonNode plan = calls.planned(ada, "players/" + player, SupportPlansTest.PLAN);
        process.dieAt(1, true);

        HttpResponse<String> answer = calls.execute(eve, plan);

        assertRefused(answer, 403, "plan_of_another");
        assertOnlyInTheLog("eve");
    }
}
