package com.luckyfunatic.engine.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.booster.BoosterType;
import com.luckyfunatic.engine.card.CardId;
import com.luckyfunatic.engine.card.CategoryId;
import com.luckyfunatic.engine.forge.SpecialCardId;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.story.StoryId;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    static Stream<Function<String, TextId>> kinds() {
        return Stream.of(
                BoosterType::new,
                CardId::new,
                CategoryId::new,
                ItemId::new,
                SpecialCardId::new,
                StoryId::new);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_content_id_is_its_text(Function<String, TextId> kind) {
        assertThat(kind.apply("a_z_09").value()).isEqualTo("a_z_09");
        assertThat(kind.apply("a_z_09")).hasToString("a_z_09").isEqualTo(kind.apply("a_z_09"));
        assertThat(kind.apply("x".repeat(64)).value()).hasSize(64);
        assertThatIllegalArgumentException().isThrownBy(() -> kind.apply("Upper"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "A", "a-b", "ä", "a\n", "٣", "`", "{", "/", ":", "@", "["})
    void anything_else_is_no_content_id(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CardId(text))
                .withMessageContaining("a card id must be 1 to 64 of a-z, 0-9 and _, was '" + text);
    }

    @Test
    void a_long_text_is_cut_in_the_message() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CardId("x".repeat(100_000)))
                .withMessageEndingWith("'" + "x".repeat(64) + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "~", "! x !", "00000000-0000-0000-0000-000000000000"})
    void an_operation_id_is_printable_ascii(String text) {
        assertThat(OperationId.isValid(text)).isTrue();
        assertThat(new OperationId(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\t", "a\n", "a\u007f", "ä", "\u001f"})
    void anything_else_is_no_operation_id(String text) {
        assertThat(OperationId.isValid(text)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new OperationId(text));
    }

    @Test
    void an_operation_id_has_at_most_64_characters() {
        assertThat(OperationId.isValid("x".repeat(64))).isTrue();
        assertThat(OperationId.isValid("x".repeat(65))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 9_007_199_254_740_993L, Long.MAX_VALUE})
    void a_player_id_is_written_in_digits(long value) {
        PlayerId id = new PlayerId(value);

        assertThat(id).hasToString(Long.toString(value));
        assertThat(PlayerId.parse(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "+5", "٣", "5 ", "0x5", "5.0", "9223372036854775808", "007"})
    void anything_else_is_no_player_id(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> PlayerId.parse(text));
    }

    @Test
    void player_ids_are_ordered_by_number() {
        assertThat(new PlayerId(9)).isLessThan(new PlayerId(10)).isGreaterThan(new PlayerId(8));
    }
}
