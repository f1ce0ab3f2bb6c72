package com.luckyfunatic.server.support;

import static com.luckyfunatic.server.TestServer.code;
import static com.luckyfunatic.server.TestServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.operations.operator.Credentials;
import com.luckyfunatic.server.game.GameServer;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Operators sign in over HTTP. */
class SignInTest {
    private static final OperatorName ADA = new OperatorName("ada");

    private GameServer server;
    private String ada;

    @BeforeEach
    void start() {
        server = GameServer.start(Map.of("FUNATIC_RATE_LIMITS", "true"), TestCatalogs.full());
        ada = server.newOperator("ada", Role.SUPPORT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> me(String authorization) {
        return server.http().get("/support/me", "Authorization", authorization);
    }

    @Test
    void an_operator_is_told_who_they_are() {
        HttpResponse<String> answer = me(ada);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).at("/data/name").asText()).isEqualTo("ada");
        assertThat(json(answer).at("/data/roles").toString()).isEqualTo("[\"support\"]");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void who_is_disabled_is_out_with_the_next_request() {
        assertThat(me(ada).statusCode()).isEqualTo(200);

        server.storage().operators().setDisabled(ADA, true);
        HttpResponse<String> refused = me(ada);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(code(refused)).isEqualTo("operator_credential_invalid");
        assertThat(refused.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("xBasic"));

        server.storage().operators().setDisabled(ADA, false);
        assertThat(me(ada).statusCode()).isEqualTo(200);
    }

    @Test
    void a_credential_that_was_renewed_is_out_with_the_next_request() {
        assertThat(me(ada).statusCode()).isEqualTo(200);
        var credentials = new Credentials();
        String next = credentials.generate();

        server.storage().operators().setCredential(ADA, credentials.hash(next));

        assertThat(me(ada).statusCode()).isEqualTo(401);
        assertThat(me(GameServer.basic("ada", next)).statusCode()).isEqualTo(200);
    }

    @Test
    void roles_that_were_taken_are_gone_with_the_next_request() {
        assertThat(me(ada).body()).contains("support");

        server.storage().operators().setRoles(ADA, Set.of(Role.AUDITOR));

        assertThat(json(me(ada)).at("/data/roles").toString()).isEqualTo("[\"auditor\"]");
    }

    @Test
    void guesses_are_slowed_down_and_who_has_signed_in_goes_on() {
        assertThat(me(ada).statusCode()).isEqualTo(200);
        int refused = 0;
        HttpResponse<String> last = me(GameServer.basic("ada", "a-guess-of-somebody"));
        while (last.statusCode() == 401 && refused < 100) {
            refused++;
            last = me(GameServer.basic("ada", "a-guess-of-somebody-" + refused));
        }

        assertThat(last.statusCode()).as(last.body()).isEqualTo(429);
        assertThat(last.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused).isLessThan(30);
        assertThat(me(ada).statusCode()).isEqualTo(200);
    }

    private List<String> recorded() {
        return server.storage().operatorActions().latest(Long.MAX_VALUE, 100).items().stream()
                .map(each ->
                        each.operator()
                                + " "
                                + each.action()
                                + " "
                                + each.outcome()
                                + " "
                                + each.detail())
                .toList();
    }

    @Test
    void guesses_under_a_name_that_there_is_are_recorded_once_in_ten_minutes() {
        String guess = "ada sign_in REFUSED credential_wrong";
        String wrong = GameServer.basic("ada", "a-guess-of-somebody");
        for (int i = 0; i < 3; i++) {
            assertThat(me(wrong).statusCode()).isEqualTo(401);
        }
        assertThat(me(GameServer.basic("eve", "a-guess-of-somebody")).statusCode()).isEqualTo(401);
        assertThat(recorded()).containsExactly(guess);

        server.clock().advance(Duration.ofMinutes(RefusedSignIns.MINUTES));
        assertThat(me(wrong).statusCode()).isEqualTo(401);

        assertThat(recorded()).containsExactly(guess, guess);
    }

    @Test
    void who_is_disabled_and_knows_the_credential_is_recorded_apart() {
        server.storage().operators().setDisabled(ADA, true);
        assertThat(me(GameServer.basic("ada", "a-guess-of-somebody")).statusCode()).isEqualTo(401);
        assertThat(me(ada).statusCode()).isEqualTo(401);
        assertThat(me(ada).statusCode()).isEqualTo(401);

        assertThat(recorded())
                .containsExactly(
                        "ada sign_in REFUSED operator_disabled",
                        "ada sign_in REFUSED credential_wrong");
    }

    @Test
    void a_credential_opens_no_other_routes() {
        HttpResponse<String> refused = server.http().get("/game", "Authorization", ada);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(code(refused)).isEqualTo("token_missing");
        assertThat(me(ada).statusCode()).isEqualTo(200);
        assertThat(server.http().get("/support/nothing", "Authorization", ada).statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_credential_shows_nothing_of_itself() {
        BasicCredential sent = BasicCredential.parse(ada);

        assertThat(String.valueOf(sent)).isEqualTo("BasicCredential[ada]");
    }
}
