package com.luckyfunatic.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.luckyfunatic.admin.TextTable.Column;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
    private static final String ID = "184467440737095516";
    private static final String REASON = "compensation for the evening without a server";

    private static TextTable table() {
        TextTable table =
                new TextTable(Column.exact("PLAYER"), Column.amount("FUNZ"), Column.text("REASON"));
        table.row(ID, "5", REASON);
        table.row("42", "-1200", "");
        return table;
    }

    private static String at(int columns, TextTable table) {
        return table.fit(OptionalInt.of(columns));
    }

    @Test
    void without_a_terminal_nothing_is_cut() {
        assertThat(table().toString().lines())
                .containsExactly(
                        "PLAYER               FUNZ  REASON",
                        "184467440737095516      5  compensation for the evening without a server",
                        "42                  -1200");
    }

    @Test
    void texts_go_on_below_where_the_terminal_ends() {
        assertThat(at(50, table()).lines())
                .containsExactly(
                        "PLAYER               FUNZ  REASON",
                        "184467440737095516      5  compensation for the",
                        "                           evening without a",
                        "                           server",
                        "42                  -1200");
    }

    @Test
    void where_ids_and_amounts_have_no_room_each_row_is_a_block() {
        assertThat(at(36, table()).lines())
                .containsExactly(
                        "PLAYER  184467440737095516",
                        "FUNZ    5",
                        "REASON  compensation for the evening",
                        "        without a server",
                        "",
                        "PLAYER  42",
                        "FUNZ    -1200",
                        "REASON");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 20, 36, 37, 38, 50, 71, 72, 73, 200})
    void no_width_cuts_an_id_or_an_amount(int columns) {
        String shown = at(columns, table());
        assertThat(shown).contains(ID, "-1200");
        assertThat(shown.replaceAll("\\s+", " ")).contains("evening", "server");
        if (columns >= 36) {
            assertThat(shown.lines()).allMatch(line -> line.length() <= columns);
        }
    }

    @Test
    void the_widest_text_gives_way_first() {
        TextTable table = new TextTable(Column.text("NAME"), Column.text("REASON"));
        table.row("Ann Lee Smith", "one two three four five six");

        assertThat(at(32, table).lines())
                .containsExactly(
                        "NAME           REASON",
                        "Ann Lee Smith  one two three",
                        "               four five six");
    }

    @Test
    void a_word_that_is_too_long_for_its_text_goes_on_below_as_well() {
        TextTable table = new TextTable(Column.exact("ID"), Column.text("REASON"));
        table.row("7", "x".repeat(25));

        assertThat(at(14, table).lines())
                .containsExactly("ID  REASON", "7   xxxxxxxxxx", "    xxxxxxxxxx", "    xxxxx");
    }

    @ParameterizedTest
    @CsvSource({
        "plain, 5",
        "中文, 4",
        "ｆｕｌｌ, 8",
        "ｶﾀ, 2",
        "🐙, 2",
        "e\u0301a\u0308, 2",
        "Ünïcode, 7",
        "한국, 4",
        "'', 0"
    })
    void columns_are_counted_as_terminals_do(String text, int columns) {
        assertThat(TextWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void wide_letters_keep_the_next_column_in_its_place() {
        TextTable table = new TextTable(Column.exact("NAME"), Column.exact("ID"));
        table.row("中文", "1");
        table.row("e\u0301va", "2");

        assertThat(table.toString().lines()).containsExactly("NAME  ID", "中文  1", "e\u0301va   2");
    }

    @Test
    void wide_letters_are_broken_whole_and_marks_stay_with_their_letter() {
        assertThat(TextWidth.broken("中文中文中", 5)).containsExactly("中文", "中文", "中");
        assertThat(TextWidth.broken("e\u0301".repeat(3), 2))
                .containsExactly("e\u0301e\u0301", "e\u0301");
    }

    @Test
    void a_table_without_rows_is_its_headings() {
        TextTable table = new TextTable(Column.exact("PLAYER"), Column.text("REASON"));
        assertThat(table).hasToString("PLAYER  REASON");
        assertThat(at(80, table)).isEqualTo("PLAYER  REASON");
    }

    @Test
    void a_row_has_a_text_for_each_column() {
        assertThatIllegalArgumentException().isThrownBy(() -> table().row("42"));
    }

    @Test
    void what_a_terminal_would_obey_is_shown_as_a_question_mark() {
        TextTable table = new TextTable(Column.text("NAME"));
        table.row("a\u001b[2Jb\r\nc\u009b1m\u202ed\u2028e");
        assertThat(table.toString().lines()).containsExactly("NAME", "a?[2Jb??c?1m?d?e");
    }
}
