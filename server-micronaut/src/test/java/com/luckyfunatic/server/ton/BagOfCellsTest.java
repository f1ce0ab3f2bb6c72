package com.luckyfunatic.server.ton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BagOfCellsTest {
    /** Known to everybody who works with TON. */
    private static final String EMPTY_CELL =
            "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    @Test
    void the_empty_cell_has_the_hash_that_everybody_knows() {
        Cell cell = BagOfCells.read(hex("b5ee9c72 01 01 01 01 00 02 00 0000"));

        assertThat(HexFormat.of().formatHex(cell.hash())).isEqualTo(EMPTY_CELL);
        assertThat(cell.bits()).isZero();
        assertThat(cell.references()).isEmpty();
        assertThat(cell.depth()).isZero();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void a_cell_is_read_as_it_was_written(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TestCell written = draw(random, 3);

        Cell read = BagOfCells.read(written.bag(random.nextBoolean(), random.nextBoolean()));

        assertThat(read.hash()).isEqualTo(written.hash());
        assertThat(read.depth()).isEqualTo(written.depth());
        assertThat(text(read)).isEqualTo(written.bits());
    }

    private static TestCell draw(SplittableRandom random, int depth) {
        int references = depth == 0 ? 0 : random.nextInt(4);
        String bits =
                IntStream.range(0, random.nextInt(random.nextInt(4) == 0 ? 1_024 : 40))
                        .mapToObj(_ -> random.nextBoolean() ? "1" : "0")
                        .reduce("", String::concat);
        return TestCell.of(
                bits,
                IntStream.range(0, references)
                        .mapToObj(_ -> draw(random, depth - 1))
                        .toArray(TestCell[]::new));
    }

    private static String text(Cell cell) {
        return IntStream.range(0, cell.bits())
                .mapToObj(i -> cell.bit(i) ? "1" : "0")
                .reduce("", String::concat);
    }

    @Test
    void bytes_are_taken_from_the_middle_of_bytes() {
        Cell cell = BagOfCells.read(TestCell.of("011" + "10000001" + "11110000" + "1").bag());

        assertThat(cell.bytes(3, 2)).isEqualTo(hex("81f0"));
        assertThat(cell.bytes(0, 0)).isEmpty();
    }

    static Stream<Arguments> malformed() {
        byte[] good = TestCell.of("101", TestCell.of("1")).bag();
        byte[] changed = good.clone();
        changed[good.length - 6] ^= 1;
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        return Stream.of(
                Arguments.of("ends too early", new byte[0]),
                Arguments.of("ends too early", hex("b5ee9c")),
                Arguments.of("does not begin as a bag of cells does", hex("b5ee9c73 01 01")),
                Arguments.of("does not begin as a bag of cells does", hex("68ff65f3 01 01")),
                Arguments.of("is damaged", changed),
                Arguments.of("has another length than it says", longer),
                Arguments.of("has unknown flags", hex("b5ee9c72 11 01 01 01 00 02 00 0000")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void what_is_no_bag_is_refused(String reason, byte[] bag) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BagOfCells.read(bag))
                .withMessage(reason);
    }

    /** Bags written by hand: flags, offset size, cells, roots, absent, length, root, cells. */
    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "00 01 01 01 00 02 00 0000, has indexes of an unusual size",
        "03 01 000001 000001 000000 02 000000 0000, has indexes of an unusual size",
        "01 00 01 01 00 02 00 0000, has an unusual offset size",
        "01 05 01 01 00 0000000002 00 0000, has an unusual offset size",
        "01 01 00 01 00 02 00 0000, 'has too many cells, or none'",
        "02 01 0101 0001 0000 02 0000 0000, 'has too many cells, or none'",
        "01 01 01 02 00 02 00 0000, must have one root",
        "01 01 01 00 00 02 00 0000, must have one root",
        "01 01 01 01 01 02 00 0000, has absent cells",
        "01 01 01 01 00 02 01 0000, has no such root",
        "21 01 01 01 00 02 00 0000, has cache bits without an index",
        "81 04 01 01 00 00000002 00 0000, ends too early",
        "01 01 01 01 00 03 00 0000, has another length than it says",
        "01 01 01 01 00 03 00 000000, has something behind its cells",
        "01 01 01 01 00 02 00 0002, ends too early",
        "01 01 01 01 00 02 00 0500, has a cell that is not ordinary",
        "01 01 01 01 00 02 00 0800, has a cell that is not ordinary",
        "01 01 01 01 00 02 00 1000, has a cell that is not ordinary",
        "01 01 01 01 00 02 00 2000, has a cell that is not ordinary",
        "01 01 01 01 00 03 00 000100, has a cell that does not say where it ends",
        "01 01 01 01 00 03 00 000180, has a cell that does not say where it ends",
        "01 01 01 01 00 03 00 010000, has a reference to no later cell",
        "01 01 01 01 00 03 00 010001, has a reference to no later cell",
        "01 01 02 01 00 06 00 010001 010000, has a reference to no later cell"
    })
    void what_no_wallet_writes_is_refused(String behindTheMagic, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BagOfCells.read(hex("b5ee9c72" + behindTheMagic)))
                .withMessage(reason);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_is_changed_it_is_read_or_refused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] bag = draw(random, 2).bag(random.nextBoolean(), false);
        for (int i = 0; i < 50; i++) {
            byte[] changed = bag.clone();
            changed[random.nextInt(4, bag.length)] = (byte) random.nextInt();
            try {
                assertThat(BagOfCells.read(changed).hash()).hasSize(32);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }
}
