package com.luckyfunatic.storage.scylla;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.cql.BatchStatement;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BatchableStatement;
import com.datastax.oss.driver.api.core.cql.SimpleStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayRowsTest {
    private final DayRows rows = new DayRows();

    @Test
    void one_row_goes_by_itself() {
        SimpleStatement insert = insert(7);
        rows.add(7, insert, 100);

        assertThat(rows.requests()).containsExactly(insert);
        assertThat(rows.firstSequence()).isEqualTo(7);
    }

    @Test
    void several_rows_go_as_one_batch_that_may_be_repeated() {
        List<SimpleStatement> inserts = IntStream.of(5, 3, 4).mapToObj(this::added).toList();

        assertThat(rows.requests())
                .singleElement()
                .isInstanceOfSatisfying(
                        BatchStatement.class,
                        batch -> {
                            assertThat(batch.getBatchType()).isEqualTo(BatchType.UNLOGGED);
                            assertThat(batch.isIdempotent()).isTrue();
                            assertThat(members(batch)).isEqualTo(inserts);
                        });
        assertThat(rows.firstSequence()).isEqualTo(3);
    }

    @ParameterizedTest(name = "{0} rows of length {1}")
    @CsvSource({
        "1, 10, 1",
        "50, 10, 1",
        "51, 10, 2",
        "150, 10, 3",
        "151, 10, 4",
        "4, 16384, 1",
        "5, 16384, 2",
        "3, 40000, 3",
        "2, 1000000, 2"
    })
    void many_or_long_rows_go_in_several_requests_and_none_is_left_out(
            int number, int length, int requests) {
        List<SimpleStatement> inserts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            inserts.add(insert(i));
            rows.add(i, inserts.get(i), length);
        }

        assertThat(rows.requests()).hasSize(requests);
        assertThat(rows.requests().stream().flatMap(each -> members(each).stream()).toList())
                .isEqualTo(inserts);
    }

    private SimpleStatement added(int sequence) {
        SimpleStatement insert = insert(sequence);
        rows.add(sequence, insert, 100);
        return insert;
    }

    private static SimpleStatement insert(int sequence) {
        return SimpleStatement.newInstance("INSERT " + sequence);
    }

    private static List<BatchableStatement<?>> members(Statement<?> request) {
        List<BatchableStatement<?>> members = new ArrayList<>();
        switch (request) {
            case BatchStatement batch -> batch.forEach(members::add);
            case BatchableStatement<?> single -> members.add(single);
            default -> throw new AssertionError(request);
        }
        return members;
    }
}
