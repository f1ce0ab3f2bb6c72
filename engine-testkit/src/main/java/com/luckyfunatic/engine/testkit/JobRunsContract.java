package com.luckyfunatic.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.engine.storage.JobRun;
import com.luckyfunatic.engine.storage.JobRuns;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The last rounds of jobs, as every store keeps them. A store may have others' jobs, too. */
@Timeout(120)
public abstract class JobRunsContract {
    private String prefix = newPrefix();

    /** Returns what is to be tested, the same for all of a test. */
    protected abstract JobRuns runs();

    private static String newPrefix() {
        return "job-" + UUID.randomUUID() + "-";
    }

    /** One object may carry out all tests. */
    @BeforeEach
    public final void workOnJobsOfItsOwn() {
        prefix = newPrefix();
    }

    @Test
    public void a_job_has_no_round_before_its_first() {
        assertThat(ours()).isEmpty();
    }

    @Test
    public void the_last_round_of_each_job_is_told_by_name() {
        JobRun first = run("b", "ann", 1, 1_000, null);
        JobRun other = run("a", "bob", 7, 3_000, "the store is away: \u00e4\u26a0 'x'; --");
        JobRun later = run("b", "ann", 1, 2_000, null);

        assertThat(runs().keep(first)).isTrue();
        assertThat(runs().keep(other)).isTrue();
        assertThat(runs().keep(later)).isTrue();

        assertThat(ours()).containsExactly(other, later);
    }

    @Test
    public void the_same_round_is_kept_again() {
        JobRun run = run("a", "ann", 3, 1_000, null);

        assertThat(runs().keep(run)).isTrue();
        assertThat(runs().keep(run)).isTrue();

        assertThat(ours()).containsExactly(run);
    }

    @Test
    public void an_error_is_gone_with_the_next_round() {
        runs().keep(run("a", "ann", 1, 1_000, "broken"));
        JobRun healed = run("a", "ann", 1, 2_000, null);

        runs().keep(healed);

        assertThat(ours()).containsExactly(healed);
    }

    @Test
    public void a_round_of_a_former_owner_changes_nothing() {
        JobRun later = run("a", "bob", 2, 1_000, null);
        runs().keep(run("a", "ann", 1, 500, null));
        assertThat(runs().keep(later)).isTrue();

        assertThat(runs().keep(run("a", "ann", 1, 9_000, null))).isFalse();

        assertThat(ours()).containsExactly(later);
    }

    @Test
    public void the_longest_texts_and_greatest_numbers_are_kept() {
        JobRun run =
                new JobRun(
                        prefix + "x".repeat(JobRun.NAME_LENGTH_MAX - prefix.length()),
                        "o".repeat(JobRun.NAME_LENGTH_MAX),
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        Long.MAX_VALUE,
                        "\u26a0".repeat(JobRun.ERROR_LENGTH_MAX),
                        Long.MAX_VALUE);

        assertThat(runs().keep(run)).isTrue();

        assertThat(ours()).containsExactly(run);
    }

    @Test
    public void of_many_owners_at_once_the_last_stays() {
        for (int round = 0; round < 10; round++) {
            String job = "together-" + round;
            Together.run(16, i -> runs().keep(run(job, "owner-" + i, i, 1_000, null)));

            assertThat(ours()).contains(run(job, "owner-15", 15, 1_000, null));
        }
    }

    private JobRun run(
            String job, String owner, long fence, long beganAtMillis, @Nullable String error) {
        return new JobRun(
                prefix + job, owner, fence, beganAtMillis, 20, 3, error, beganAtMillis + 5_000);
    }

    private List<JobRun> ours() {
        return runs().last().stream().filter(run -> run.job().startsWith(prefix)).toList();
    }
}
