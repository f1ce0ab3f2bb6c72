package com.luckyfunatic.storage.scylla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.luckyfunatic.engine.audit.AuditComparison;
import com.luckyfunatic.engine.audit.AuditDifference;
import com.luckyfunatic.engine.audit.AuditDifference.Kind;
import com.luckyfunatic.engine.audit.AuditScope;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.scylla.ListedRows.Listed;
import com.luckyfunatic.storage.scylla.StoredRows.Stored;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SliceComparisonTest {
    private static final LocalDate BEGUN = LocalDate.of(2026, 11, 1);
    private static final LocalDate DAY = BEGUN.plusDays(5);
    private static final LocalDate TODAY = BEGUN.plusDays(9);
    private static final int LIVE = 180;
    private static final long SEALED_TO = 100;

    private final SliceComparison comparison = new SliceComparison(scope(TODAY));

    private static AuditScope scope(LocalDate today) {
        return new AuditScope(SEALED_TO, millis(BEGUN), null, millis(today));
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
        return new Listed(
                batch,
                LIVE,
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
        both(change(1, DAY, 11));
        both(item(1, 12));
        comparison.expect(listed(9, item(1, 13)));
        comparison.meet(item(1, 13));

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
    void two_equal_rows_are_no_way_to_hide_a_third() {
        comparison.expect(listed(9, item(1, 11)));
        comparison.expect(listed(9, item(1, 12)));
        comparison.meet(item(1, 11));
        comparison.meet(item(1, 11));

        assertThat(comparison.finish().differences())
                .containsExactly(
                        difference(Kind.MISSING, "item_transaction 1 of player 7 is missing"));
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
    void what_is_not_sealed_yet_is_neither_missed_nor_strange() {
        comparison.expect(listed(SEALED_TO + 1, change(1, TODAY, 11)));
        comparison.expect(listed(SEALED_TO + 1, change(2, TODAY, 12)));
        comparison.meet(change(2, TODAY, 99));

        SliceComparison.Result result = comparison.finish();

        assertThat(result.comparison()).isEqualTo(AuditComparison.NOTHING);
        assertThat(result.differences()).isEmpty();
    }

    @Test
    void a_row_among_sealed_ones_was_put_there_whatever_table_it_lies_in() {
        both(change(5, DAY, 15));
        both(change(7, DAY, 17));
        comparison.meet(change(6, DAY, 16));
        comparison.meet(item(7, 18));
        comparison.meet(change(1, DAY, 19));

        assertThat(comparison.finish().differences())
                .extracting(AuditDifference::kind, AuditDifference::position)
                .containsOnly(tuple(Kind.INSERTED, null))
                .hasSize(3);
    }

    @Test
    void on_the_day_of_the_first_seal_earlier_rows_are_nobodys_fault() {
        both(change(5, BEGUN, 15));
        comparison.meet(change(4, BEGUN, 14));
        comparison.meet(change(3, BEGUN.minusDays(1), 13));

        SliceComparison.Result result = comparison.finish();

        assertThat(result.differences()).isEmpty();
        assertThat(result.unknown()).isEmpty();
    }

    @Test
    void rows_of_days_that_are_over_are_unknown_and_those_of_today_on_their_way() {
        both(change(5, DAY, 15));
        comparison.meet(change(6, DAY, 16));
        comparison.meet(change(1, TODAY.minusDays(2), 17));
        comparison.meet(change(2, TODAY.minusDays(1), 18));
        comparison.meet(change(3, TODAY, 19));
        comparison.meet(new Stored(AuditTable.STATE_CHANGE, -3, DAY, 1, 20));

        assertThat(comparison.finish().unknown())
                .containsExactly(
                        change(6, DAY, 16),
                        change(1, TODAY.minusDays(2), 17),
                        new Stored(AuditTable.STATE_CHANGE, -3, DAY, 1, 20));
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
