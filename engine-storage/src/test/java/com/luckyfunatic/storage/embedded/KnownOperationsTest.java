package com.luckyfunatic.storage.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.OperationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownOperationsTest {
    private static OperationId random(Random random) {
        return new OperationId(new UUID(random.nextLong(), random.nextLong()).toString());
    }

    /** Whoever has been forgotten would be carried out a second time. */
    @ParameterizedTest(name = "{0} ids")
    @ValueSource(ints = {0, 1, 31, 32, 33, 1_000, 1_024, 1_025, 20_000})
    void what_was_added_is_never_said_to_be_new(int count) {
        Random random = new Random(count);
        KnownOperations known = new KnownOperations(count);
        List<OperationId> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            OperationId id = i % 3 == 0 ? new OperationId("buy " + i) : random(random);
            known.add(id);
            added.add(id);
        }

        assertThat(added).allMatch(known::mayHave);
    }

    @ParameterizedTest(name = "{0} ids")
    @ValueSource(ints = {0, 1, 31, 32, 33, 1_000, 1_024})
    void nearly_all_others_are_certainly_new_until_it_is_full(int count) {
        Random random = new Random(count);
        KnownOperations known = new KnownOperations(count);
        for (int i = 0; !known.isFull(); i++) {
            known.add(i % 2 == 0 ? new OperationId("buy " + i) : random(random));
        }

        int mistaken = 0;
        for (int i = 0; i < 10_000; i++) {
            mistaken +=
                    known.mayHave(i % 2 == 0 ? new OperationId("sell " + i) : random(random))
                            ? 1
                            : 0;
        }
        assertThat(mistaken).isLessThan(600);
    }

    @ParameterizedTest(name = "{0} ids")
    @ValueSource(ints = {8_193, 1_000_000})
    void of_too_many_any_may_be_known_and_it_is_never_full(int count) {
        KnownOperations known = new KnownOperations(count);
        for (int i = 0; i < 100_000; i++) {
            known.add("buy " + i);
        }

        assertThat(known.mayHave(new OperationId("never added"))).isTrue();
        assertThat(known.isFull()).isFalse();
    }
}
