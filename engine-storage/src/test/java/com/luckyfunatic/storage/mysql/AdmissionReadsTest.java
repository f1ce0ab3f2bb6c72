package com.luckyfunatic.storage.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AdmissionReadsTest {
    private static final PlayerId ADA = new PlayerId(1);
    private static final PlayerId EVE = new PlayerId(2);
    private static final Admission ENDED = Admission.FREE.withLoginsEnded(5);

    private final Map<PlayerId, Admission> rows = new ConcurrentHashMap<>();
    private final List<Collection<PlayerId>> statements =
            Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong nanos = new AtomicLong();
    private volatile boolean away;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final AdmissionReads reads = new AdmissionReads(this::find, nanos::get);

    private Map<PlayerId, Admission> find(Collection<PlayerId> players) {
        statements.add(List.copyOf(players));
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (away) {
            throw new StorageUnavailableException("away");
        }
        Map<PlayerId, Admission> found = new ConcurrentHashMap<>(rows);
        found.keySet().retainAll(players);
        return found;
    }

    private Admission ask(PlayerId player) {
        return reads.ask(player).join();
    }

    @Test
    void every_question_is_asked_anew() {
        assertThat(ask(ADA)).isEqualTo(Admission.FREE);
        rows.put(ADA, ENDED);
        assertThat(ask(ADA)).isEqualTo(ENDED);
        assertThat(ask(EVE)).isEqualTo(Admission.FREE);
        rows.remove(ADA);
        assertThat(ask(ADA)).isEqualTo(Admission.FREE);
        assertThat(statements).hasSize(4);
    }

    @Test
    void those_who_wait_are_asked_for_together_and_never_with_an_earlier_statement() {
        CountDownLatch closed = new CountDownLatch(1);
        gate = closed;
        CompletableFuture<Admission> first = reads.ask(ADA);
        while (statements.isEmpty()) {
            Thread.onSpinWait();
        }
        List<CompletableFuture<Admission>> later =
                IntStream.rangeClosed(1, 300).mapToObj(i -> reads.ask(new PlayerId(i))).toList();

        closed.countDown();

        assertThat(first.join()).isEqualTo(Admission.FREE);
        later.forEach(CompletableFuture::join);
        assertThat(statements.stream().map(Collection::size))
                .containsExactly(1, AdmissionReads.BATCH_MAX, 300 - AdmissionReads.BATCH_MAX);
    }

    @Test
    void while_the_database_is_away_the_last_known_answer_holds_and_it_is_asked_once_a_second() {
        rows.put(ADA, ENDED);
        assertThat(ask(ADA)).isEqualTo(ENDED);
        away = true;
        assertThat(ask(ADA)).isEqualTo(ENDED);
        int asked = statements.size();

        assertThat(ask(ADA)).isEqualTo(ENDED);
        assertThat(ask(EVE)).isEqualTo(Admission.FREE);
        assertThat(statements).as("no question within a second").hasSize(asked);

        away = false;
        rows.clear();
        nanos.addAndGet(AdmissionReads.RETRY_NANOS);
        assertThat(ask(ADA)).as("nobody waits").isEqualTo(ENDED);
        while (!ask(ADA).equals(Admission.FREE)) {
            nanos.addAndGet(AdmissionReads.RETRY_NANOS);
            Thread.onSpinWait();
        }
        rows.put(EVE, ENDED);
        assertThat(ask(EVE)).as("asked anew again").isEqualTo(ENDED);
    }

    @Test
    void what_was_last_known_is_forgotten_after_a_day() {
        rows.put(ADA, ENDED);
        ask(ADA);
        away = true;
        nanos.addAndGet(AdmissionReads.REMEMBERED_NANOS);
        assertThat(ask(ADA)).isEqualTo(ENDED);
        nanos.incrementAndGet();
        assertThat(ask(ADA)).isEqualTo(Admission.FREE);
    }

    @Test
    void when_it_is_closed_nobody_is_let_in() {
        reads.close();

        assertThatThrownBy(() -> ask(ADA))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(StorageUnavailableException.class);
    }
}
