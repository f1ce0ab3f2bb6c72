package com.luckyfunatic.benchmarks.audit;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.benchmarks.run.Concurrently;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.storage.mysql.ArchiveBatch;
import com.luckyfunatic.storage.mysql.MySqlDatabase;
import com.luckyfunatic.storage.scylla.AuditEntry;
import java.util.List;
import java.util.stream.LongStream;

/** Fills the logs that MySQL keeps, as the drain and operators would. For one thread. */
final class MySqlLogs {
    private static final int BATCH = 500;
    private static final int CALLERS = 16;
    private static final int PARTITION = 0;
    private static final OperatorName WHO = new OperatorName("benchmark");

    private final MySqlDatabase database;
    private final long startMillis;

    /** Of an empty {@code database}. */
    MySqlLogs(MySqlDatabase database) {
        this.database = database;
        startMillis = database.clockMillis();
    }

    /** Archives so many changes, rounded up to whole batches; returns how many these are. */
    long archive(long count) {
        Changes changes = new Changes(startMillis);
        long generation = requireNonNull(database.partitions().generations().get(PARTITION));
        long done = 0;
        for (; done < count; done += BATCH) {
            List<AuditEntry> batch = changes.next(BATCH);
            AuditEntry last = batch.getLast();
            database.archive()
                    .archive(
                            new ArchiveBatch(
                                    PARTITION,
                                    generation,
                                    String.valueOf(batch.getFirst().changeId()),
                                    String.valueOf(last.changeId()),
                                    last.atMillis(),
                                    last.changeId(),
                                    batch.stream().map(MySqlLogs::entry).toList(),
                                    List.of(),
                                    List.of()));
        }
        return done;
    }

    private static String entry(AuditEntry entry) {
        return "%s 1 %d %d %d\n%s"
                .formatted(
                        entry.player(),
                        entry.epoch(),
                        entry.sequence(),
                        entry.changeId(),
                        entry.document());
    }

    /** Records so many actions of an operator. */
    void act(int count) {
        List<Long> ids = LongStream.rangeClosed(1, count).boxed().toList();
        Concurrently.forEach(ids, CALLERS, id -> database.operatorActions().append(action(id)));
    }

    private OperatorAction action(long id) {
        return new OperatorAction(
                id,
                WHO,
                startMillis + id,
                OperatorAction.EXECUTE_PLAN,
                new PlayerId(id),
                "plan-" + id,
                ActionOutcome.DONE,
                "500 jokers, because a purchase was paid twice");
    }
}
