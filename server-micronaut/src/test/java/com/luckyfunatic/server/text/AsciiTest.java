package com.luckyfunatic.server.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AsciiTest {
    @Test
    void kinds_of_characters_are_told_apart() {
        assertThat(Ascii.isDigits("0123456789")).isTrue();
        assertThat(Ascii.isDigits("١٢")).isFalse();
        assertThat(Ascii.isDigits("/")).isFalse();
        assertThat(Ascii.isDigits(":")).isFalse();
        assertThat(Ascii.isLowerHex("0189abcdef")).isTrue();
        assertThat(Ascii.isLowerHex("A")).isFalse();
        assertThat(Ascii.isLowerHex("g")).isFalse();
        assertThat(Ascii.isName("aZ09_-.")).isTrue();
        assertThat(Ascii.isName("a b")).isFalse();
        assertThat(Ascii.isName("é")).isFalse();
        assertThat(Ascii.isPrintable(" ~")).isTrue();
        assertThat(Ascii.isPrintable("\t")).isFalse();
        assertThat(Ascii.isPrintable("\u007f")).isFalse();
    }

    @Test
    void the_empty_text_is_of_no_kind() {
        assertThat(Ascii.isDigits("")).isFalse();
        assertThat(Ascii.isLowerHex("")).isFalse();
        assertThat(Ascii.isName("")).isFalse();
        assertThat(Ascii.isPrintable("")).isFalse();
    }
}
