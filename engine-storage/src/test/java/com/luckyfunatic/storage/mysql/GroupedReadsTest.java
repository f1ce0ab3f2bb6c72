package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GroupedReadsTest {
    private final Map<Integer, String> stored = new ConcurrentHashMap<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch firstRuns = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final GroupedReads<Integer, String> reads = new GroupedReads<>("test", this::read);
    private volatile boolean isAway;

    /** The first statement takes as long as the test likes. */
    private Map<Integer, String> read(Collection<Integer> keys) {
        Map<Integer, String> found = new HashMap<>(stored);
        found.keySet().retainAll(keys);
        synchronized (sizes) {
            sizes.add(keys.size());
        }
        firstRuns.countDown();
        await(firstMayEnd);
        if (isAway) {
            throw new StorageUnavailableException("MySQL is away");
        }
        return found;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() {
        firstMayEnd.countDown();
        callers.close();
    }

    private Future<Optional<String>> ask(int key) {
        return callers.submit(() -> reads.find(key));
    }

    /** Returns when so many callers wait behind the first statement. */
    private List<Future<Optional<String>>> askBehindTheFirst(int callersBehind) {
        var _ = ask(0);
        await(firstRuns);
        AtomicInteger begun = new AtomicInteger();
        List<Future<Optional<String>>> answers = new ArrayList<>();
        for (int key = 1; key <= callersBehind; key++) {
            int own = key;
            answers.add(
                    callers.submit(() -> {
                        begun.incrementAndGet();
                        return reads.find(own);
                    }));
        }
        while (begun.get() < callersBehind || reads.waiting() < callersBehind) {
            Thread.onSpinWait();
        }
        return answers;
    }

    @Test
    void each_is_told_what_there_is_by_its_key() {
        firstMayEnd.countDown();
        stored.put(7, "seven");

        assertThat(reads.find(7)).hasValue("seven");
        assertThat(reads.find(8)).isEmpty();
    }

    @Test
    void all_that_wait_are_read_with_one_statement() throws Exception {
        List<Future<Optional<String>>> answers = askBehindTheFirst(50);
        stored.put(50, "fifty");

        firstMayEnd.countDown();

        assertThat(answers.getLast().get()).hasValue("fifty");
        for (Future<Optional<String>> each : answers) {
            each.get();
        }
        assertThat(sizes).containsExactly(1, 50);
    }

    @Test
    void one_statement_asks_for_no_more_than_the_database_likes() throws Exception {
        List<Future<Optional<String>>> answers = askBehindTheFirst(GroupedReads.BATCH_MAX + 1);

        firstMayEnd.countDown();

        for (Future<Optional<String>> each : answers) {
            each.get();
        }
        assertThat(sizes).containsExactly(1, GroupedReads.BATCH_MAX, 1);
    }

    @Test
    void no_answer_is_older_than_its_question() throws Exception {
        Future<Optional<String>> before = ask(7);
        await(firstRuns);
        stored.put(7, "seven");
        Future<Optional<String>> after = ask(7);
        while (reads.waiting() < 1) {
            Thread.onSpinWait();
        }

        firstMayEnd.countDown();

        assertThat(before.get()).isEmpty();
        assertThat(after.get()).hasValue("seven");
    }

    @Test
    void while_the_database_is_away_nobody_waits_for_a_second_statement() {
        List<Future<Optional<String>>> answers = askBehindTheFirst(50);
        isAway = true;

        firstMayEnd.countDown();

        for (Future<Optional<String>> each : answers) {
            assertThatThrownBy(each::get)
                    .cause()
                    .isInstanceOf(StorageUnavailableException.class)
                    .hasMessage("MySQL could not be asked");
        }
        assertThat(sizes).containsExactly(1);
        isAway = false;
        assertThat(reads.find(1)).isEmpty();
    }
}
