package com.luckyfunatic.storage.embedded;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.codec.ChangeDocument;
import com.luckyfunatic.storage.codec.GameCodec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The players' states: decided in memory, one command at a time per player, and answered when the
 * writer has committed.
 */
final class EmbeddedPlayerStore implements PlayerStore {
    private final HotPlayers players;
    private final EmbeddedTables tables;
    private final GroupCommit writer;
    private final GameCodec codec;

    EmbeddedPlayerStore(
            HotPlayers players, EmbeddedTables tables, GroupCommit writer, GameCodec codec) {
        this.players = players;
        this.tables = tables;
        this.writer = writer;
        this.codec = codec;
    }

    /** An answer, and the write to wait for before it is given. */
    private record Due(Answer answer, CompletableFuture<@Nullable Void> after) {}

    @Override
    public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        Due due = null;
        while (due == null) {
            HotPlayer player = players.get(envelope.player());
            player.lock.lock();
            try {
                if (!player.evicted) {
                    due = decide(player, envelope, handler);
                }
            } finally {
                player.lock.unlock();
            }
        }
        // Also what changes nothing waits: it may show a change that is not committed yet.
        Write.await(due.after());
        return due.answer();
    }

    private Due decide(HotPlayer player, CommandEnvelope envelope, CommandHandler handler) {
        player.usedAtMillis = envelope.nowMillis();
        OperationId operationId = envelope.operationId();
        if (operationId == null) {
            return handle(player, envelope, handler, null, 0);
        }
        String fingerprint = codec.fingerprint(envelope.command());
        ChangeWrite waiting = player.waitingOperations.get(operationId);
        if (waiting != null && !waiting.done().isDone()) {
            Operations.Row row = waiting.operation();
            boolean same = row != null && row.fingerprint().equals(fingerprint);
            return new Due(same ? waiting.answer().asRepeat() : reused(envelope), waiting.done());
        }
        KnownOperations known = knownOperations(player);
        Operations.Stored stored =
                known.mayHave(operationId)
                        ? tables.operations().find(player.id, operationId, player.unfiled())
                        : null;
        if (stored == null || tables.operations().isExpired(stored)) {
            known.add(operationId);
            return handle(
                    player, envelope, handler, fingerprint, stored == null ? 0 : stored.position());
        }
        return stored.fingerprint().equals(fingerprint)
                ? new Due(repeat(stored, player), Write.DONE)
                : new Due(reused(envelope), Write.DONE);
    }

    private KnownOperations knownOperations(HotPlayer player) {
        KnownOperations known = player.knownOperations;
        if (known == null || known.isFull()) {
            known =
                    tables.operations()
                            .known(player.id, player.unfiled(), player.waitingOperations.keySet());
            player.knownOperations = known;
        }
        return known;
    }

    private static Answer reused(CommandEnvelope envelope) {
        return Answer.operationIdReused(envelope.nowMillis());
    }

    private Answer repeat(Operations.Stored stored, HotPlayer player) {
        return tables.operations().repeat(player.id, stored, () -> player.committed.state());
    }

    private Due handle(
            HotPlayer player,
            CommandEnvelope envelope,
            CommandHandler handler,
            @Nullable String fingerprint,
            long replaced) {
        Handled handled = handler.handle(player.decided, envelope);
        Answer answer = handled.answer();
        StateChange change = handled.change();
        OperationId operationId = envelope.operationId();
        if (change == null && operationId == null) {
            return new Due(answer, player.lastWrite);
        }
        Operations.Row operation =
                operationId == null || fingerprint == null
                        ? null
                        : tables.operations()
                                .row(
                                        envelope,
                                        player.lastKept,
                                        operationId,
                                        fingerprint,
                                        answer,
                                        change,
                                        replaced);
        ChangeWrite write =
                new ChangeWrite(
                        tables,
                        player,
                        answer,
                        change == null
                                ? null
                                : new ChangeWrite.Appended(
                                        change, codec.write(ChangeDocument.of(change))),
                        operation,
                        change == null ? List.of() : tables.followUps().rows(change));
        writer.submit(write);
        if (change != null) {
            player.decided = answer.state();
        }
        player.lastWrite = write.done();
        if (operation != null && operation.keptState() != null && answer.state() != null) {
            player.lastKept = new KeptStates.Last(answer.state().sequence(), operation.atMillis());
        }
        if (operationId != null) {
            player.waitingOperations.values().removeIf(each -> each.done().isDone());
            player.waitingOperations.put(operationId, write);
        }
        return new Due(answer, write.done());
    }

    @Override
    public Optional<PlayerState> find(PlayerId player) {
        return players.committed(player);
    }

    @Override
    public Optional<Answer> operation(PlayerId player, OperationId id) {
        Operations.Stored stored = known(player, id);
        return stored == null
                ? Optional.empty()
                : Optional.of(
                        tables.operations()
                                .repeat(
                                        player,
                                        stored,
                                        () -> players.committedEntry(player).state()));
    }

    @Override
    public boolean isKnown(PlayerId player, OperationId id) {
        return known(player, id) != null;
    }

    private Operations.@Nullable Stored known(PlayerId player, OperationId id) {
        Operations.Stored stored = tables.operations().find(player, id, players.unfiled(player));
        return stored == null || tables.operations().isExpired(stored) ? null : stored;
    }

    @Override
    public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
        Page.requireLimit(limit);
        return tables.journal().history(players.committedEntry(player), beforeSequence, limit);
    }
}
