package com.luckyfunatic.engine.prize;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Currency;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a table says and however many take part, never more is paid than there is. */
class PrizePropertyTest {
    private static final int TABLES = 10_000;
    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 12);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void pays_in_order_and_never_more_than_the_pool(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < TABLES; i++) {
            PrizeTable table = table(random);
            if (!table.problems().isEmpty()) {
                throw new AssertionError(table + " has " + table.problems());
            }
            long collected = amount(random);
            long ranked = random.nextLong(2 * table.ranks() + 2);

            check(table, collected, ranked, PrizeRules.payouts(table, collected, ranked));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_table_however_wrong_breaks_its_check(long seed) {
        var random = new SplittableRandom(seed);
        for (int i = 0; i < TABLES; i++) {
            List<PrizeRange> ranges = new ArrayList<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                ranges.add(new PrizeRange(wild(random), wild(random), wild(random)));
            }
            var table =
                    new PrizeTable(
                            Currency.FUNZ,
                            (int) wild(random),
                            wild(random),
                            random.nextBoolean() ? PrizeKind.SHARES : PrizeKind.AMOUNTS,
                            ranges);
            if (table.problems().isEmpty()) {
                check(table, 5, 3, PrizeRules.payouts(table, 5, 3));
            }
        }
    }

    /** Compared with plain arithmetic that has no largest number. Asserts by hand: it is fast. */
    private static void check(PrizeTable table, long collected, long ranked, Payouts payouts) {
        BigInteger kept =
                BigInteger.valueOf(collected)
                        .multiply(BigInteger.valueOf(10_000L - table.feeBps()))
                        .divide(WHOLE);
        BigInteger pool = kept.max(BigInteger.valueOf(table.guaranteed()));
        BigInteger sum = BigInteger.ZERO;
        long before = Long.MAX_VALUE;
        boolean good = pool.equals(BigInteger.valueOf(payouts.pool()));
        for (long rank = 1; rank <= Math.min(ranked, table.ranks()) + 1; rank++) {
            long prize = payouts.prize(rank);
            good &= prize >= 0 && prize <= before && (rank <= ranked || prize == 0);
            before = prize;
            good &= prize > 0 == rank <= payouts.paid();
            sum = sum.add(BigInteger.valueOf(prize));
        }
        good &= sum.equals(BigInteger.valueOf(payouts.total())) && sum.compareTo(pool) <= 0;
        good &= payouts.equals(PrizeRules.payouts(table, collected, ranked));
        if (table.kind() == PrizeKind.SHARES) {
            good &= sum.equals(promised(table, pool, ranked));
        }
        assertThat(good).as("%s, %s collected, %s ranked", table, collected, ranked).isTrue();
    }

    private static BigInteger promised(PrizeTable table, BigInteger pool, long ranked) {
        BigInteger shares = BigInteger.ZERO;
        for (PrizeRange range : table.ranges()) {
            for (long rank = range.from(); rank <= Math.min(range.to(), ranked); rank++) {
                shares = shares.add(BigInteger.valueOf(range.prize()));
            }
        }
        return pool.multiply(shares).divide(WHOLE);
    }

    private static PrizeTable table(RandomGenerator random) {
        PrizeKind kind = random.nextBoolean() ? PrizeKind.SHARES : PrizeKind.AMOUNTS;
        long guaranteed = amount(random);
        long left = kind == PrizeKind.SHARES ? 10_000 : guaranteed;
        long most = left;
        long from = 1;
        List<PrizeRange> ranges = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0 && left > 0; i--) {
            long to = from + random.nextLong(random.nextBoolean() ? 1 : 12);
            most = Math.min(most, left / (to - from + 1));
            if (most < 1) {
                break;
            }
            long prize = random.nextInt(4) == 0 ? most : random.nextLong(most) + 1;
            ranges.add(new PrizeRange(from, to, prize));
            left -= prize * (to - from + 1);
            most = prize;
            from = to + 1;
        }
        return new PrizeTable(
                random.nextBoolean() ? Currency.FUNZ : Currency.JOKERS,
                random.nextInt(10_001),
                guaranteed,
                kind,
                ranges);
    }

    private static long amount(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong(3);
            case 1 -> Amounts.MAX - random.nextLong(3);
            case 2 -> random.nextLong(100_000);
            default -> random.nextLong(Amounts.MAX + 1);
        };
    }

    private static long wild(RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> Long.MAX_VALUE - random.nextLong(2);
            case 1 -> Long.MIN_VALUE + random.nextLong(2);
            case 2 -> Amounts.MAX + random.nextLong(3) - 1;
            case 3 -> random.nextLong();
            default -> random.nextLong(4) - 1;
        };
    }
}
