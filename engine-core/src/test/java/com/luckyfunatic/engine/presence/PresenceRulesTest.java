package com.luckyfunatic.engine.presence;

import static com.luckyfunatic.engine.presence.PresenceRules.IDLE_MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresenceRulesTest {
    private static final PlayerId PLAYER = new PlayerId(7);
    private static final long START = 10_000_000;
    private static final long LAST = START + 60_000;

    private static PlaySession session(long requests, long taps) {
        return new PlaySession(PLAYER, START, LAST, requests, taps, ClientInfo.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "299999, true",
        "300000, false",
        "0, true",
        "-60000, true",
        "-359999, true",
        "-360000, false",
        "9000000, false",
        "-9000000, false"
    })
    void a_sighting_belongs_to_the_session_when_it_is_less_than_five_minutes_away(
            long afterLast, boolean belongs) {
        Sighting sighting = Sighting.request(PLAYER, LAST + afterLast, ClientInfo.UNKNOWN);

        assertThat(PresenceRules.continues(session(1, 0), sighting)).isEqualTo(belongs);
        PlaySession after = PresenceRules.after(session(1, 0), sighting);
        assertThat(after.isSame(session(1, 0))).isEqualTo(belongs);
        assertThat(after.requests()).isEqualTo(belongs ? 2 : 1);
        assertThat(after.lastSeenAtMillis())
                .isEqualTo(belongs ? Math.max(LAST, LAST + afterLast) : LAST + afterLast);
    }

    @Test
    void counters_stop_at_the_greatest_amount() {
        var much = new Sighting(PLAYER, LAST, LAST, Amounts.MAX, Amounts.MAX, ClientInfo.UNKNOWN);

        PlaySession after = PresenceRules.after(session(5, Amounts.MAX - 1), much);

        assertThat(after.requests()).isEqualTo(Amounts.MAX);
        assertThat(after.taps()).isEqualTo(Amounts.MAX);
    }

    @Test
    void a_session_is_over_after_five_idle_minutes() {
        assertThat(PresenceRules.isOver(session(1, 0), LAST + IDLE_MILLIS - 1)).isFalse();
        assertThat(PresenceRules.isOver(session(1, 0), LAST + IDLE_MILLIS)).isTrue();
        assertThat(PresenceRules.isOver(session(1, 0), START - IDLE_MILLIS)).isFalse();
    }

    @Test
    void the_later_state_has_counted_more() {
        assertThat(PresenceRules.later(session(3, 1), session(3, 2))).isEqualTo(session(3, 2));
        assertThat(PresenceRules.later(session(3, 2), session(3, 1))).isEqualTo(session(3, 2));
        assertThat(session(3, 2).lengthMillis()).isEqualTo(60_000);
    }

    @Test
    void what_cannot_be_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sighting.taps(PLAYER, START, 0))
                .withMessage("a sighting of nothing");
        assertThatIllegalArgumentException().isThrownBy(() -> Sighting.taps(PLAYER, START, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sighting.taps(PLAYER, -1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sighting.taps(PLAYER, PlaySession.MOMENT_MAX + 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sighting(PLAYER, 2, 1, 1, 0, ClientInfo.UNKNOWN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ios", "8.0", "weba", "Telegram_X-1", "A"})
    void a_client_says_words(String word) {
        assertThat(ClientInfo.of(word, null).platform()).isEqualTo(word);
        assertThat(ClientInfo.of(null, word).version()).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "ä", "<b>", "a,b", "123456789012345678901234567890123"})
    void what_is_no_word_counts_as_not_said(String text) {
        assertThat(ClientInfo.of(text, text)).isSameAs(ClientInfo.UNKNOWN);
        assertThat(ClientInfo.of("ios", text)).isEqualTo(new ClientInfo("ios", null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientInfo(text, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new ClientInfo(null, text));
    }
}
