package com.luckyfunatic.admin.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.luckyfunatic.admin.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCommandsTest {
    @TempDir private Path directory = Path.of("");
    private Path file = Path.of("");
    private String content = "";

    @BeforeEach
    void copy_the_default_catalog() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/catalog/default-catalog.yaml"))) {
            content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        file = Files.writeString(directory.resolve("my catalog.yaml"), content);
    }

    private void change(String good, String bad) throws IOException {
        assertThat(content).contains(good);
        content = content.replace(good, bad);
        Files.writeString(file, content);
    }

    @Test
    void a_valid_file_is_told_in_one_line_with_code_0() {
        CommandRun check = CommandRun.of("catalog", "check", file);
        assertThat(check.code()).isZero();
        assertThat(check.out())
                .isEqualToIgnoringNewLines(
                        file
                                + " is valid: version 2026.1, 32 cards, 6 special cards, 4 stories,"
                                + " 8 boosters, 8 items, 10 ranks");
        assertThat(check.err()).isEmpty();
    }

    @Test
    void every_problem_of_content_is_a_line_with_its_place_and_code_1() throws IOException {
        change("burst: 60", "burst: 0");
        change("basePrice: 53\n", "basePrice: -53\n");
        CommandRun check = CommandRun.of("catalog", "check", file);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out().lines())
                .hasSize(3)
                .anySatisfy(line ->
                        assertThat(line)
                                .matches(
                                        "\\Q"
                                                + file
                                                + "\\E:\\d+:3: tap.burst: must be 1"
                                                + " to 10000, was 0"))
                .anySatisfy(line ->
                        assertThat(line)
                                .contains(
                                        ": cards[0 springy_gloves].basePrice: must be 1 to"
                                                + " 9007199254740991, was -53"))
                .endsWith("2 problems");
    }

    @Test
    void every_mistake_of_writing_is_a_line_with_its_place_and_code_1() throws IOException {
        change("burst: 60", "burst: many");
        CommandRun check = CommandRun.of("catalog", "check", file);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("tap.burst: expected a whole number"))
                .endsWith("1 problem");
    }

    @Test
    void a_file_that_cannot_be_read_is_told_with_code_66() {
        Path missing = directory.resolve("missing.yaml");
        CommandRun check = CommandRun.of("catalog", "check", missing);
        assertThat(check.code()).isEqualTo(66);
        assertThat(check.out()).isEmpty();
        assertThat(check.err())
                .isEqualToIgnoringNewLines("cannot read " + missing + ": there is no such file");
        assertThat(CommandRun.of("catalog", "show", directory).code()).isEqualTo(66);
    }

    @Test
    void colours_are_for_terminals_only() throws IOException {
        assertThat(CommandRun.onTerminal("catalog", "check", file).out()).contains("\u001B[");
        assertThat(CommandRun.of("catalog", "check", file).out()).doesNotContain("\u001B[");
        change("burst: 60", "burst: \"@|red x|@\"");
        assertThat(CommandRun.onTerminal("catalog", "check", file).out())
                .contains("'@|red x|@'", "\u001B[");
    }

    @Test
    void a_table_shows_the_cards_at_levels_1_5_10_and_the_last() {
        CommandRun show = CommandRun.of("catalog", "show");
        assertThat(show.code()).isZero();
        assertThat(show.out().lines())
                .hasSize(1 + 32 * 4)
                .first()
                .asString()
                .matches("CARD +CATEGORY +LEVEL +PRICE +INCOME/H +PAYBACK");
        assertThat(show.out())
                .containsPattern("springy_gloves +gear +1/25 +53 +6 +8\\.8 h\n +5/25 +105 +35")
                .doesNotContain("never");
    }

    @Test
    void json_shows_the_same_to_scripts() throws IOException {
        CommandRun show = CommandRun.of("catalog", "show", file, "--json");
        assertThat(show.code()).isZero();
        JsonNode json = new ObjectMapper().readTree(show.out());
        assertThat(json.path("version").asText()).isEqualTo("2026.1");
        assertThat(json.path("cards")).hasSize(32);
        JsonNode gloves = json.path("cards").path(0);
        assertThat(gloves.path("id").asText()).isEqualTo("springy_gloves");
        assertThat(gloves.path("currency").asText()).isEqualTo("funz");
        assertThat(gloves.path("levels").findValuesAsText("level"))
                .containsExactly("1", "5", "10", "25");
        assertThat(gloves.path("levels").path(0).path("paybackHours").decimalValue())
                .isEqualByComparingTo("8.83");
    }

    @Test
    void a_card_with_few_levels_of_its_own_is_shown_as_it_is() throws IOException {
        change(
                "basePrice: 53\n    baseIncomePerHour: 6\n    maxLevel: 25\n",
                "currency: jokers\n    levels: [{price: 5, incomePerHour: 9}, {price: 7,"
                        + " incomePerHour: 9}]\n");
        change("levels: 5}\n      - {card: lucky", "levels: 2}\n      - {card: lucky");
        assertThat(CommandRun.of("catalog", "show", file).out())
                .containsPattern("springy_gloves +gear +1/2 +5 jokers +9 +0\\.6 h")
                .containsPattern("2/2 +7 jokers +9 +never");
        assertThat(CommandRun.of("catalog", "show", "--json", file).out())
                .containsPattern("\"paybackHours\" : null");
    }

    @Test
    void a_file_with_problems_is_not_shown() throws IOException {
        change("burst: 60", "burst: 0");
        CommandRun show = CommandRun.of("catalog", "show", file);
        assertThat(show.code()).isEqualTo(1);
        assertThat(show.out().lines()).endsWith("1 problem");
    }

    @Test
    void two_files_are_compared_like_a_change_log() throws IOException {
        Path old = Files.writeString(directory.resolve("old.yaml"), content);
        change("version: \"2026.1\"", "version: \"2026.2\"");
        change("basePrice: 53\n", "basePrice: 60\n");
        CommandRun diff = CommandRun.of("catalog", "diff", old, file);
        assertThat(diff.code()).isZero();
        assertThat(diff.out().lines())
                .startsWith(
                        "version: \"2026.1\" → \"2026.2\"",
                        "card springy_gloves: base price 53 → 60",
                        "card springy_gloves: price at level 1 53 → 60");

        CommandRun json = CommandRun.of("catalog", "diff", old, file, "--json");
        JsonNode changes = new ObjectMapper().readTree(json.out()).path("changes");
        assertThat(changes.path(1).path("kind").asText()).isEqualTo("changed");
        assertThat(changes.path(1).path("row").asText()).isEqualTo("card springy_gloves");
        assertThat(changes.path(1).path("field").asText()).isEqualTo("base price");
        assertThat(changes.path(1).path("before").asText()).isEqualTo("53");
        assertThat(changes.path(1).path("after").asText()).isEqualTo("60");
    }

    @Test
    void equal_files_have_no_difference() {
        CommandRun diff = CommandRun.of("catalog", "diff", file, file);
        assertThat(diff.code()).isZero();
        assertThat(diff.out()).isEqualToIgnoringNewLines("no difference");
        assertThat(CommandRun.of("catalog", "diff", file, file, "--json").out())
                .containsPattern("\"changes\" : \\[ *\\]");
    }

    @Test
    void a_file_with_problems_is_not_compared() throws IOException {
        Path old = Files.writeString(directory.resolve("old.yaml"), content);
        change("burst: 60", "burst: 0");
        CommandRun diff = CommandRun.of("catalog", "diff", old, file);
        assertThat(diff.code()).isEqualTo(1);
        assertThat(diff.out().lines()).endsWith("1 problem");
        assertThat(CommandRun.of("catalog", "diff", file, old).code()).isEqualTo(1);
    }
}
