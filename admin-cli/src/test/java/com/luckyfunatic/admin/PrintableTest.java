package com.luckyfunatic.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {
    @ParameterizedTest
    @ValueSource(chars = {0, 7, 8, 9, 27, 0x7f, 0x9b, 0x200b, 0x202e, 0x2066, 0x2028, 0xfeff})
    void what_a_terminal_obeys_is_a_question_mark(char obeyed) {
        assertThat(Printable.line("a" + obeyed + "b")).isEqualTo("a?b");
        assertThat(Printable.lines("a" + obeyed + "b")).isEqualTo("a?b");
    }

    @Test
    void line_ends_stay_between_lines_only_and_nothing_goes_back_to_their_beginning() {
        assertThat(Printable.lines("a\nb\r\nc\rd")).isEqualTo("a\nb\r\nc?d");
        assertThat(Printable.line("a\nb\rc")).isEqualTo("a?b?c");
    }

    @Test
    void letters_of_all_languages_stay() {
        String text = "Zoë 中文 🐙 e\u0301 ß";
        assertThat(Printable.line(text)).isEqualTo(text);
        assertThat(Printable.lines(text)).isEqualTo(text);
    }

    @Test
    void json_keeps_what_others_read_from_it() {
        assertThat(Printable.json("{\"a\":\"\u200d\u009b\"}")).isEqualTo("{\"a\":\"\u200d?\"}");
    }
}
