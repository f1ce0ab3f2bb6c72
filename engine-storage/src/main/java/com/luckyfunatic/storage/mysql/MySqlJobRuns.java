package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.storage.JobRun;
import com.luckyfunatic.engine.storage.JobRuns;
import java.util.List;

/** The last rounds of jobs, in the table {@code job_run}. Thread-safe. */
final class MySqlJobRuns implements JobRuns {
    private final Transactions transactions;
    private final JobRunRepository rows;

    MySqlJobRuns(Transactions transactions, JobRunRepository rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public boolean keep(JobRun run) {
        return transactions.run(_ -> {
            rows.insertIfAbsent(run.job());
            return rows.update(
                            run.job(),
                            run.owner(),
                            run.fence(),
                            run.beganAtMillis(),
                            run.tookMillis(),
                            run.done(),
                            run.error(),
                            run.nextAtMillis())
                    > 0;
        });
    }

    @Override
    public List<JobRun> last() {
        return transactions.run(_ -> rows.all().stream().map(JobRunRow::run).toList());
    }
}
