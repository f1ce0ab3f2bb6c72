package com.luckyfunatic.storage.distributed;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.id.SnowflakeIds;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.engine.testkit.Together;
import com.luckyfunatic.engine.testkit.servers.MySqlAddress;
import com.luckyfunatic.engine.testkit.servers.WithMySql;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.mysql.TestMySql;
import com.luckyfunatic.storage.mysql.WorkerIds.WorkerId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ids of several processes on one database. */
@WithMySql
class LeasedIdsIT {
    private static final Duration NEVER = Duration.ofDays(1);

    private static final String OTHERS_TAKEN =
            "UPDATE job_lease SET expires_at = 9000000000000 WHERE name <> 'worker-id:%d'";

    private final MySqlAddress address;
    private MySqlDatabase database;
    private final List<LeasedIds> opened = new CopyOnWriteArrayList<>();

    @SuppressWarnings("NullAway.Init") // before each test
    LeasedIdsIT(MySqlAddress address) {
        this.address = address;
    }

    @BeforeEach
    void open() throws SQLException {
        database = MySqlDatabase.open(TestMySql.patient(address));
        change("UPDATE job_lease SET owner = '', expires_at = 0");
    }

    @AfterEach
    void close() {
        opened.forEach(LeasedIds::close);
        database.close();
    }

    /** A process that never renews by itself. */
    private LeasedIds process(Duration lease) {
        LeasedIds ids =
                LeasedIds.begin(database.workerIds(), "test " + UUID.randomUUID(), lease, NEVER);
        opened.add(ids);
        return ids;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static List<Long> some(LeasedIds ids, int number) {
        return LongStream.generate(ids::next).limit(number).boxed().toList();
    }

    @Test
    void processes_at_the_same_time_make_no_id_twice() {
        List<List<Long>> made = Together.run(8, _ -> some(process(LeasedIds.LEASE), 5_000));

        List<Long> all = made.stream().flatMap(List::stream).toList();
        assertThat(Set.copyOf(all)).hasSize(8 * 5_000);
    }

    @Test
    void a_process_whose_number_was_taken_over_makes_no_more_ids_until_it_has_another()
            throws SQLException {
        LeasedIds robbed = process(LeasedIds.LEASE);
        int before = robbed.number();
        change(
                "UPDATE job_lease SET owner = 'a thief', fence = fence + 1 WHERE name ="
                        + " 'worker-id:"
                        + before
                        + "'");
        change("UPDATE job_lease SET expires_at = expires_at + 86400000000000");

        assertThatThrownBy(robbed::renew).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(robbed::next).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(robbed::checkAvailable).isInstanceOf(StorageUnavailableException.class);

        change("UPDATE job_lease SET expires_at = expires_at - 86400000000000");
        robbed.renew();
        assertThat(robbed.number()).isNotEqualTo(before);
        assertThat(robbed.next()).isPositive();
    }

    @Test
    void no_id_bears_a_time_beyond_the_lease() throws SQLException {
        LeasedIds brief = process(Duration.ofMillis(300));
        long last = 0;
        StorageUnavailableException refusal = null;
        long giveUpAt = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (refusal == null && System.nanoTime() < giveUpAt) {
            try {
                last = brief.next();
            } catch (StorageUnavailableException e) {
                refusal = e;
            }
        }
        assertThat(refusal).hasMessageContaining("has ended");

        // Whoever gets the number next begins later than that.
        // The ids may have been ahead of the clock.
        WorkerId next = holderAfter(brief.number());
        assertThat(next.number()).isEqualTo(brief.number());
        assertThat(next.fromMillis()).isGreaterThan(SnowflakeIds.millisOf(last));
    }

    @Test
    void who_sleeps_through_the_end_of_the_lease_and_who_gets_the_number_never_make_the_same_id()
            throws SQLException {
        LeasedIds sleeper = process(Duration.ofMillis(300));
        int number = sleeper.number();
        long last = lastUntilRefused(sleeper, new AtomicInteger());
        change(OTHERS_TAKEN.formatted(number));

        LeasedIds heir = process(LeasedIds.LEASE);

        assertThat(heir.number()).isEqualTo(number);
        long first = heir.next();
        assertThat(first).isGreaterThan(last);
        // It wakes up and believes that the number is its own still.
        assertThatThrownBy(sleeper::next).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(sleeper::renew).isInstanceOf(StorageUnavailableException.class);
        assertThatThrownBy(sleeper::next).isInstanceOf(StorageUnavailableException.class);
        sleeper.close();
        heir.renew();
        assertThat(heir.next()).isGreaterThan(first);
    }

    @Test
    void a_number_that_was_given_back_begins_after_the_last_id_made_under_it() throws SQLException {
        LeasedIds first = process(LeasedIds.LEASE);
        int number = first.number();
        long last = first.next();
        first.close();
        assertThatThrownBy(first::next).isInstanceOf(StorageUnavailableException.class);

        assertThat(holderAfter(number).fromMillis()).isGreaterThan(SnowflakeIds.millisOf(last));
    }

    /** Returns the next who gets {@code number}, when it has rested. */
    private WorkerId holderAfter(int number) throws SQLException {
        change(OTHERS_TAKEN.formatted(number));
        WorkerId next = null;
        long giveUpAt = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (next == null && System.nanoTime() < giveUpAt) {
            try {
                next = database.workerIds().acquire("the next", NEVER);
            } catch (StorageUnavailableException e) {
                // It rests for a moment.
            }
        }
        return requireNonNull(next);
    }

    @Test
    void nor_do_callers_who_were_asking_while_it_was_given_back_get_a_later_one()
            throws SQLException {
        for (int round = 0; round < 20; round++) {
            change("UPDATE job_lease SET owner = '', expires_at = 0");
            LeasedIds shared = process(LeasedIds.LEASE);
            int number = shared.number();
            AtomicInteger made = new AtomicInteger();
            List<Long> last =
                    Together.run(
                            4,
                            caller -> {
                                if (caller == 0) {
                                    while (made.get() < 200) {
                                        LockSupport.parkNanos(1);
                                    }
                                    shared.close();
                                    return 0L;
                                }
                                return lastUntilRefused(shared, made);
                            });

            assertThat(holderAfter(number).fromMillis())
                    .isGreaterThan(SnowflakeIds.millisOf(Collections.max(last)));
        }
    }

    private static long lastUntilRefused(LeasedIds ids, AtomicInteger made) {
        long last = 0;
        while (true) {
            try {
                last = ids.next();
                made.incrementAndGet();
                LockSupport.parkNanos(1);
            } catch (StorageUnavailableException e) {
                return last;
            }
        }
    }

    @Test
    void a_number_is_kept_for_as_long_as_its_process_lives() {
        LeasedIds ids =
                LeasedIds.begin(
                        database.workerIds(),
                        "test " + UUID.randomUUID(),
                        Duration.ofSeconds(4),
                        Duration.ofMillis(50));
        opened.add(ids);
        int number = ids.number();
        long first = SnowflakeIds.millisOf(ids.next());

        long giveUpAt = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (SnowflakeIds.millisOf(ids.next()) < first + 5_000) {
            assertThat(System.nanoTime()).as("it gets beyond its first end").isLessThan(giveUpAt);
        }
        assertThat(ids.number()).isEqualTo(number);
    }

    @Test
    void a_renewed_lease_never_ends_earlier_than_before() throws SQLException {
        WorkerId before = database.workerIds().acquire("somebody", LeasedIds.LEASE);
        // As if the clock of the database had been an hour ahead until now.
        change(
                "UPDATE job_lease SET expires_at = expires_at + 3600000 WHERE name = 'worker-id:"
                        + before.number()
                        + "'");

        WorkerId renewed = database.workerIds().renew(before, LeasedIds.LEASE).orElseThrow();

        assertThat(renewed.untilMillis()).isEqualTo(before.untilMillis() + 3_600_000);
        assertThat(renewed.fromMillis()).isEqualTo(before.fromMillis());
    }
}
