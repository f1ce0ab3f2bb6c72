package com.luckyfunatic.storage.tournament;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.EntryStep;
import com.luckyfunatic.engine.tournament.SeatOutcome;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDecision;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPlace;
import com.luckyfunatic.engine.tournament.TournamentStage;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tournaments in the tables of a database, whichever it is. Every piece of work may be done twice:
 * then it finds what it did. Thread-safe.
 */
public abstract class TabledTournaments implements Tournaments {
    /** Something done with the tables. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T run(TournamentTables tables) throws SQLException;
    }

    /** Reads, in a transaction of its own or without one. */
    protected abstract <T> T read(Work<T> work);

    /** Changes a tournament and what belongs to it, in one transaction that is safe at the end. */
    protected abstract <T> T write(TournamentId tournament, Work<T> work);

    @Override
    public final boolean create(TournamentDefinition draft) {
        return write(draft.id(), tables -> tables.create(draft));
    }

    @Override
    public final boolean redefine(TournamentDefinition changed, long version) {
        return write(changed.id(), tables -> tables.redefine(changed, version));
    }

    @Override
    public final boolean move(TournamentId id, long version, TournamentStage next) {
        return write(id, tables -> tables.move(id, version, next));
    }

    @Override
    public final Optional<Tournament> find(TournamentId id) {
        return read(tables -> tables.find(id));
    }

    @Override
    public final Page<Tournament> page(
            @Nullable MinigameId minigame,
            @Nullable TournamentStage stage,
            @Nullable TournamentPlace after,
            int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(
                read(tables -> tables.page(minigame, stage, after, limit + 1)), limit);
    }

    @Override
    public final List<Tournament> inStage(
            TournamentStage stage,
            long closedUntilMillis,
            @Nullable TournamentPlace after,
            int limit) {
        Page.requireLimit(limit);
        return read(tables -> tables.inStage(stage, closedUntilMillis, after, limit));
    }

    @Override
    public final SeatOutcome hold(TournamentEntry wanted) {
        return read(tables -> tables.outcomeWithoutHolding(wanted))
                .orElseGet(() -> write(wanted.tournament(), tables -> tables.hold(wanted)));
    }

    @Override
    public final Optional<EntryStep> confirm(PlayerId player, OperationId operationId) {
        return settle(player, operationId, EntryStep.HELD, EntryStep.CONFIRMED);
    }

    @Override
    public final Optional<EntryStep> release(PlayerId player, OperationId operationId) {
        return settle(player, operationId, EntryStep.HELD, EntryStep.RELEASED);
    }

    @Override
    public final Optional<EntryStep> refund(PlayerId player, OperationId operationId) {
        return settle(player, operationId, EntryStep.CONFIRMED, EntryStep.REFUNDED);
    }

    private Optional<EntryStep> settle(
            PlayerId player, OperationId operationId, EntryStep from, EntryStep to) {
        TournamentEntry found = entry(player, operationId).orElse(null);
        if (found == null) {
            return Optional.empty();
        }
        return Optional.of(
                found.step() == from
                        ? write(found.tournament(), tables -> tables.settle(found, from, to))
                        : found.step());
    }

    @Override
    public final Optional<TournamentEntry> entry(PlayerId player, OperationId operationId) {
        return read(tables -> tables.entry(player, operationId));
    }

    @Override
    public final List<TournamentEntry> entriesOf(TournamentId id, PlayerId player) {
        return read(tables -> tables.entriesOf(id, player));
    }

    @Override
    public final Page<TournamentEntry> entries(TournamentId id, long afterNumber, int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(read(tables -> tables.entries(id, afterNumber, limit + 1)), limit);
    }

    @Override
    public final Page<TournamentEntry> history(
            PlayerId player, @Nullable TournamentEntry after, int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(read(tables -> tables.history(player, after, limit + 1)), limit);
    }

    @Override
    public final List<TournamentEntry> held(
            long untilMillis, @Nullable TournamentEntry after, int limit) {
        Page.requireLimit(limit);
        return read(tables -> tables.held(untilMillis, after, limit));
    }

    @Override
    public final List<TournamentEntry> refundable(@Nullable TournamentEntry after, int limit) {
        Page.requireLimit(limit);
        return read(tables -> tables.refundable(after, limit));
    }

    @Override
    public final Optional<Disqualification> disqualify(
            TournamentId id, PlayerId player, Disqualification disqualification) {
        return write(id, tables -> tables.disqualify(id, player, disqualification));
    }

    @Override
    public final Optional<Disqualification> disqualification(TournamentId id, PlayerId player) {
        return read(tables -> tables.disqualification(id, player));
    }

    @Override
    public final Optional<TournamentDecision> cancel(TournamentDecision decision, long version) {
        return write(decision.tournament(), tables -> tables.cancel(decision, version));
    }

    @Override
    public final Optional<TournamentDecision> disqualify(
            TournamentDecision decision, PlayerId player, Disqualification disqualification) {
        return write(
                decision.tournament(),
                tables -> tables.disqualify(decision, player, disqualification));
    }

    @Override
    public final Optional<TournamentDecision> decision(OperationId operation) {
        return read(tables -> tables.decision(operation));
    }
}
