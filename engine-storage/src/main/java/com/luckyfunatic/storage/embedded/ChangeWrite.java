package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.storage.StateChange;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decided command that waits to be written: its change, the answer kept under its operation id,
 * and its follow-ups. At least one of the first two is there.
 */
final class ChangeWrite extends Write {
    /** A change with its stored form. */
    record Appended(StateChange change, String document) {}

    private final EmbeddedTables tables;
    private final HotPlayer player;
    private final int fallbacks;
    private final Answer answer;
    private final @Nullable Appended appended;
    private final Operations.@Nullable Row operation;
    private final List<EmbeddedFollowUpQueue.Row> followUps;
    private long positionAfter;
    private long skipAfter;
    private long operationPosition;

    ChangeWrite(
            EmbeddedTables tables,
            HotPlayer player,
            Answer answer,
            @Nullable Appended appended,
            Operations.@Nullable Row operation,
            List<EmbeddedFollowUpQueue.Row> followUps) {
        this.tables = tables;
        this.player = player;
        fallbacks = player.fallbacks.get();
        this.answer = answer;
        this.appended = appended;
        this.operation = operation;
        this.followUps = followUps;
    }

    Answer answer() {
        return answer;
    }

    Operations.@Nullable Row operation() {
        return operation;
    }

    @Override
    boolean isForced() {
        return appended != null && appended.change().durability() == Durability.HARD;
    }

    @Override
    boolean isVoid() {
        return fallbacks != player.fallbacks.get();
    }

    @Override
    void apply(WriterStatements statements) throws SQLException {
        if (appended != null) {
            tables.journal()
                    .append(
                            player,
                            appended.change(),
                            appended.document(),
                            tables.positions().next(),
                            statements);
            positionAfter = player.position();
            skipAfter = player.skip();
        }
        if (operation != null) {
            operationPosition = tables.operations().save(operation, player.position(), statements);
            if (appended == null) {
                // No snapshot follows that it could be filed with.
                Operations.file(operationPosition, statements);
            }
        }
        for (EmbeddedFollowUpQueue.Row followUp : followUps) {
            tables.followUps().save(followUp, statements);
        }
    }

    @Override
    void committed() {
        if (appended != null) {
            // First: who sees the change must find its operation.
            if (operation != null) {
                player.addUnfiled(operationPosition);
            }
            player.committed = new HotPlayer.Committed(answer.state(), positionAfter, skipAfter);
            tables.snapshotPass().changed(player);
            tables.greatestId().committed(appended.change().id());
        }
        // If the player is being decided on, the next decision forgets it.
        if (operation != null && player.lock.tryLock()) {
            try {
                player.waitingOperations.remove(operation.id(), this);
            } finally {
                player.lock.unlock();
            }
        }
        if (!followUps.isEmpty()) {
            tables.followUps().noteWaiting();
        }
    }

    @Override
    void failed() {
        if (!isVoid()) {
            player.fallBack();
        }
    }
}
