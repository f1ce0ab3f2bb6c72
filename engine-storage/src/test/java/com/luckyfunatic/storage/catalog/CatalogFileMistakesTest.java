package com.luckyfunatic.storage.catalog;

import static com.luckyfunatic.storage.catalog.SampleFile.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogFileMistakesTest {
    @TempDir private Path directory = Path.of("");

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("content.yaml"), text);
    }

    static Stream<Arguments> mistakes() {
        String card = "cards[0 miner]";
        return Stream.of(
                mistake(
                        "basePrice: 100",
                        "basePricce: 100",
                        "18:5: " + card + ".basePricce: unknown field; fields here are"),
                mistake(
                        "basePrice: 100",
                        "basePricce: 100",
                        "13:5: " + card + ".basePrice: is missing; expected a whole number"),
                mistake(
                        "    name: Miner\n",
                        "    name: Miner\n    name: Other\n",
                        "15:5: cards[0].name: is written twice; the first is in line 14"),
                mistake(
                        "basePrice: 100",
                        "basePrice: a lot",
                        "18:16: "
                                + card
                                + ".basePrice: expected a whole number, found the text"
                                + " 'a lot'"),
                mistake(
                        "basePrice: 100",
                        "basePrice: 1.5",
                        card + ".basePrice: expected a whole number, found the number 1.5"),
                mistake(
                        "basePrice: 100",
                        "basePrice: 1_000",
                        card + ".basePrice: expected a whole number, found the number 1_000"),
                mistake(
                        "basePrice: 100",
                        "basePrice: 9223372036854775808",
                        card
                                + ".basePrice: expected a whole number, found the number"
                                + " 9223372036854775808"),
                mistake(
                        "basePrice: 100",
                        "basePrice:",
                        card + ".basePrice: expected a whole number, found nothing"),
                mistake(
                        "basePrice: 100",
                        "basePrice: [100]",
                        card + ".basePrice: expected a whole number, found a list"),
                mistake(
                        "maxLevel: 5",
                        "maxLevel: 4294967301",
                        card + ".maxLevel: expected a whole number, found the number 4294967301"),
                mistake(
                        "name: Miner",
                        "name: 77",
                        card + ".name: expected text, found the number 77"),
                mistake("name: Miner", "name: true", card + ".name: expected text, found true"),
                mistake(
                        "name: Miner",
                        "name: {a: b}",
                        card + ".name: expected text, found fields (name: value)"),
                mistake(
                        "category: gear",
                        "category: Gear!",
                        card
                                + ".category: expected an id, found the text 'Gear!' (a category id"
                                + " must be 1 to 64 of a-z, 0-9 and _, was 'Gear!')"),
                mistake(
                        "effect: funz_per_tap_multiply",
                        "effect: FUNZ",
                        "29:13: boosters[0 turbo].effect: expected one of refill_energy,"
                                + " energy_max_add, energy_regen_multiply, funz_per_tap_add,"
                                + " funz_per_tap_multiply, income_multiply, found the text 'FUNZ'"),
                mistake(
                        "kind: fixed",
                        "kind: cubic",
                        "boosters[0 turbo].price.kind: expected one of free, fixed, doubling,"
                                + " square, found the text 'cubic'"),
                mistake(
                        "duration: PT20S",
                        "duration: 20s",
                        "boosters[0 turbo].duration: expected a duration such as PT20S or PT1H30M,"
                                + " found the text '20s'"),
                mistake(
                        "duration: PT20S",
                        "duration: PT9999999999999999H",
                        "boosters[0 turbo].duration: expected a duration"),
                mistake(
                        "2026-01-01T00:00:00Z",
                        "2026-13-01",
                        card
                                + ".availableFrom: expected a moment in UTC such as"
                                + " 2026-01-31T12:00:00Z, found the text '2026-13-01'"),
                mistake(
                        "maxLevel: 5",
                        "comingSoon: 1",
                        card + ".comingSoon: expected true or false, found the number 1"),
                mistake(
                        "{rank: 1}",
                        "{rang: 1}",
                        card
                                + ".requirements[0]: expected {card: …, level: …}, {rank: …},"
                                + " {friends: …} or {quest: …}"),
                mistake(
                        "{rank: 1}",
                        "{rank: 1, friends: 2}",
                        card + ".requirements[0].friends: unknown field; fields here are rank"),
                mistake(
                        "{rank: 1}",
                        "rank 1",
                        card
                                + ".requirements[0]: expected fields (name: value), found the text"
                                + " 'rank 1'"),
                mistake(
                        "start: {funz: 0, jokers: 0}",
                        "start: 0",
                        "2:8: start: expected fields (name: value), found the number 0"),
                mistake(
                        "start: {funz: 0, jokers: 0}\n",
                        "",
                        "1:1: start: is missing; expected fields (name: value)"),
                mistake(
                        "ranks: [{name: First, funzEarned: 0}]",
                        "ranks: 3",
                        "ranks: expected a list, found the number 3"),
                mistake(
                        "name: Miner",
                        "name: &n Miner\n    description: *n",
                        "references (*name) are not supported"),
                mistake("name: Miner", "name: !!str Miner", "tags (!name) are not supported"),
                mistake(
                        "name: Miner",
                        "name: Miner\u0007",
                        "14:16: is not YAML: has the control character U+0007"),
                mistake(
                        "name: Miner",
                        "name: Miner\n\tage: 5",
                        "15:1: is not YAML: while scanning for the next token: found character"
                                + " '\\t(TAB)'"),
                mistake(
                        "version: \"1\"",
                        "version: \"1",
                        "is not YAML: while scanning a quoted scalar: found unexpected end of"
                                + " stream"),
                mistake(
                        "cards:",
                        "cards: [[[[[[[[[[[[[[[[[[[[[[[[",
                        "12:28: is not YAML: Document nesting depth"));
    }

    private static Arguments mistake(String good, String bad, String message) {
        return Arguments.of(good, bad, message);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("mistakes")
    void a_mistake_is_told_with_file_place_field_and_expectation(
            String good, String bad, String message) throws IOException {
        assertThat(CONTENT).contains(good);
        Path file = file(CONTENT.replace(good, bad));
        assertThatExceptionOfType(CatalogFileException.class)
                .isThrownBy(() -> CatalogLoader.load(file))
                .satisfies(e ->
                        assertThat(e.problems())
                                .map(problem -> problem.describe(file.toString()))
                                .anySatisfy(line ->
                                        assertThat(line).startsWith(file + ":").contains(message)));
    }

    @Test
    void every_mistake_of_a_file_is_told_at_once() throws IOException {
        Path file =
                file(
                        CONTENT.replace("max: 1000", "max: much")
                                .replace("name: Miner", "name: 5")
                                .replace("effect: funz_per_tap_multiply", "effect: magic"));
        assertThatExceptionOfType(CatalogFileException.class)
                .isThrownBy(() -> CatalogLoader.load(file))
                .satisfies(e ->
                        assertThat(e.problems())
                                .extracting(CatalogFileProblem::path)
                                .containsExactlyInAnyOrder(
                                        "energy.max",
                                        "cards[0 miner].name",
                                        "boosters[0 turbo].effect"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "- a\n- b\n", "just text", "--- {}\n--- {}\n"})
    void what_is_not_one_document_with_fields_is_refused(String text) throws IOException {
        Path file = file(text);
        assertThatExceptionOfType(CatalogFileException.class)
                .isThrownBy(() -> CatalogLoader.load(file))
                .withMessageContaining(file.toString());
    }
}
