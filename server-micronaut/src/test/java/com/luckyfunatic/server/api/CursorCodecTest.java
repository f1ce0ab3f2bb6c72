package com.luckyfunatic.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorCodecTest {
    private static final byte[] OLD = "old secret".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEW = "new secret".getBytes(StandardCharsets.UTF_8);

    private final CursorCodec codec = new CursorCodec(List.of(NEW, OLD));

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "1000:77", "ünï-🎰"})
    void a_position_comes_back_from_its_list(String position) {
        assertThat(codec.decode("friends", codec.encode("friends", position))).isEqualTo(position);
    }

    @Test
    void cursors_survive_a_change_of_keys() {
        assertThat(codec.decode("friends", new CursorCodec(List.of(OLD)).encode("friends", "7")))
                .isEqualTo("7");
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        assertInvalid("quests", codec.encode("friends", "7"));
        assertInvalid("f", codec.encode("friends", "7"));
    }

    @Test
    void every_changed_character_is_noticed() {
        String cursor = codec.encode("friends", "1000:77");
        for (int i = 0; i < cursor.length() - 1; i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            assertInvalid("friends", cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "####", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAA", "42"})
    void what_was_never_a_cursor_is_refused(String cursor) {
        assertInvalid("friends", cursor);
    }

    @Test
    void a_huge_cursor_is_refused_unread() {
        assertInvalid("friends", "A".repeat(100_000));
    }

    @Test
    void a_codec_needs_a_secret() {
        assertThatThrownBy(() -> new CursorCodec(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertInvalid(String list, String cursor) {
        assertThatThrownBy(() -> codec.decode(list, cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem ->
                                assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_CURSOR));
    }
}
