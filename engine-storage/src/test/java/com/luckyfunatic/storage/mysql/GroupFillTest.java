package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupFillTest {
    private final GroupFill fill = new GroupFill(128);

    @Test
    void the_first_change_of_all_does_not_wait() {
        assertThat(fill.isWaiting(1, 0)).isFalse();
    }

    @Test
    void a_caller_who_is_alone_does_not_wait() {
        fill.written(1, 0, 8_000_000);

        assertThat(fill.isWaiting(1, 0)).isFalse();
    }

    @Test
    void a_group_waits_for_those_of_the_last_and_those_who_came_meanwhile() {
        fill.written(19, 13, 400_000);

        assertThat(fill.isWaiting(31, 99_999)).isTrue();
        assertThat(fill.isWaiting(32, 0)).isFalse();
    }

    @Test
    void it_waits_for_a_quarter_of_what_the_last_took() {
        fill.written(19, 13, 400_000);

        assertThat(fill.isWaiting(1, 100_000)).isFalse();
    }

    @Test
    void it_waits_for_a_millisecond_at_most() {
        fill.written(19, 13, 900_000_000);

        assertThat(fill.isWaiting(1, 999_999)).isTrue();
        assertThat(fill.isWaiting(1, 1_000_000)).isFalse();
    }

    @Test
    void a_full_group_does_not_wait() {
        fill.written(128, 500, 8_000_000);

        assertThat(fill.isWaiting(128, 0)).isFalse();
    }
}
