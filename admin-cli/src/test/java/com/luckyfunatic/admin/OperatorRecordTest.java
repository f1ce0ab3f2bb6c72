package com.luckyfunatic.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.storage.memory.MemoryStorage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorRecordTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "ada, ada",
                "| Ada L. |, ada-l-",
                "7up, os7up",
                "||, os",
                "|\u0430\u0434\u0430|, os---",
                "abcdefghijklmnopqrstuvwxyz0123456789, abcdefghijklmnopqrstuvwxyz012345"
            })
    void a_name_of_the_operating_system_becomes_an_operators(String text, String name) {
        assertThat(OperatorRecord.nameOf(text)).hasToString(name);
    }

    private static List<String> recorded(MemoryStorage storage) {
        return storage
                .operatorActions()
                .of(new OperatorName("ada"), Long.MAX_VALUE, 10)
                .items()
                .reversed()
                .stream()
                .map(each -> each.action() + " " + each.outcome() + " " + each.detail())
                .toList();
    }

    @Test
    void what_fails_is_recorded_and_fails() {
        try (MemoryStorage storage = new MemoryStorage()) {
            OperatorRecord record = new OperatorRecord(storage, "ada");
            IllegalStateException failure = new IllegalStateException("away");

            assertThatThrownBy(() ->
                            record.around(
                                    "ban",
                                    null,
                                    null,
                                    "macros",
                                    () -> {
                                        throw failure;
                                    }))
                    .isSameAs(failure);

            assertThat(recorded(storage))
                    .containsExactly(
                            "ban BEGUN macros", "ban FAILED IllegalStateException; macros");
        }
    }

    @Test
    void what_comes_to_nothing_is_refused() {
        try (MemoryStorage storage = new MemoryStorage()) {
            int code =
                    new OperatorRecord(storage, "ada")
                            .around("ban", null, null, "macros", () -> ExitCodes.PROBLEMS);

            assertThat(code).isEqualTo(ExitCodes.PROBLEMS);
            assertThat(recorded(storage)).containsExactly("ban BEGUN macros", "ban REFUSED macros");
        }
    }
}
