package com.luckyfunatic.benchmarks.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.benchmarks.crash.Intent.Kind;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {
    private static final String GAME =
            """
            "funz": {"currentFunzBalance": 70, "passiveIncome": {"amount":3,"forDurationMs":900}},
            "jokers": {"balance": 4}, "rank": {"rank": 2}, "sequence": 9
            """;

    private static final Place PLACE = new Place(9, 70, 4, 2);

    @Test
    void a_tap_says_what_it_paid_and_whether_it_is_a_repeat() {
        String first =
                "{\"data\": {\"accepted\": 5, \"paid\": 10, \"repeated\": false, " + GAME + "}}";
        String repeat =
                first.replace("false", "true").replace("\"sequence\": 9", "\"sequence\": 11");

        Outcome one = AnswerReader.read(Kind.TAP, new Reply(200, false, first));
        Outcome other = AnswerReader.read(Kind.TAP, new Reply(200, false, repeat));

        assertThat(one.step()).isEqualTo(new Outcome.Step(PLACE, 13, 0));
        assertThat(one.repeated()).isFalse();
        assertThat(other.repeated()).isTrue();
        assertThat(other.digest()).isEqualTo(one.digest());
    }

    @Test
    void a_purchase_costs_its_price_in_its_currency() {
        String inFunz = "{\"data\": {\"price\": 40, \"currency\": \"funz\", " + GAME + "}}";
        String inJokers = inFunz.replace("\"currency\": \"funz\"", "\"currency\": \"jokers\"");

        assertThat(AnswerReader.read(Kind.CARD, new Reply(200, false, inFunz)).step())
                .isEqualTo(new Outcome.Step(PLACE, 3 - 40, 0, 40));
        assertThat(AnswerReader.read(Kind.BOOSTER, new Reply(200, false, inJokers)).step())
                .isEqualTo(new Outcome.Step(PLACE, 3, -40, 40));
    }

    @Test
    void a_story_pays_both_currencies() {
        String body = "{\"data\": {\"reward\": {\"funz\": 20, \"jokers\": 1}, " + GAME + "}}";

        assertThat(AnswerReader.read(Kind.STORY, new Reply(200, false, body)).step())
                .isEqualTo(new Outcome.Step(PLACE, 23, 1));
    }

    @Test
    void one_changed_character_of_a_purchase_changes_its_digest() {
        String body = "{\"data\": {\"price\": 40, \"currency\": \"funz\", " + GAME + "}}";

        assertThat(digest(200, body)).isEqualTo(digest(200, body));
        assertThat(digest(200, body)).isNotEqualTo(digest(200, body.replace("40", "41")));
    }

    @Test
    void a_refusal_changes_nothing_and_is_equal_to_its_repeat_but_for_the_trace_id() {
        String body = "{\"code\": \"insufficient_funds\", \"traceId\": \"a1\"}";

        assertThat(AnswerReader.read(Kind.CARD, new Reply(422, true, body)).step()).isNull();
        assertThat(digest(422, body)).isEqualTo(digest(422, body.replace("a1", "b2")));
        assertThat(digest(422, body)).isNotEqualTo(digest(409, body));
        assertThat(digest(422, body))
                .isNotEqualTo(digest(422, body.replace("insufficient_funds", "already_active")));
    }

    @Test
    void what_is_not_promised_json_is_refused() {
        assertThatThrownBy(() -> AnswerReader.read(Kind.TAP, new Reply(200, false, "<html>")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> AnswerReader.read(Kind.TAP, new Reply(200, false, "{\"data\":{}}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("accepted");
    }

    private static String digest(int status, String body) {
        return AnswerReader.read(Kind.CARD, new Reply(status, false, body)).digest();
    }
}
