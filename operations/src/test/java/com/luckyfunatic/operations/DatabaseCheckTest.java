package com.luckyfunatic.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.storage.check.Finding;
import com.luckyfunatic.storage.check.Finding.Weight;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatabaseCheckTest {
    private static final Finding NOTE = new Finding("mysql", Weight.NOTE, "it is version 8");
    private static final Finding DOUBT = new Finding("scylla", Weight.DOUBT, "one copy");
    private static final Finding HIDDEN = new Finding("redis", Weight.HIDDEN, "CONFIG is denied");
    private static final Finding UNSAFE = new Finding("redis", Weight.UNSAFE, "it evicts");
    private static final List<Finding> ALL = List.of(NOTE, DOUBT, HIDDEN, UNSAFE);

    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private List<String> refusals(boolean production, boolean madeSure) {
        return new DatabaseCheck(production, madeSure, notes::add, warnings::add).refusals(ALL);
    }

    @Test
    void production_refuses_what_is_unsafe_and_what_nobody_can_see() {
        assertThat(refusals(true, false))
                .containsExactly(
                        "mode=prod refuses this database: redis: CONFIG is denied; if you have"
                                + " made sure, say so with redis-settings-unchecked=true",
                        "mode=prod refuses this database: redis: it evicts");
        assertThat(notes).containsExactly("mysql: it is version 8");
        assertThat(warnings).containsExactly("scylla: one copy");
    }

    @Test
    void what_somebody_has_made_sure_of_is_a_note() {
        assertThat(refusals(true, true))
                .containsExactly("mode=prod refuses this database: redis: it evicts");
        assertThat(notes).contains("redis: CONFIG is denied");
    }

    @Test
    void development_is_warned_and_goes_on() {
        assertThat(refusals(false, false)).isEmpty();
        assertThat(warnings)
                .contains("mode=prod would refuse this database: redis: it evicts")
                .hasSize(3);
    }
}
