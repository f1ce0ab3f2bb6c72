package com.luckyfunatic.storage.scylla;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditDifference.Kind;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.scylla.ListedRows.Listed;
import com.luckyfunatic.storage.scylla.StoredRows.Stored;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SliceComparisonTest {
    private static final LocalDate BEGUN = LocalDate.of(2026, 11, 1);
    private static final LocalDate DAY = BEGUN.plusDays(5);
    private static final LocalDate TODAY = BEGUN.plusDays(9);
    private static final int LIVE = 180;

    private final SliceComparison comparison = new SliceComparison(scope(TODAY));

    private static AuditScope scope(LocalDate today) {
        return new AuditScope(100, millis(BEGUN), null, millis(today));
    }

    private static long millis(LocalDate day) {
        return Duration.ofDays(day.toEpochDay()).plusHours(7).toMillis();
    }

    private static Stored change(long sequence, LocalDate day, long mark) {
        return new Stored(AuditTable.STATE_CHANGE, 7, day, sequence, mark);
    }

    private static Stored item(long sequence, long mark) {
        return new Stored(AuditTable.ITEM_TRANSACTION, 7, DAY, sequence, mark);
    }

    private static Listed listed(long batch, Stored row) {
        return listed(batch, row, true);
    }

    private static Listed listed(long batch, Stored row, boolean isSealed) {
        return new Listed(
                0,
                batch,
                LIVE,
                isSealed,
                new Manifest.Line(
                        row.table(),
                        new PlayerId(row.player()),
                        row.day(),
                        row.sequence(),
                        row.mark()));
    }

    private void both(Stored row) {
        comparison.expect(listed(9, row));
        comparison.meet(row);
    }

    private static AuditDifference difference(Kind kind, String detail) {
        return new AuditDifference(kind, DAY, 9L, detail);
    }

    @Test
    void rows_that_are_as_they_were_listed_are_counted() {
        for (Stored row : List.of(change(1, DAY, 11), item(1, 12), item(1, 13))) {
            comparison.expect(listed(9, row));
        }
        for (Stored row : List.of(change(1, DAY, 11), item(1, 12), item(1, 13))) {
            comparison.meet(row);
        }

        SliceComparison.Result result = comparison.finish();

        assertThat(result.comparison()).isEqualTo(new AuditComparison(3, 0, 0));
        assertThat(result.differences()).isEmpty();
        assertThat(result.unknown()).isEmpty();
    }

    @Test
    void a_row_that_two_batches_have_listed_counts_once() {
        both(change(1, DAY, 11));
        comparison.expect(listed(10, change(1, DAY, 11)));

        assertThat(comparison.finish().comparison()).isEqualTo(new AuditComparison(1, 0, 0));
    }

    @Test
    void an_edited_a_missing_and_an_additional_row_are_told_apart() {
        comparison.expect(listed(9, change(1, DAY, 11)));
        comparison.meet(change(1, DAY, 99));
        comparison.expect(listed(9, change(2, DAY, 12)));
        both(change(3, DAY, 13));
        comparison.meet(change(3, DAY, 98));

        assertThat(comparison.finish().differences())
                .containsExactly(
                        difference(
                                Kind.EDITED, "state_change 1 of player 7 is not as it was sealed"),
                        difference(Kind.MISSING, "state_change 2 of player 7 is missing"),
                        difference(
                                Kind.INSERTED,
                                "state_change 3 of player 7 has a row more than when it was"
                                        + " sealed"));
    }

    @Test
    void a_row_may_be_gone_when_its_time_is_over_but_not_changed() {
        SliceComparison late = new SliceComparison(scope(DAY.plusDays(LIVE)));
        late.expect(listed(9, change(1, DAY, 11)));
        late.expect(listed(9, change(2, DAY, 12)));
        late.meet(change(2, DAY, 99));

        SliceComparison.Result result = late.finish();

        assertThat(result.comparison()).isEqualTo(new AuditComparison(0, 1, 0));
        assertThat(result.differences())
                .containsExactly(
                        difference(
                                Kind.EDITED, "state_change 2 of player 7 is not as it was sealed"));
    }

    @Test
    void a_day_before_its_time_is_over_nothing_may_be_gone() {
        SliceComparison early = new SliceComparison(scope(DAY.plusDays(LIVE - 1)));
        early.expect(listed(9, change(1, DAY, 11)));

        assertThat(early.finish().differences()).hasSize(1);
    }

    @Test
    void the_first_batch_that_lists_a_row_is_right() {
        both(change(1, DAY, 11));
        comparison.expect(listed(12, change(1, DAY, 99)));
        comparison.expect(listed(9, item(1, 14)));
        comparison.meet(item(1, 99));
        comparison.expect(listed(12, item(1, 99)));

        assertThat(comparison.finish().differences())
                .containsExactly(
                        new AuditDifference(
                                Kind.EDITED,
                                DAY,
                                12L,
                                "state_change 1 of player 7 is listed as something else than by"
                                        + " batch 9"),
                        difference(
                                Kind.EDITED,
                                "item_transaction 1 of player 7 is not as it was sealed"),
                        new AuditDifference(
                                Kind.EDITED,
                                DAY,
                                12L,
                                "item_transaction 1 of player 7 is listed as something else than by"
                                        + " batch 9"));
    }

    @Test
    void what_is_not_sealed_yet_is_neither_missed_nor_strange() {
        comparison.expect(listed(101, change(1, TODAY, 11), false));
        comparison.expect(listed(101, change(2, TODAY, 12), false));
        comparison.expect(listed(102, change(2, TODAY, 13), false));
        comparison.meet(change(2, TODAY, 12));

        SliceComparison.Result result = comparison.finish();

        assertThat(result.comparison()).isEqualTo(AuditComparison.NOTHING);
        assertThat(result.differences()).isEmpty();
        assertThat(result.unknown()).isEmpty();
    }

    @Test
    void a_row_that_is_listed_nowhere_is_unknown_wherever_it_lies() {
        both(change(5, DAY, 15));
        comparison.meet(change(4, DAY, 14));
        comparison.meet(item(5, 16));
        comparison.meet(change(6, TODAY, 17));
        comparison.meet(change(7, TODAY.plusYears(3), 18));
        comparison.meet(new Stored(AuditTable.STATE_CHANGE, -3, DAY, 1, 20));

        assertThat(comparison.finish().unknown())
                .containsExactly(
                        change(4, DAY, 14),
                        item(5, 16),
                        change(6, TODAY, 17),
                        change(7, TODAY.plusYears(3), 18),
                        new Stored(AuditTable.STATE_CHANGE, -3, DAY, 1, 20));
    }

    @Test
    void up_to_the_day_of_the_first_seal_rows_came_without_manifests() {
        both(change(5, BEGUN, 15));
        both(change(7, BEGUN, 17));
        comparison.meet(change(4, BEGUN, 14));
        comparison.meet(change(3, BEGUN.minusDays(1), 13));
        comparison.meet(change(6, BEGUN, 16));

        SliceComparison.Result result = comparison.finish();

        assertThat(result.differences()).isEmpty();
        assertThat(result.unknown()).containsExactly(change(6, BEGUN, 16));
    }

    @Test
    void of_very_much_that_is_wrong_some_is_told_and_the_rest_counted() {
        for (int i = 1; i <= 1_500; i++) {
            comparison.expect(listed(9, change(i, DAY, i)));
            comparison.meet(item(i, i));
        }

        SliceComparison.Result result = comparison.finish();

        assertThat(result.differences()).hasSize(1_000);
        assertThat(result.unknown()).hasSize(1_000);
        assertThat(result.untold()).isEqualTo(1_000);
    }

    @Test
    void a_day_has_to_be_in_the_index_from_its_first_row_on() {
        both(change(5, DAY, 15));
        both(change(6, DAY, 16));
        PlayerDay day = new PlayerDay(new PlayerId(7), AuditTable.STATE_CHANGE, DAY);
        assertThat(comparison.sealedDays()).containsExactly(day);

        comparison.meetFirst(day, OptionalLong.of(5));
        comparison.meetFirst(day, OptionalLong.of(1));
        assertThat(comparison.finish().differences()).isEmpty();

        comparison.meetFirst(day, OptionalLong.of(6));
        comparison.meetFirst(day, OptionalLong.empty());
        assertThat(comparison.finish().differences())
                .extracting(AuditDifference::kind)
                .containsExactly(Kind.MISSING, Kind.MISSING);
    }

    @Test
    void of_a_players_day_all_tables_are_to_be_read() {
        comparison.expect(listed(9, change(1, DAY, 11)));
        comparison.expect(listed(9, change(2, DAY, 12)));

        assertThat(comparison.days())
                .containsExactly(
                        new PlayerDay(new PlayerId(7), AuditTable.STATE_CHANGE, DAY),
                        new PlayerDay(new PlayerId(7), AuditTable.ITEM_TRANSACTION, DAY),
                        new PlayerDay(new PlayerId(7), AuditTable.SESSION_HISTORY, DAY),
                        new PlayerDay(new PlayerId(7), AuditTable.BOOSTER_SNAPSHOT, DAY));
    }
}
