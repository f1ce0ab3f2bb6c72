package com.luckyfunatic.operations.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.mysql.MySqlSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that share jobs by leases in a real database. */
@WithMySql
@Timeout(60)
class LeasedDutyIT {
    private static final List<String> JOBS = List.of("pay-prizes", "run-raffles");

    private final MySqlSettings settings;

    LeasedDutyIT(MySqlAddress address) {
        settings = MySqlSettings.of(address.jdbcUrl(), "", "");
    }

    @Test
    void one_has_a_job_until_it_leaves_it_and_then_another_under_a_greater_fence()
            throws InterruptedException {
        try (MySqlDatabase database = MySqlDatabase.open(settings);
                LeasedDuty second = new LeasedDuty(database.leases(), "second")) {
            LeasedDuty first = new LeasedDuty(database.leases(), "first");
            BlockingQueue<String> ofFirst = new LinkedBlockingQueue<>();
            BlockingQueue<String> ofSecond = new LinkedBlockingQueue<>();
            assertThat(first.fence("pay-prizes")).isEmpty();
            first.start(JOBS, ofFirst::add);
            assertThat(List.of(ofFirst.take(), ofFirst.take())).isEqualTo(JOBS);
            long before = first.fence("pay-prizes").orElseThrow();
            second.start(JOBS, ofSecond::add);

            // Longer than a lease: the first one renews its own.
            assertThat(ofSecond.poll(12, TimeUnit.SECONDS)).isNull();
            assertThat(first.fence("pay-prizes")).hasValue(before);
            first.close();

            assertThat(List.of(ofSecond.take(), ofSecond.take())).isEqualTo(JOBS);
            assertThat(second.fence("pay-prizes").orElseThrow()).isGreaterThan(before);
            assertThat(first.fence("pay-prizes")).isEmpty();
        }
    }

    @Test
    void a_lease_that_somebody_else_has_taken_is_given_up_and_asked_for_again()
            throws InterruptedException {
        try (MySqlDatabase database = MySqlDatabase.open(settings);
                LeasedDuty duty = new LeasedDuty(database.leases(), "paused")) {
            BlockingQueue<String> taken = new LinkedBlockingQueue<>();
            duty.start(List.of("raise-popups"), taken::add);
            taken.take();
            // As when it stood still for so long that the lease ended.
            database.leases().acquire("raise-popups:0", "paused", Duration.ZERO);
            database.leases().acquire("raise-popups:0", "other", Duration.ofSeconds(1));

            taken.take();

            assertThat(duty.fence("raise-popups")).isPresent();
        }
    }

    @Test
    void a_database_that_is_away_ends_no_duty() throws InterruptedException {
        MySqlDatabase database = MySqlDatabase.open(settings);
        BlockingQueue<String> taken = new LinkedBlockingQueue<>();
        LeasedDuty duty = new LeasedDuty(database.leases(), "alone");
        duty.start(List.of("settle-follow-ups"), taken::add);
        taken.take();
        database.close();

        duty.close();

        assertThat(duty.fence("settle-follow-ups")).isEmpty();
    }
}
