package com.luckyfunatic.server.ton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.player.PlayerId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TonChallengesTest {
    private static final PlayerId PLAYER = new PlayerId(Long.MAX_VALUE);
    private static final long NOW = 1_795_359_600_123L;

    private static TonChallenges with(String... secrets) {
        return new TonChallenges(
                List.of(secrets).stream()
                        .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private final TonChallenges challenges = with("one");

    @Test
    void a_challenge_tells_when_it_was_made() {
        String challenge = challenges.make(PLAYER, NOW);

        assertThat(challenge).hasSize(43).matches("[A-Za-z0-9_-]+");
        assertThat(challenges.madeAt(PLAYER, challenge)).hasValue(NOW);
        assertThat(with("one").madeAt(PLAYER, challenge)).hasValue(NOW);
    }

    @Test
    void it_is_worth_nothing_for_another_player() {
        assertThat(challenges.madeAt(new PlayerId(7), challenges.make(PLAYER, NOW))).isEmpty();
    }

    @Test
    void keys_can_be_rotated() {
        String old = challenges.make(PLAYER, NOW);
        TonChallenges rotated = with("two", "one");

        assertThat(rotated.madeAt(PLAYER, old)).hasValue(NOW);
        assertThat(challenges.madeAt(PLAYER, rotated.make(PLAYER, NOW))).isEmpty();
        assertThat(with("two").madeAt(PLAYER, old)).isEmpty();
    }

    @Test
    void none_that_was_changed_is_taken() {
        String challenge = challenges.make(PLAYER, NOW);
        for (int i = 0; i < challenge.length(); i++) {
            for (char other : new char[] {'A', 'B', '_', '=', '+', ' '}) {
                if (challenge.charAt(i) != other) {
                    String changed = challenge.substring(0, i) + other + challenge.substring(i + 1);
                    assertThat(challenges.madeAt(PLAYER, changed)).as(changed).isEmpty();
                }
            }
        }
        assertThat(challenges.madeAt(PLAYER, challenge + "=")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "AAAA", "\u00e4", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void what_is_none_is_not_taken(String text) {
        assertThat(challenges.madeAt(PLAYER, text)).isEmpty();
    }

    @Test
    void nothing_is_signed_without_a_secret() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TonChallenges(List.of()));
    }
}
