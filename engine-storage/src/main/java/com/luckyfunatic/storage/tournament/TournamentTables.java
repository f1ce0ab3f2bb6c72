package com.luckyfunatic.storage.tournament;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.player.PlayerId;
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
import com.luckyfunatic.storage.codec.GameCodec;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tournaments in tables, within a transaction of the caller. Whatever changes a tournament or its
 * entries locks the tournament's row first, and what is read after that is true until the end.
 */
public final class TournamentTables {
    private final TournamentRows tournaments;
    private final EntryRows entries;
    private final DecisionRows decisions;

    /** Reads and writes through {@code connected}. */
    public TournamentTables(GameCodec codec, Connected connected) {
        tournaments = new TournamentRows(codec, connected);
        entries = new EntryRows(connected);
        decisions = new DecisionRows(connected);
    }

    /** Makes a draft unless there is a tournament of that name; tells whether it did. */
    public boolean create(TournamentDefinition draft) throws SQLException {
        if (tournaments.lock(draft.id()) != null) {
            return false;
        }
        // Made by two at once: the second fails here, begins anew, and finds the first.
        tournaments.insert(Tournament.draft(draft));
        return true;
    }

    /** Gives a draft that is at {@code version} another definition; tells whether it did. */
    public boolean redefine(TournamentDefinition changed, long version) throws SQLException {
        Tournament now = tournaments.lock(changed.id());
        if (now == null || now.version() != version || now.stage() != TournamentStage.DRAFT) {
            return false;
        }
        tournaments.update(now.with(changed));
        return true;
    }

    /** Brings a tournament that is at {@code version} to another stage; tells whether it did. */
    public boolean move(TournamentId id, long version, TournamentStage next) throws SQLException {
        Tournament now = tournaments.lock(id);
        if (now == null
                || now.version() != version
                || !now.stage().canBecome(next)
                || (next == TournamentStage.RANKED && now.held() > 0)) {
            return false;
        }
        tournaments.update(now.in(next));
        return true;
    }

    /** Returns a tournament. */
    public Optional<Tournament> find(TournamentId id) throws SQLException {
        return Optional.ofNullable(tournaments.find(id));
    }

    /** Returns tournaments that are no drafts, those that close last first. */
    public List<Tournament> page(
            @Nullable MinigameId minigame,
            @Nullable TournamentStage stage,
            @Nullable TournamentPlace after,
            int limit)
            throws SQLException {
        return tournaments.page(minigame, stage, after, limit);
    }

    /** Returns tournaments in a stage, those that close first first. */
    public List<Tournament> inStage(
            TournamentStage stage,
            long closedUntilMillis,
            @Nullable TournamentPlace after,
            int limit)
            throws SQLException {
        return tournaments.inStage(stage, closedUntilMillis, after, limit);
    }

    /**
     * Returns what came of asking for a seat if that can be told without holding one: a crowd
     * before a full tournament is cheap.
     */
    public Optional<SeatOutcome> outcomeWithoutHolding(TournamentEntry wanted) throws SQLException {
        TournamentEntry known = entries.find(wanted.player(), wanted.operationId());
        return Optional.ofNullable(
                known == null
                        ? whyNot(tournaments.find(wanted.tournament()), wanted)
                        : new SeatOutcome.Known(known));
    }

    /** Holds a seat. */
    public SeatOutcome hold(TournamentEntry wanted) throws SQLException {
        Tournament now = tournaments.lock(wanted.tournament());
        TournamentEntry known = entries.find(wanted.player(), wanted.operationId());
        if (known != null) {
            return new SeatOutcome.Known(known);
        }
        SeatOutcome none = whyNot(now, wanted);
        if (none != null || now == null) {
            return none == null ? new SeatOutcome.Unknown() : none;
        }
        Tournament after = now.holding();
        TournamentEntry held = wanted.numbered(after.lastNumber());
        // One id in two tournaments at once: the second fails here, begins anew, finds the first.
        entries.insert(held);
        tournaments.count(after);
        return new SeatOutcome.Held(held);
    }

    private @Nullable SeatOutcome whyNot(@Nullable Tournament tournament, TournamentEntry wanted)
            throws SQLException {
        return SeatOutcome.whyNot(
                tournament,
                wanted,
                entries.disqualification(wanted.tournament(), wanted.player()),
                entries.ofPlayer(wanted.tournament(), wanted.player()).size());
    }

    /**
     * Brings an entry that is in step {@code from} to {@code to}; a refund only when the tournament
     * is cancelled.
     *
     * @param found the entry as it was read before
     * @return what it is afterwards
     */
    public EntryStep settle(TournamentEntry found, EntryStep from, EntryStep to)
            throws SQLException {
        Tournament now = tournaments.lock(found.tournament());
        TournamentEntry entry = entries.find(found.player(), found.operationId());
        if (now == null || entry == null) {
            throw new IllegalStateException("an entry or its tournament is gone: " + found);
        }
        boolean isAllowed = to != EntryStep.REFUNDED || now.stage() == TournamentStage.CANCELLED;
        if (entry.step() != from || !isAllowed) {
            return entry.step();
        }
        tournaments.count(now.after(entry, to));
        entries.settle(entry, to);
        return to;
    }

    /** Returns the entry of a player's operation. */
    public Optional<TournamentEntry> entry(PlayerId player, OperationId operationId)
            throws SQLException {
        return Optional.ofNullable(entries.find(player, operationId));
    }

    /** Returns a player's entries in a tournament that were not given up. */
    public List<TournamentEntry> entriesOf(TournamentId id, PlayerId player) throws SQLException {
        return entries.ofPlayer(id, player);
    }

    /** Returns entries of a tournament that were paid for, in the order of their numbers. */
    public List<TournamentEntry> entries(TournamentId id, long afterNumber, int limit)
            throws SQLException {
        return entries.paid(id, afterNumber, limit);
    }

    /** Returns entries of a player that were paid for, the latest first. */
    public List<TournamentEntry> history(
            PlayerId player, @Nullable TournamentEntry after, int limit) throws SQLException {
        return entries.history(player, after, limit);
    }

    /** Returns entries that are held too long. */
    public List<TournamentEntry> held(long untilMillis, @Nullable TournamentEntry after, int limit)
            throws SQLException {
        return entries.held(untilMillis, after, limit);
    }

    /** Returns entries of cancelled tournaments whose fee is to be given back. */
    public List<TournamentEntry> refundable(@Nullable TournamentEntry after, int limit)
            throws SQLException {
        return entries.refundable(after, limit);
    }

    /** Takes a player out of a published tournament; returns why the player is out then. */
    public Optional<Disqualification> disqualify(
            TournamentId id, PlayerId player, Disqualification disqualification)
            throws SQLException {
        Tournament now = tournaments.lock(id);
        if (now == null || now.stage() != TournamentStage.PUBLISHED) {
            return Optional.empty();
        }
        Disqualification first = entries.disqualification(id, player);
        if (first == null) {
            entries.disqualify(id, player, disqualification);
            return Optional.of(disqualification);
        }
        return Optional.of(first);
    }

    /** Returns why a player is out. */
    public Optional<Disqualification> disqualification(TournamentId id, PlayerId player)
            throws SQLException {
        return Optional.ofNullable(entries.disqualification(id, player));
    }

    /** Cancels a tournament that is at {@code version}, under a name that is known for ever. */
    public Optional<TournamentDecision> cancel(TournamentDecision decision, long version)
            throws SQLException {
        tournaments.lock(decision.tournament());
        TournamentDecision before = decisions.find(decision.operation());
        if (before != null) {
            return Optional.of(before);
        }
        if (!move(decision.tournament(), version, TournamentStage.CANCELLED)) {
            return Optional.empty();
        }
        decisions.insert(decision);
        return Optional.of(decision);
    }

    /** Takes a player out of a published tournament, under a name that is known for ever. */
    public Optional<TournamentDecision> disqualify(
            TournamentDecision decision, PlayerId player, Disqualification disqualification)
            throws SQLException {
        Tournament now = tournaments.lock(decision.tournament());
        TournamentDecision before = decisions.find(decision.operation());
        if (before != null) {
            return Optional.of(before);
        }
        if (now == null
                || now.stage() != TournamentStage.PUBLISHED
                || entries.disqualification(now.id(), player) != null) {
            return Optional.empty();
        }
        entries.disqualify(now.id(), player, disqualification);
        decisions.insert(decision);
        return Optional.of(decision);
    }

    /** Returns what was decided under {@code operation}. */
    public Optional<TournamentDecision> decision(OperationId operation) throws SQLException {
        return Optional.ofNullable(decisions.find(operation));
    }
}
