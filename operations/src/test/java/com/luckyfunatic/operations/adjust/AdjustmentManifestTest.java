package com.luckyfunatic.operations.adjust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.operations.operator.SupportLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdjustmentManifestTest {
    private static Adjustment row(int number, long funz) {
        return new Adjustment(
                number,
                "a-" + number,
                new PlayerId(71),
                new AdjustBalance(Currency.FUNZ, funz, "other: x"));
    }

    private static List<Adjustment> rows(int count) {
        List<Adjustment> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(i + 2, i + 1));
        }
        return rows;
    }

    @Test
    void a_manifest_has_one_form_which_approvals_and_days_are_kept_under() {
        AdjustmentManifest manifest =
                AdjustmentManifest.of(
                        List.of(
                                row(2, 5),
                                new Adjustment(
                                        3,
                                        "a-3",
                                        new PlayerId(72),
                                        new AdjustItem(new ItemId("tea"), -2, "other: \"x\", y"))));

        assertThat(AdjustmentCsv.header())
                .isEqualTo(
                        "\"operation_id\",\"player_id\",\"currency_or_item\",\"amount\","
                                + "\"reason_code\",\"reason\"\n");
        assertThat(manifest.parts())
                .containsExactly(
                        new AdjustmentManifest.Part(
                                Sha256.hex(
                                        (AdjustmentCsv.header()
                                                        + "\"a-2\",\"71\",\"funz\",\"5\","
                                                        + "\"other\",\"x\"\n"
                                                        + "\"a-3\",\"72\",\"tea\",\"-2\","
                                                        + "\"other\",\"\"\"x\"\", y\"\n")
                                                .getBytes(StandardCharsets.UTF_8)),
                                new AdjustmentTotals(
                                        Map.of(
                                                SupportLimit.FUNZ,
                                                5L,
                                                SupportLimit.ITEMS,
                                                2L,
                                                SupportLimit.PLAYERS,
                                                2L))));
        assertThat(manifest.hash())
                .isEqualTo(
                        Sha256.hex(
                                ("adjustments 1\n"
                                                + manifest.parts().getFirst().sha256()
                                                + " FUNZ 5 ITEMS 2 PLAYERS 2\n")
                                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void however_a_file_is_written_the_same_rows_have_the_same_manifest() {
        String header = "operation_id,player_id,currency_or_item,amount,reason_code,reason";
        AdjustmentFile plain = AdjustmentFile.ofPart(header + "\na,71,funz,5,other,x y\n");
        AdjustmentFile quoted =
                AdjustmentFile.ofPart("\ufeff" + header + "\r\n\"a\",71,funz,\"5\",other,x y");

        assertThat(plain.hash()).isNotEqualTo(quoted.hash());
        assertThat(AdjustmentManifest.of(quoted.rows()))
                .isEqualTo(AdjustmentManifest.of(plain.rows()));
    }

    @Test
    void parts_are_as_few_as_rows_and_bytes_allow() {
        assertThat(AdjustmentPart.cut(List.of())).isEmpty();
        assertThat(AdjustmentPart.cut(rows(1))).hasSize(1);
        assertThat(AdjustmentPart.cut(rows(200))).hasSize(1);
        assertThat(AdjustmentPart.cut(rows(201)))
                .extracting(part -> part.rows().size())
                .containsExactly(200, 1);
    }

    @Test
    void what_is_approved_changes_with_every_part_its_totals_and_their_order() {
        AdjustmentTotals five = new AdjustmentTotals(Map.of(SupportLimit.FUNZ, 5L));
        AdjustmentTotals jokers = new AdjustmentTotals(Map.of(SupportLimit.JOKERS, 5L));
        var first = new AdjustmentManifest.Part("a".repeat(64), five);
        var second = new AdjustmentManifest.Part("b".repeat(64), five);

        assertThat(
                        List.of(
                                        new AdjustmentManifest(List.of(first)),
                                        new AdjustmentManifest(List.of(second)),
                                        new AdjustmentManifest(List.of(first, second)),
                                        new AdjustmentManifest(List.of(second, first)),
                                        new AdjustmentManifest(List.of(first, first)),
                                        new AdjustmentManifest(
                                                List.of(
                                                        new AdjustmentManifest.Part(
                                                                "a".repeat(64), jokers))))
                                .stream()
                                .map(AdjustmentManifest::hash))
                .doesNotHaveDuplicates()
                .allMatch(AdjustmentManifest::isHash);
    }

    @Test
    void what_all_parts_move_is_added_up_and_never_comes_back_from_below_zero() {
        AdjustmentTotals most =
                new AdjustmentTotals(
                        Map.of(SupportLimit.FUNZ, Long.MAX_VALUE - 1, SupportLimit.ITEMS, 3L));
        var part = new AdjustmentManifest.Part("a".repeat(64), most);

        assertThat(new AdjustmentManifest(List.of(part)).totals()).isEqualTo(most);
        assertThat(new AdjustmentManifest(List.of(part, part)).totals().byKind())
                .isEqualTo(Map.of(SupportLimit.FUNZ, Long.MAX_VALUE, SupportLimit.ITEMS, 6L));
        assertThat(new AdjustmentManifest(List.of(part)).totals().words())
                .isEqualTo("funz 9223372036854775806, items 3");
    }

    @Test
    void what_is_no_manifest_cannot_be_made() {
        AdjustmentTotals totals = new AdjustmentTotals(Map.of());

        assertThatThrownBy(() -> new AdjustmentManifest(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        for (String wrong : List.of("", "a".repeat(63), "A".repeat(64), "a".repeat(65))) {
            assertThatThrownBy(() -> new AdjustmentManifest.Part(wrong, totals))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Rows with all that a file can hold: quotes, commas, any alphabet, every kind of amount. */
    private static List<Adjustment> rows(Random random) {
        List<Adjustment> rows = new ArrayList<>();
        int count = 1 + random.nextInt(700);
        for (int i = 0; i < count; i++) {
            String reason = reason(random);
            long amount = (1 + random.nextLong(1L << 40)) * (random.nextBoolean() ? 1 : -1);
            rows.add(
                    new Adjustment(
                            i + 2,
                            "r" + random.nextInt(10) + "." + i,
                            new PlayerId(1 + random.nextLong(Long.MAX_VALUE)),
                            switch (random.nextInt(3)) {
                                case 0 -> new AdjustBalance(Currency.FUNZ, amount, reason);
                                case 1 -> new AdjustBalance(Currency.JOKERS, amount, reason);
                                default ->
                                        new AdjustItem(
                                                new ItemId("tea_pot"),
                                                1 + random.nextInt(1_000),
                                                reason);
                            }));
        }
        return rows;
    }

    private static String reason(Random random) {
        StringBuilder text = new StringBuilder("x");
        int length = random.nextInt(149);
        List<String> letters = List.of("\"", ",", "a", " ", "é", "字", ";", "\\", ":", "'");
        for (int i = 0; i < length; i++) {
            text.append(letters.get(random.nextInt(letters.size())));
        }
        return "lost_reward: " + text;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void parts_are_the_rows_again_and_whatever_is_twisted_is_found(long seed) {
        Random random = new Random(seed);
        List<Adjustment> rows = rows(random);
        AdjustmentManifest manifest = AdjustmentManifest.of(rows);
        List<AdjustmentPart> parts = AdjustmentPart.cut(rows);

        assertThat(parts).hasSameSizeAs(manifest.parts());
        List<Adjustment> again = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            AdjustmentPart part = parts.get(i);
            AdjustmentFile read = AdjustmentFile.ofPart(part.text());
            assertThat(read.problems()).isEmpty();
            assertThat(manifest.mismatch(i, read)).isEmpty();
            assertThat(part.rows()).hasSizeLessThanOrEqualTo(AdjustmentPart.ROWS_MAX);
            for (Adjustment row : read.rows()) {
                int inFile = part.inFile(new RowProblem(row.row(), "", "x")).row();
                again.add(new Adjustment(inFile, row.name(), row.player(), row.command()));
            }
            assertTwistsAreFound(manifest, i, part, random);
        }
        assertThat(again).isEqualTo(rows);
        Map<SupportLimit, Long> moved = new EnumMap<>(AdjustmentTotals.of(rows).byKind());
        // Whoever stands in two parts counts in both.
        long players =
                parts.stream()
                        .mapToLong(each ->
                                each.rows().stream().map(Adjustment::player).distinct().count())
                        .sum();
        moved.put(SupportLimit.PLAYERS, players);
        assertThat(manifest.totals().byKind()).isEqualTo(moved);
    }

    private static void assertTwistsAreFound(
            AdjustmentManifest manifest, int index, AdjustmentPart part, Random random) {
        char[] twisted = part.text().toCharArray();
        int at = random.nextInt(twisted.length);
        twisted[at] = twisted[at] == '7' ? '8' : '7';
        AdjustmentFile read = AdjustmentFile.ofPart(String.valueOf(twisted));
        assertThat(manifest.mismatch(index, read))
                .as("character " + at)
                .contains("the rows are not those whose hash the manifest has");

        AdjustmentFile right = AdjustmentFile.ofPart(part.text());
        for (SupportLimit kind :
                List.of(
                        SupportLimit.FUNZ,
                        SupportLimit.JOKERS,
                        SupportLimit.ITEMS,
                        SupportLimit.PLAYERS)) {
            Map<SupportLimit, Long> sums = new EnumMap<>(SupportLimit.class);
            sums.putAll(manifest.parts().get(index).totals().byKind());
            sums.merge(kind, 1L, Long::sum);
            assertThat(with(manifest, index, new AdjustmentTotals(sums)).mismatch(index, right))
                    .as("one more " + kind)
                    .hasValueSatisfying(
                            why -> assertThat(why).startsWith("the rows move ").contains("says "));
            Map<SupportLimit, Long> less = new HashMap<>(sums);
            less.remove(kind);
            assertThat(
                            with(manifest, index, new AdjustmentTotals(less))
                                    .mismatch(index, right)
                                    .isPresent())
                    .as("no " + kind)
                    .isEqualTo(right.rows().stream().anyMatch(row -> isOf(row, kind)));
        }
    }

    private static boolean isOf(Adjustment row, SupportLimit kind) {
        return AdjustmentTotals.of(List.of(row)).byKind().containsKey(kind);
    }

    private static AdjustmentManifest with(
            AdjustmentManifest manifest, int index, AdjustmentTotals totals) {
        AdjustmentManifest.Part[] parts = manifest.parts().toArray(AdjustmentManifest.Part[]::new);
        parts[index] = new AdjustmentManifest.Part(parts[index].sha256(), totals);
        return new AdjustmentManifest(Arrays.asList(parts));
    }
}
