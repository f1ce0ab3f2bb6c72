package com.luckyfunatic.storage.redis;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.storage.redis.script.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncarnationTest {
    private final Scripts scripts = new Scripts("game:");

    @Test
    void one_follows_another_with_a_greater_number_that_nobody_else_chooses() {
        Incarnation first = Incarnation.begunElsewhere(0, scripts);
        Incarnation second = first.next();

        assertThat(second.number()).isPositive().isNotEqualTo(first.next().number());
        assertThat(second.next().number()).isGreaterThan(second.number());
    }

    @Test
    void no_two_share_a_script() {
        Incarnation first = Incarnation.begunElsewhere(1, scripts);
        Incarnation second = Incarnation.begunElsewhere(2, scripts);

        assertThat(first.all()).doesNotContainAnyElementsOf(second.all());
    }

    @Test
    void what_marks_a_load_is_the_same_in_every_version_of_the_program() {
        List<Script> all = Incarnation.begunElsewhere(1, scripts).all();

        // If these change, servers of two versions take each other's nodes for new, again and
        // again.
        assertThat(all.getFirst().sha()).isEqualTo("c20307ca1c0e6b93ed14ea7187c6c51246b5ad8a");
        assertThat(all.getLast().sha()).isEqualTo("370d625a2891c068e775339346d049dc692f5051");
    }
}
