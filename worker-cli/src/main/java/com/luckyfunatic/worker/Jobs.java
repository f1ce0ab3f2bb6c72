package com.luckyfunatic.worker;

import com.luckyfunatic.storage.distributed.JobKind;
import java.util.List;

/** Every job there is. */
final class Jobs {
    /** In the order they are listed. */
    static final List<Job> ALL =
            List.of(
                    new SettleFollowUps(),
                    new RaisePopups(),
                    new RunRaffles(),
                    new SettleStock(),
                    new PayPrizes(),
                    new CareForTournaments(),
                    new WriteSnapshots(),
                    new DistributedJob(JobKind.DRAIN_JOURNALS),
                    new DistributedJob(JobKind.EVICT_IDLE_PLAYERS),
                    new DistributedJob(JobKind.FLUSH_SESSIONS),
                    new DistributedJob(JobKind.CLEAN_OPERATIONS),
                    new DistributedJob(JobKind.CLEAN_ARCHIVE));

    private Jobs() {}

    /** Returns the names of all jobs. */
    static List<String> names() {
        return ALL.stream().map(Job::name).toList();
    }
}
