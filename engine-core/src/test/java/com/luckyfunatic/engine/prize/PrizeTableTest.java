package com.luckyfunatic.engine.prize;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrizeTableTest {
    private static final PrizeRange FIRST = new PrizeRange(1, 1, 100);

    static Stream<PrizeTable> good() {
        return Stream.of(
                PrizeTable.NONE,
                amounts(100, FIRST),
                amounts(190, FIRST, new PrizeRange(2, 10, 10)),
                amounts(Amounts.MAX, new PrizeRange(1, 1, Amounts.MAX)),
                amounts(PrizeTable.RANKS_MAX, new PrizeRange(1, PrizeTable.RANKS_MAX, 1)),
                shares(0, new PrizeRange(1, 1, 10_000)),
                shares(10_000, new PrizeRange(1, 1, 5_000), new PrizeRange(2, 3, 2_500)),
                shares(0, new PrizeRange(1, 10_000, 1)));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                wrong("feeBps", shares(-1, FIRST)),
                wrong("feeBps", shares(10_001, FIRST)),
                wrong("guaranteed", amounts(-1)),
                wrong("guaranteed", amounts(Amounts.MAX + 1)),
                wrong("ranges[0].from", amounts(100, new PrizeRange(2, 2, 1))),
                wrong("ranges[0].from", amounts(100, new PrizeRange(0, 2, 1))),
                wrong("ranges[0].from", amounts(100, new PrizeRange(Long.MIN_VALUE, 2, 1))),
                wrong("ranges[1].from", amounts(900, FIRST, new PrizeRange(1, 2, 1))),
                wrong("ranges[1].from", amounts(900, FIRST, new PrizeRange(3, 4, 1))),
                wrong("ranges[0].to", amounts(900, new PrizeRange(1, 0, 1))),
                wrong("ranges[0].to", amounts(1, new PrizeRange(1, Long.MAX_VALUE, 1))),
                wrong("ranges[0].prize", amounts(900, new PrizeRange(1, 1, 0))),
                wrong("ranges[0].prize", amounts(900, new PrizeRange(1, 1, -1))),
                wrong("ranges[0].prize", amounts(900, new PrizeRange(1, 1, Long.MAX_VALUE))),
                wrong("ranges[0].prize", shares(0, new PrizeRange(1, 1, 10_001))),
                wrong("ranges[1].prize", amounts(900, FIRST, new PrizeRange(2, 2, 101))),
                wrong("ranges", amounts(99, FIRST)),
                wrong("ranges", amounts(189, FIRST, new PrizeRange(2, 10, 10))),
                wrong("ranges", amounts(1, new PrizeRange(1, 1_000_000, Amounts.MAX))),
                wrong("ranges", shares(0, new PrizeRange(1, 3, 3_334))),
                wrong("ranges", shares(0, new PrizeRange(1, 10_001, 1))));
    }

    @ParameterizedTest
    @MethodSource("good")
    void can_be_played_for(PrizeTable table) {
        assertThat(table.problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void says_where_it_is_wrong(String field, PrizeTable table) {
        assertThat(table.problems()).extracting(PrizeProblem::field).contains(field);
    }

    @Test
    void says_what_is_wrong_in_words() {
        assertThat(amounts(900, FIRST, new PrizeRange(3, 4, 101)).problems())
                .extracting(PrizeProblem::toString)
                .containsExactly(
                        "ranges[1].from: must be 2, so that ranges follow each other from rank 1"
                                + " on, was 3",
                        "ranges[1].prize: must not be more than that of better ranks, 100, was"
                                + " 101");
        assertThat(amounts(99, FIRST).problems())
                .extracting(PrizeProblem::toString)
                .containsExactly("ranges: must not pay more than the guaranteed pool, 99");
    }

    @Test
    void has_a_limited_number_of_ranges() {
        List<PrizeRange> many = Collections.nCopies(PrizeTable.RANGES_MAX + 1, FIRST);

        assertThat(new PrizeTable(Currency.FUNZ, 0, 1, PrizeKind.AMOUNTS, many).problems())
                .singleElement()
                .hasToString("ranges: must be at most 100, are 101");
    }

    private static Arguments wrong(String field, PrizeTable table) {
        return Arguments.of(field, table);
    }

    private static PrizeTable amounts(long guaranteed, PrizeRange... ranges) {
        return new PrizeTable(Currency.JOKERS, 500, guaranteed, PrizeKind.AMOUNTS, List.of(ranges));
    }

    private static PrizeTable shares(int feeBps, PrizeRange... ranges) {
        return new PrizeTable(Currency.FUNZ, feeBps, 0, PrizeKind.SHARES, List.of(ranges));
    }
}
