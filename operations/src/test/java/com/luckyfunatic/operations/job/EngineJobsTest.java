package com.luckyfunatic.operations.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferGateway;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.platform.TransferReply;
import com.luckyfunatic.engine.testkit.TestCatalogs;
import com.luckyfunatic.operations.audit.AuditSealing;
import com.luckyfunatic.storage.memory.MemoryStorage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class EngineJobsTest {
    private static final Duration PRIZES = Duration.ofMinutes(7);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Job> jobs = EngineJobs.of(registry, PRIZES, AuditSealing.PLAIN);
    private final GameEngine engine = GameEngine.on(new MemoryStorage(), TestCatalogs.full());

    @Test
    void every_job_says_what_it_is_called_what_it_does_and_how_long_it_pauses() {
        assertThat(jobs).extracting(Job::name).doesNotHaveDuplicates();
        assertThat(jobs)
                .allSatisfy(job -> {
                    assertThat(job.name()).matches("[a-z]+(-[a-z]+)+");
                    assertThat(job.description()).endsWith(".");
                    assertThat(job.pause()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
                });
        assertThat(jobs)
                .filteredOn(job -> job.name().equals("pay-prizes"))
                .extracting(Job::pause)
                .containsExactly(PRIZES);
    }

    @Test
    void what_is_due_is_looked_for_every_second() {
        assertThat(jobs)
                .filteredOn(job -> job.name().equals(SettleFollowUps.NAME))
                .extracting(Job::pause)
                .as("quests that complete by themselves, rewards for friends")
                .containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void every_job_may_run_again_on_a_game_without_work() {
        for (Job job : jobs) {
            AtomicLong told = new AtomicLong(-1);
            job.run(engine, told::set);

            assertThat(told.get()).as(job.name()).isNotNegative();
            job.run(engine, Job.Progress.NONE);
        }
    }

    @Test
    void what_distributed_storage_does_itself_is_left_to_it() {
        assertThat(EngineJobs.onDistributed(jobs))
                .extracting(Job::name)
                .doesNotContain("settle-stock")
                .hasSize(jobs.size() - 1);
    }

    @Test
    void without_transfers_the_platform_is_not_called() {
        Job job = new SendTransfers(new Unreachable(), registry);

        assertThat(job.run(engine, Job.Progress.NONE)).isZero();
        assertThat(job.pause()).isEqualTo(Duration.ofSeconds(1));
        assertThat(job.name()).isEqualTo("send-transfers");
        assertThat(job.description()).contains("platform");
    }

    private static final class Unreachable implements TransferGateway {
        @Override
        public TransferReply send(Transfer transfer, long sentAtMillis) {
            throw new AssertionError("nobody asked for this");
        }

        @Override
        public TransferReply ask(TransferId transfer) {
            throw new AssertionError("nobody asked for this");
        }
    }

    @Test
    void a_part_that_fails_keeps_no_other_from_its_turn_and_the_first_failure_is_told() {
        Attempts attempts = new Attempts();
        IllegalStateException first = new IllegalStateException("first");
        IllegalStateException second = new IllegalStateException("second");

        assertThat(
                        attempts.at(() -> {
                            throw first;
                        }))
                .isZero();
        assertThat(attempts.at(() -> 3)).isEqualTo(3);
        assertThat(
                        attempts.at(() -> {
                            throw second;
                        }))
                .isZero();

        assertThatThrownBy(attempts::orThrow).isSameAs(first).hasSuppressedException(second);
        new Attempts().orThrow();
    }
}
