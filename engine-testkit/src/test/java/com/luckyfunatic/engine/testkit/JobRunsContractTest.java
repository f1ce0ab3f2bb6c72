package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.luckyfunatic.engine.storage.JobRun;
import com.luckyfunatic.engine.storage.JobRuns;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The contract holds for the plainest store, and finds what is wrong with others. */
class JobRunsContractTest extends JobRunsContract {
    private final JobRuns plain = new Plain();

    @Override
    protected JobRuns runs() {
        return plain;
    }

    private static class Plain implements JobRuns {
        final Map<String, JobRun> rows = new ConcurrentSkipListMap<>();

        @Override
        public synchronized boolean keep(JobRun run) {
            JobRun before = rows.get(run.job());
            if (before != null && before.fence() > run.fence()) {
                return false;
            }
            rows.put(run.job(), run);
            return true;
        }

        @Override
        public List<JobRun> last() {
            return List.copyOf(rows.values());
        }
    }

    /** Takes whatever comes last. */
    private static final class Unfenced extends Plain {
        @Override
        public synchronized boolean keep(JobRun run) {
            rows.put(run.job(), run);
            return true;
        }
    }

    /** Keeps the first round only. */
    private static final class FirstOnly extends Plain {
        @Override
        public synchronized boolean keep(JobRun run) {
            return rows.putIfAbsent(run.job(), run) == null;
        }
    }

    /** Takes rounds of greater fences only. */
    private static final class GreaterOnly extends Plain {
        @Override
        public synchronized boolean keep(JobRun run) {
            JobRun before = rows.get(run.job());
            return (before == null || before.fence() < run.fence()) && super.keep(run);
        }
    }

    /** Tells them in no order. */
    private static final class Unordered extends Plain {
        @Override
        public List<JobRun> last() {
            return super.last().reversed();
        }
    }

    @Test
    void stores_with_a_fault_are_found() {
        assertFound(new Unfenced(), JobRunsContract::a_round_of_a_former_owner_changes_nothing);
        assertFound(new Unfenced(), JobRunsContract::of_many_owners_at_once_the_last_stays);
        assertFound(new FirstOnly(), JobRunsContract::an_error_is_gone_with_the_next_round);
        assertFound(new GreaterOnly(), JobRunsContract::the_same_round_is_kept_again);
        assertFound(new Unordered(), JobRunsContract::the_last_round_of_each_job_is_told_by_name);
    }

    private static void assertFound(JobRuns broken, Consumer<JobRunsContract> test) {
        JobRunsContract contract =
                new JobRunsContract() {
                    @Override
                    protected JobRuns runs() {
                        return broken;
                    }
                };
        assertThatThrownBy(() -> test.accept(contract)).isInstanceOf(AssertionError.class);
    }
}
