package com.luckyfunatic.storage.distributed;

import static org.assertj.core.api.Assertions.assertThat;

import com.luckyfunatic.storage.scylla.AuditEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageWorkTest {
    private final StorageWork work = new StorageWork(3, new DrainBuffer(10));

    @Test
    void lag_is_the_age_of_the_oldest_change_that_is_under_way() {
        assertThat(work.archiveLagMillis(5_000)).isZero();
        work.found(0, 1_000);
        work.found(2, 500);
        assertThat(work.archiveLagMillis(5_000)).isEqualTo(4_500);
        assertThat(work.auditLagMillis(5_000)).isEqualTo(4_500);

        work.archived(2, 10, 500, 5_000);
        assertThat(work.archiveLagMillis(5_000)).isEqualTo(4_000);
        assertThat(work.auditLagMillis(5_000)).isEqualTo(4_500);

        work.archived(0, 5, 1_000, 5_000);
        work.foundForAudit(2, 600);
        assertThat(work.archiveLagMillis(5_000)).isZero();
        assertThat(work.auditLagMillis(5_000)).isEqualTo(4_400);

        work.audited(2, 10, 600, 5_000);
        assertThat(work.auditLagMillis(5_000)).isEqualTo(4_000);
        work.nothingForAudit(0);
        assertThat(work.auditLagMillis(5_000)).isZero();
        assertThat(work.archived()).isEqualTo(15);
        assertThat(work.audited()).isEqualTo(10);
    }

    @Test
    void clocks_that_differ_make_no_negative_lag() {
        work.found(0, 6_000);

        assertThat(work.archiveLagMillis(5_000)).isZero();
    }

    @Test
    void what_others_work_on_from_now_on_is_forgotten() {
        work.found(1, 1_000);
        work.waiting(1, 70);
        work.waiting(2, 30);
        work.unconfirmed(1, 4);
        work.archived(1, 3, 1_000, 5_000);
        assertThat(work.waiting()).isEqualTo(100);
        assertThat(work.longestJournal()).isEqualTo(70);
        assertThat(work.unconfirmed()).isEqualTo(4);

        work.forget(1);

        assertThat(work.waiting()).isEqualTo(30);
        assertThat(work.unconfirmed()).isZero();
        assertThat(work.auditLagMillis(5_000)).isZero();
        assertThat(work.archived()).isEqualTo(3);
    }

    @Test
    void delays_are_told_to_a_listener() {
        List<String> told = new ArrayList<>();
        work.archived(0, 1, 10, 30);
        work.listen(
                new StorageWork.Listener() {
                    @Override
                    public void archivedAfter(long millis) {
                        told.add("archived " + millis);
                    }

                    @Override
                    public void auditedAfter(long millis) {
                        told.add("audited " + millis);
                    }

                    @Override
                    public void audited(List<AuditEntry> entries, long nowMillis) {
                        told.add(entries.size() + " entries at " + nowMillis);
                    }
                });

        work.archived(0, 1, 10, 40);
        work.audited(0, 1, 10, 50);
        work.audited(0, 1, 60, 50);
        work.tellAudited(List.of(), 50);

        assertThat(told)
                .containsExactly("archived 30", "audited 40", "audited 0", "0 entries at 50");
    }
}
