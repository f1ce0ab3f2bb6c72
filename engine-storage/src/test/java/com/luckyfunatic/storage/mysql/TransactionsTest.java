package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.storage.mysql.Transactions.Work;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Who gets a connection next, when there are fewer than callers. */
@Timeout(30)
class TransactionsTest {
    private static final int CONNECTIONS = 2;

    private final List<String> order = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread waiter = new Thread(this::ask, "waiter");

    private final Transactions transactions =
            new Transactions(
                    new Entered(),
                    MySqlSettings.of("jdbc:mariadb://nowhere/game", "", "")
                            .withPoolSize(CONNECTIONS)
                            .within(Duration.ofSeconds(2)));

    /** Knows who has been let in, and does no work: there is no database. */
    private final class Entered implements TransactionBoundary {
        @Override
        public <T> T around(Work<T> work) throws SQLException {
            String name = Thread.currentThread().getName();
            order.add(name);
            switch (name) {
                case "holder" -> {
                    held.countDown();
                    await(done);
                }
                case "caller" -> {
                    if (waiter.getState() == Thread.State.NEW) {
                        waiter.start();
                        awaitWaiting();
                    }
                }
                default -> {}
            }
            throw new SQLException("there is no database", "HY000");
        }
    }

    /** Many times: the pause in which somebody else may slip in is short. */
    @RepeatedTest(50)
    void who_has_just_returned_a_connection_waits_behind_those_who_wait() throws Exception {
        Thread holder = new Thread(this::ask, "holder");
        Thread caller =
                new Thread(
                        () -> {
                            ask();
                            ask();
                        },
                        "caller");

        holder.start();
        held.await();
        caller.start();
        caller.join();
        waiter.join();
        done.countDown();
        holder.join();

        assertThat(refused).hasValue(4);
        assertThat(order).containsExactly("holder", "caller", "waiter", "caller");
    }

    /** At once again, as one who works through a list: nothing else is done between two calls. */
    private void ask() {
        try {
            transactions.runVoid(_ -> {});
        } catch (StorageUnavailableException e) {
            refused.incrementAndGet();
        }
    }

    private void awaitWaiting() {
        while (waiter.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
