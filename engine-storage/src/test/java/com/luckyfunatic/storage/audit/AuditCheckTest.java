package com.luckyfunatic.storage.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.audit.AuditSeal;
import com.luckyfunatic.storage.audit.AuditFinding.Kind;
import com.luckyfunatic.storage.audit.ListedAudit.Row;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is sealed is found out when it is changed, whatever the change. */
class AuditCheckTest {
    private static final long DAY = 86_400_000;
    private static final long NOW = 20_000 * DAY + 5;
    private static final byte[] KEY =
            "a key that is long enough for us".getBytes(StandardCharsets.US_ASCII);

    private final ListedAudit store = new ListedAudit();
    private final List<AuditFinding> found = new ArrayList<>();

    /** Rows at even positions of three days, sealed at the end of each. */
    private void fill(AuditChain chain) {
        for (int i = 1; i <= 30; i++) {
            long at = NOW - 2 * DAY + i / 10 * DAY;
            store.rows.add(row(2L * i, at, i));
            if (i % 5 == 0) {
                seal(chain);
            }
        }
    }

    private void seal(AuditChain chain) {
        new AuditSealer(store, chain).seal(store, NOW, _ -> true);
    }

    private static Row row(long position, long atMillis, int i) {
        return new Row(position, atMillis, (long) i, "row " + i, new byte[] {(byte) i, 0});
    }

    private AuditReport check(AuditChain chain, AuditAnchor... anchors) {
        found.clear();
        return new AuditCheck(store, chain, List.of(anchors))
                .run(store, NOW, (_, _) -> {}, found::add);
    }

    private AuditFinding only() {
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void what_is_as_it_was_sealed_is_right() {
        fill(AuditChain.plain());
        store.rows.add(row(99, NOW, 99));

        AuditReport report = check(AuditChain.plain());

        assertThat(found).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.rows()).isEqualTo(30);
        assertThat(report.seals()).isEqualTo(store.seals.size());
        assertThat(report.unsealed()).isEqualTo(1);
        assertThat(report.keyedSeals()).isZero();
    }

    @Test
    void seals_end_with_the_day_and_rows_that_come_late_belong_to_a_later_one() {
        store.rows.add(row(1, NOW - DAY, 1));
        store.rows.add(row(2, NOW, 2));
        store.rows.add(row(3, NOW - DAY, 3));
        store.rows.add(row(4, NOW + 9 * DAY, 4));
        seal(AuditChain.plain());

        assertThat(store.seals).extracting(AuditSeal::epochDay).containsExactly(19_999L, 20_000L);
        assertThat(store.seals).extracting(AuditSeal::rows).containsExactly(1, 3);
    }

    @Test
    void an_edited_row_is_named() {
        fill(AuditChain.plain());
        store.rows.set(16, row(34, store.rows.get(16).atMillis(), 16));

        AuditReport report = check(AuditChain.plain());

        assertThat(report.isClean()).isFalse();
        assertThat(only().kind()).isEqualTo(Kind.EDITED);
        assertThat(only().position()).isEqualTo(34);
        assertThat(only().day()).isEqualTo(LocalDate.ofEpochDay(19_999));
        assertThat(only().fromPosition()).isLessThanOrEqualTo(34);
        assertThat(only().toPosition()).isGreaterThanOrEqualTo(34);
        assertThat(only().toString()).contains("position 34 is not as it was sealed");
    }

    @Test
    void a_deleted_row_and_an_inserted_one_are_named() {
        fill(AuditChain.plain());
        Row gone = store.rows.remove(11);
        check(AuditChain.plain());
        assertThat(only().kind()).isEqualTo(Kind.MISSING);
        assertThat(only().detail()).contains("1 of 5 rows are missing", "position 26");

        store.rows.add(11, gone);
        store.rows.add(row(25, gone.atMillis(), 7));
        check(AuditChain.plain());
        assertThat(only().kind()).isEqualTo(Kind.INSERTED);
        assertThat(only().position()).isEqualTo(25);
    }

    @Test
    void rows_that_are_old_may_be_gone_from_the_beginning_only() {
        fill(AuditChain.plain());
        store.rows.subList(0, 7).clear();
        store.removedTo = 15;

        AuditReport report = check(AuditChain.plain());

        assertThat(report.isClean()).isTrue();
        assertThat(report.gone()).isEqualTo(7);

        store.rows.remove(1);
        assertThat(check(AuditChain.plain()).isClean()).isFalse();
    }

    @Test
    void who_makes_all_seals_anew_is_found_by_what_was_kept_apart() {
        fill(AuditChain.plain());
        AuditAnchor anchor = AuditAnchor.of(store.seals.get(3));
        assertThat(check(AuditChain.plain(), anchor).isClean()).isTrue();
        store.seals.clear();
        store.rows.set(3, row(8, NOW, 77));
        seal(AuditChain.plain());

        assertThat(check(AuditChain.plain()).isClean()).as("nothing to compare with").isTrue();
        assertThat(check(AuditChain.plain(), anchor).isClean()).isFalse();
        assertThat(only().kind()).isEqualTo(Kind.ANCHOR);

        store.seals.clear();
        check(AuditChain.plain(), anchor);
        assertThat(only().kind()).isEqualTo(Kind.ANCHOR);
        assertThat(only().day()).isNull();
        assertThat(only().toString()).contains("seal 4", "is gone");
    }

    @Test
    void who_makes_seals_anew_without_the_key_is_found() {
        AuditChain keyed = AuditChain.keyed(KEY);
        fill(keyed);
        assertThat(check(keyed).keyedSeals()).isEqualTo(store.seals.size());
        assertThat(check(keyed).isClean()).isTrue();
        assertThatThrownBy(() -> check(AuditChain.plain())).isInstanceOf(MissingKeyException.class);
        assertThat(
                        check(
                                        AuditChain.keyed(
                                                "another key, and just as long as"
                                                        .getBytes(StandardCharsets.US_ASCII)))
                                .findings())
                .isEqualTo(store.seals.size());

        AuditSeal last = store.seals.removeLast();
        store.seals.add(forged(store.seals.getLast(), last));
        check(keyed);
        assertThat(only().detail()).contains("without the key");
    }

    /** Returns what somebody without the key makes of the rows of {@code seal}. */
    private AuditSeal forged(AuditSeal before, AuditSeal seal) {
        Segment rows = new Segment();
        store.rows.stream()
                .map(Row::stored)
                .filter(row -> row.position() > before.toPosition())
                .filter(row -> row.position() <= seal.toPosition())
                .forEach(rows::add);
        return AuditChain.plain().seal(seal.log(), before, seal.epochDay(), rows, NOW);
    }

    @Test
    void who_makes_all_seals_anew_without_the_key_is_found() {
        fill(AuditChain.keyed(KEY));
        store.seals.clear();
        seal(AuditChain.plain());

        check(AuditChain.keyed(KEY));

        assertThat(found)
                .hasSize(store.seals.size())
                .allMatch(each -> each.detail().contains("without the key"));
    }

    @Test
    void a_key_that_was_set_later_is_asked_for_from_there_on() {
        store.rows.add(row(1, NOW, 1));
        seal(AuditChain.plain());
        store.rows.add(row(2, NOW, 2));
        seal(AuditChain.keyed(KEY));

        check(AuditChain.keyed(KEY));
        assertThat(only().seal()).isOne();
        found.clear();
        AuditReport later =
                new AuditCheck(store, AuditChain.keyed(KEY), List.of())
                        .keyedFrom(2)
                        .run(store, NOW, (_, _) -> {}, found::add);
        assertThat(later.isClean()).isTrue();
    }

    @Test
    void behind_seals_with_a_key_none_is_made_without() {
        store.rows.add(row(1, NOW, 1));
        seal(AuditChain.keyed(KEY));
        store.rows.add(row(2, NOW, 2));

        assertThatThrownBy(() -> seal(AuditChain.plain())).isInstanceOf(MissingKeyException.class);
        assertThat(store.seals).hasSize(1);
    }

    @Test
    void a_key_that_is_short_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> AuditChain.keyed(new byte[31]));
    }

    @Test
    void of_other_days_than_the_one_only_the_seals_are_checked() {
        fill(AuditChain.plain());
        store.rows.remove(29);
        AuditCheck check = new AuditCheck(store, AuditChain.plain(), List.of());

        AuditReport report =
                check.day(LocalDate.ofEpochDay(19_998)).run(store, NOW, (_, _) -> {}, found::add);

        assertThat(report.isClean()).isTrue();
        assertThat(report.rows()).isEqualTo(9);
    }

    @Test
    void of_ten_thousand_random_tamperings_every_one_is_found() {
        fill(AuditChain.plain());
        List<Row> rows = List.copyOf(store.rows);
        List<AuditSeal> seals = List.copyOf(store.seals);
        AuditAnchor last = AuditAnchor.of(seals.getLast());
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            String done = tamper(random);
            AuditReport report = check(AuditChain.plain(), last);

            assertThat(report.isClean()).as("seed %d: %s", seed, done).isFalse();
            store.rows.clear();
            store.rows.addAll(rows);
            store.seals.clear();
            store.seals.addAll(seals);
        }
        assertThat(check(AuditChain.plain(), last).isClean()).isTrue();
    }

    private String tamper(Random random) {
        int i = random.nextInt(store.rows.size());
        Row row = store.rows.get(i);
        return switch (random.nextInt(12)) {
            case 0 ->
                    set(
                            i,
                            new Row(
                                    row.position(),
                                    row.atMillis(),
                                    other(row.number(), random),
                                    row.text(),
                                    row.bytes()));
            case 1 ->
                    set(i, new Row(row.position(), row.atMillis(), null, row.text(), row.bytes()));
            case 2 ->
                    set(
                            i,
                            new Row(
                                    row.position(),
                                    row.atMillis() + 1 + random.nextInt(9),
                                    row.number(),
                                    row.text(),
                                    row.bytes()));
            case 3 ->
                    set(
                            i,
                            new Row(
                                    row.position(),
                                    row.atMillis(),
                                    row.number(),
                                    other(row.text(), random),
                                    row.bytes()));
            case 4 ->
                    set(
                            i,
                            new Row(
                                    row.position(),
                                    row.atMillis(),
                                    row.number(),
                                    row.text(),
                                    other(row.bytes(), random)));
            case 5 ->
                    set(
                            i,
                            new Row(
                                    row.position() - 1,
                                    row.atMillis(),
                                    row.number(),
                                    row.text(),
                                    row.bytes()));
            case 6 -> {
                store.rows.remove(i);
                yield "delete " + i;
            }
            case 7 -> {
                store.rows.add(
                        i,
                        new Row(
                                row.position() - 1,
                                row.atMillis(),
                                row.number(),
                                row.text(),
                                row.bytes()));
                yield "insert " + i;
            }
            case 8 -> swap(i, (i + 1 + random.nextInt(store.rows.size() - 1)) % store.rows.size());
            case 9 -> {
                store.rows.subList(i, store.rows.size()).clear();
                yield "truncate from " + i;
            }
            case 10 -> {
                int seal = random.nextInt(store.seals.size());
                store.seals.remove(seal);
                yield "delete seal " + seal;
            }
            default -> reseal(random, i);
        };
    }

    private String set(int i, Row row) {
        store.rows.set(i, row);
        return "edit " + i;
    }

    /** Two rows in each other's places. */
    private String swap(int i, int j) {
        Row a = store.rows.get(i);
        Row b = store.rows.get(j);
        store.rows.set(i, new Row(a.position(), b.atMillis(), b.number(), b.text(), b.bytes()));
        store.rows.set(j, new Row(b.position(), a.atMillis(), a.number(), a.text(), a.bytes()));
        return "swap " + i + " and " + j;
    }

    /** Edits a row, and makes all seals anew from the one that it is in. */
    private String reseal(Random random, int i) {
        Row row = store.rows.get(i);
        set(
                i,
                new Row(
                        row.position(),
                        row.atMillis(),
                        row.number(),
                        other(row.text(), random),
                        row.bytes()));
        store.seals.removeIf(each -> each.toPosition() >= row.position());
        seal(AuditChain.plain());
        return "reseal from " + i;
    }

    private static @Nullable Long other(@Nullable Long number, Random random) {
        return number == null ? 1L : number + 1 + random.nextInt(1_000);
    }

    private static String other(@Nullable String text, Random random) {
        return random.nextBoolean() ? text + "!" : "";
    }

    private static byte[] other(byte[] bytes, Random random) {
        byte[] changed = bytes.clone();
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    @Test
    void lists_of_values_never_look_alike() {
        assertThat(new Encoding().text("a").text("b").finish())
                .isNotEqualTo(new Encoding().text("ab").text("").finish());
        assertThat(new Encoding().text(null).finish())
                .isNotEqualTo(new Encoding().text("").finish());
        assertThat(new Encoding().maybe(null).finish())
                .isNotEqualTo(new Encoding().number(0).finish());
        assertThat(new Encoding().utf8("\u0434".getBytes(StandardCharsets.UTF_8)).finish())
                .isEqualTo(new Encoding().text("\u0434").finish());
        assertThat(new Encoding().bytes(new byte[2_000]).finish()).hasSize(2_005);
    }

    @Test
    void an_anchor_is_a_line() {
        AuditAnchor anchor = new AuditAnchor("changes", 12, "0".repeat(64), NOW);

        assertThat(AuditAnchor.parse(anchor.line())).isEqualTo(anchor);
        for (String wrong :
                new String[] {
                    "", "x", anchor.line() + "0", "never-at-all changes 1 " + anchor.head()
                }) {
            assertThatIllegalArgumentException().isThrownBy(() -> AuditAnchor.parse(wrong));
        }
    }

    @Test
    void positions_settle_when_a_minute_has_passed() {
        Settling settling = new Settling(3);

        assertThat(settling.at(NOW, 10)).isEqualTo(3);
        assertThat(settling.at(NOW + 1_000, 20)).isEqualTo(3);
        assertThat(settling.at(NOW + Settling.MILLIS, 30)).isEqualTo(10);
        assertThat(settling.at(NOW + Settling.MILLIS + 1_000, 30)).isEqualTo(20);
        assertThat(settling.at(NOW + 9 * Settling.MILLIS, 30)).isEqualTo(30);
    }
}
