package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.storage.mysql.WorkerIds.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobLeasesIT extends MySqlTestBase {
    private static final Duration LONG = Duration.ofMinutes(5);

    private Lease acquire(String name, String owner, Duration duration) {
        return database.leases().acquire(name, owner, duration).orElseThrow();
    }

    @Test
    void a_lease_is_held_by_one_until_it_is_given_back() {
        Lease first = acquire("drain-1", "a", LONG);

        assertThat(first.isHeld()).isTrue();
        assertThat(database.leases().acquire("drain-1", "b", LONG)).isEmpty();
        database.leases().release(first);

        assertThat(acquire("drain-1", "b", LONG).fence()).isGreaterThan(first.fence());
    }

    @Test
    void an_expired_lease_is_taken_over_under_a_greater_fence_and_cannot_be_renewed() {
        Lease expired = acquire("drain-2", "a", Duration.ZERO);

        Lease taken = acquire("drain-2", "b", LONG);

        assertThat(expired.isHeld()).isFalse();
        assertThat(taken.fence()).isGreaterThan(expired.fence());
        assertThat(database.leases().renew(expired, LONG)).isEmpty();
        database.leases().release(expired);
        assertThat(database.leases().acquire("drain-2", "c", LONG)).isEmpty();
    }

    @Test
    void holders_are_told_for_each_lease_that_has_not_ended() {
        acquire("told-2:1", "b", LONG);
        acquire("told-2:0", "a", LONG);
        acquire("told-2:2", "c", Duration.ZERO);
        acquire("told-20:0", "d", LONG);

        assertThat(database.leases().owners("told-2:")).containsExactly("a", "b");
    }

    @Test
    void a_renewed_lease_keeps_its_fence() {
        Lease expired = acquire("drain-3", "a", Duration.ZERO);

        Lease renewed = database.leases().renew(expired, LONG).orElseThrow();

        assertThat(renewed.fence()).isEqualTo(expired.fence());
        assertThat(renewed.isHeld()).isTrue();
        assertThat(database.leases().acquire("drain-3", "b", LONG)).isEmpty();
    }

    @Test
    void of_many_who_ask_at_once_one_gets_it() {
        List<Optional<Lease>> leases =
                Together.run(24, i -> database.leases().acquire("drain-4", "owner-" + i, LONG));

        assertThat(leases).filteredOn(Optional::isPresent).hasSize(1);
    }

    @Test
    void every_process_gets_a_worker_number_of_its_own() {
        List<WorkerId> workers =
                Together.run(20, i -> database.workerIds().acquire("process-" + i, LONG));

        assertThat(workers).extracting(WorkerId::number).doesNotHaveDuplicates();
        WorkerId returned = workers.getFirst();
        database.workerIds().release(returned, returned.nowMillis());
        WorkerId next = database.workerIds().acquire("process-next", LONG);
        assertThat(workers).extracting(WorkerId::number).doesNotContain(next.number());
    }

    @Test
    void names_and_owners_have_a_length() {
        assertThatThrownBy(() -> database.leases().acquire("", "a", LONG))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> database.leases().acquire("x".repeat(129), "a", LONG))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
