package com.luckyfunatic.server.minigame;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.minigame.MinigameRun;
import com.luckyfunatic.engine.player.PlayerId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunTokensTest {
    private static final byte[] OLD = "an old secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "a new secret".getBytes(StandardCharsets.UTF_8);
    private static final RunTokens TOKENS = new RunTokens(List.of(OLD));

    private static MinigameRun run(long id, long player, String game, long nonce) {
        return new MinigameRun(
                id,
                new PlayerId(player),
                new OperationId("run"),
                new MinigameId(game),
                null,
                1,
                2,
                3,
                nonce,
                null);
    }

    @Test
    void a_token_names_its_run_and_no_other() {
        MinigameRun run = run(Long.MAX_VALUE, 7, "stars", Long.MIN_VALUE);

        RunTokens.Claims claims = Objects.requireNonNull(TOKENS.claims(TOKENS.token(run)));

        assertThat(claims.isOf(run)).isTrue();
        assertThat(claims.isOf(run(8, 7, "stars", Long.MIN_VALUE))).isFalse();
        assertThat(claims.isOf(run(Long.MAX_VALUE, 8, "stars", Long.MIN_VALUE))).isFalse();
        assertThat(claims.isOf(run(Long.MAX_VALUE, 7, "moons", Long.MIN_VALUE))).isFalse();
        assertThat(claims.isOf(run(Long.MAX_VALUE, 7, "stars", 1))).isFalse();
    }

    @Test
    void the_longest_name_of_a_game_fits() {
        MinigameRun run = run(1, 7, "g".repeat(64), 4);

        assertThat(TOKENS.claims(TOKENS.token(run))).isNotNull();
    }

    @Test
    void a_token_that_is_changed_anywhere_is_not_ours() {
        byte[] token = Base64.getUrlDecoder().decode(TOKENS.token(run(1, 7, "stars", 4)));
        for (int i = 0; i < token.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            assertThat(TOKENS.claims(Base64.getUrlEncoder().encodeToString(changed)))
                    .as("byte " + i)
                    .isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"star", "stars", "comets"})
    void a_token_has_one_spelling(String game) {
        String token = TOKENS.token(run(1, 7, game, 4));
        String start = token.substring(0, token.length() - 1);

        assertThat(TOKENS.claims(token + "=")).isNull();
        assertThat(TOKENS.claims(token + "==")).isNull();
        assertThat(
                        IntStream.rangeClosed('-', 'z')
                                .filter(last -> TOKENS.claims(start + (char) last) != null)
                                .count())
                .as("characters that may come last")
                .isEqualTo(1);
    }

    @Test
    void secrets_can_be_replaced_one_after_the_other() {
        String old = TOKENS.token(run(1, 7, "stars", 4));

        assertThat(new RunTokens(List.of(NEW, OLD)).claims(old)).isNotNull();
        assertThat(new RunTokens(List.of(NEW)).claims(old)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void garbage_is_not_ours(String garbage) {
        assertThat(TOKENS.claims(garbage)).isNull();
        assertThat(TOKENS.claims(garbage + "A".repeat(500))).isNull();
    }
}
