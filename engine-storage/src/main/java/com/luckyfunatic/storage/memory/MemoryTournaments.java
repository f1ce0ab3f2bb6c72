package com.luckyfunatic.storage.memory;

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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tournaments and their entries, under one lock. Thread-safe. */
final class MemoryTournaments implements Tournaments {
    private static final Comparator<TournamentEntry> BY_END =
            Comparator.comparingLong(TournamentEntry::untilMillis)
                    .thenComparing(TournamentEntry::player)
                    .thenComparing(entry -> entry.operationId().value());

    private static final Comparator<TournamentEntry> BY_NUMBER =
            Comparator.comparing((TournamentEntry entry) -> entry.tournament().value())
                    .thenComparingLong(TournamentEntry::number);

    private static final Comparator<TournamentEntry> LATEST_FIRST =
            Comparator.comparingLong(TournamentEntry::atMillis).thenComparing(BY_NUMBER).reversed();

    private final Map<TournamentId, Tournament> tournaments = new HashMap<>();
    private final NavigableMap<TournamentPlace, TournamentId> places = new TreeMap<>();
    private final Map<TournamentId, NavigableMap<Long, TournamentEntry>> numbers = new HashMap<>();
    private final Map<PlayerId, Map<OperationId, TournamentEntry>> entries = new HashMap<>();
    private final NavigableSet<TournamentEntry> undecided = new TreeSet<>(BY_END);
    private final Map<Seat, Disqualification> out = new HashMap<>();
    private final Map<OperationId, TournamentDecision> decisions = new HashMap<>();
    private final OpenState open;

    private record Seat(TournamentId tournament, PlayerId player) {}

    MemoryTournaments(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized boolean create(TournamentDefinition draft) {
        open.require();
        return !tournaments.containsKey(draft.id()) && put(Tournament.draft(draft));
    }

    @Override
    public synchronized boolean redefine(TournamentDefinition changed, long version) {
        open.require();
        Tournament now = tournaments.get(changed.id());
        return now != null
                && now.version() == version
                && now.stage() == TournamentStage.DRAFT
                && put(now.with(changed));
    }

    @Override
    public synchronized boolean move(TournamentId id, long version, TournamentStage next) {
        open.require();
        Tournament now = tournaments.get(id);
        return now != null
                && now.version() == version
                && now.stage().canBecome(next)
                && (next != TournamentStage.RANKED || now.held() == 0)
                && put(now.in(next));
    }

    private boolean put(Tournament changed) {
        Tournament before = tournaments.put(changed.id(), changed);
        if (before != null) {
            places.remove(before.place());
        }
        places.put(changed.place(), changed.id());
        return true;
    }

    @Override
    public synchronized Optional<Tournament> find(TournamentId id) {
        open.require();
        return Optional.ofNullable(tournaments.get(id));
    }

    @Override
    public synchronized Page<Tournament> page(
            @Nullable MinigameId minigame,
            @Nullable TournamentStage stage,
            @Nullable TournamentPlace after,
            int limit) {
        open.require();
        Page.requireLimit(limit);
        NavigableMap<TournamentPlace, TournamentId> rest =
                after == null ? places : places.headMap(after, false);
        return Page.ofOneMore(
                found(rest.descendingMap().values())
                        .filter(each -> each.stage() != TournamentStage.DRAFT)
                        .filter(each ->
                                minigame == null || each.definition().minigame().equals(minigame))
                        .filter(each -> stage == null || each.stage() == stage)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }

    @Override
    public synchronized List<Tournament> inStage(
            TournamentStage stage,
            long closedUntilMillis,
            @Nullable TournamentPlace after,
            int limit) {
        open.require();
        Page.requireLimit(limit);
        NavigableMap<TournamentPlace, TournamentId> rest =
                after == null ? places : places.tailMap(after, false);
        return found(rest.values())
                .takeWhile(each -> each.definition().closesAtMillis() <= closedUntilMillis)
                .filter(each -> each.stage() == stage)
                .limit(limit)
                .toList();
    }

    private Stream<Tournament> found(Collection<TournamentId> ids) {
        return ids.stream().flatMap(id -> Stream.ofNullable(tournaments.get(id)));
    }

    @Override
    public synchronized SeatOutcome hold(TournamentEntry wanted) {
        open.require();
        TournamentEntry known = stored(wanted.player(), wanted.operationId());
        if (known != null) {
            return new SeatOutcome.Known(shown(known));
        }
        Tournament now = tournaments.get(wanted.tournament());
        Seat seat = new Seat(wanted.tournament(), wanted.player());
        SeatOutcome none = SeatOutcome.whyNot(now, wanted, out.get(seat), taken(seat).size());
        if (none != null || now == null) {
            return none == null ? new SeatOutcome.Unknown() : none;
        }
        Tournament after = now.holding();
        tournaments.put(after.id(), after);
        TournamentEntry held = wanted.numbered(after.lastNumber());
        store(held);
        undecided.add(held);
        return new SeatOutcome.Held(held);
    }

    private void store(TournamentEntry entry) {
        entries.computeIfAbsent(entry.player(), _ -> new HashMap<>())
                .put(entry.operationId(), entry);
        numbers.computeIfAbsent(entry.tournament(), _ -> new TreeMap<>())
                .put(entry.number(), entry);
    }

    private @Nullable TournamentEntry stored(PlayerId player, OperationId operationId) {
        return entries.getOrDefault(player, Map.of()).get(operationId);
    }

    private TournamentEntry shown(TournamentEntry entry) {
        return entry.with(out.get(new Seat(entry.tournament(), entry.player())));
    }

    @Override
    public Optional<EntryStep> confirm(PlayerId player, OperationId operationId) {
        return settle(player, operationId, EntryStep.HELD, EntryStep.CONFIRMED);
    }

    @Override
    public Optional<EntryStep> release(PlayerId player, OperationId operationId) {
        return settle(player, operationId, EntryStep.HELD, EntryStep.RELEASED);
    }

    @Override
    public Optional<EntryStep> refund(PlayerId player, OperationId operationId) {
        return settle(player, operationId, EntryStep.CONFIRMED, EntryStep.REFUNDED);
    }

    private synchronized Optional<EntryStep> settle(
            PlayerId player, OperationId operationId, EntryStep from, EntryStep to) {
        open.require();
        TournamentEntry entry = stored(player, operationId);
        Tournament now = entry == null ? null : tournaments.get(entry.tournament());
        if (entry == null || now == null) {
            return Optional.empty();
        }
        boolean isAllowed = to != EntryStep.REFUNDED || now.stage() == TournamentStage.CANCELLED;
        if (entry.step() != from || !isAllowed) {
            return Optional.of(entry.step());
        }
        tournaments.put(now.id(), now.after(entry, to));
        undecided.remove(entry);
        store(entry.in(to));
        return Optional.of(to);
    }

    @Override
    public synchronized Optional<TournamentEntry> entry(PlayerId player, OperationId operationId) {
        open.require();
        return Optional.ofNullable(stored(player, operationId)).map(this::shown);
    }

    @Override
    public synchronized List<TournamentEntry> entriesOf(TournamentId id, PlayerId player) {
        open.require();
        return taken(new Seat(id, player)).stream().map(this::shown).toList();
    }

    private List<TournamentEntry> taken(Seat seat) {
        return entries.getOrDefault(seat.player(), Map.of()).values().stream()
                .filter(each -> each.tournament().equals(seat.tournament()))
                .filter(each -> each.step() != EntryStep.RELEASED)
                .sorted(BY_NUMBER)
                .toList();
    }

    @Override
    public synchronized Page<TournamentEntry> entries(
            TournamentId id, long afterNumber, int limit) {
        open.require();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                numbered(id).tailMap(afterNumber, false).values().stream()
                        .filter(each -> each.step().isPaid())
                        .limit(limit + 1L)
                        .map(this::shown)
                        .toList(),
                limit);
    }

    private NavigableMap<Long, TournamentEntry> numbered(TournamentId id) {
        NavigableMap<Long, TournamentEntry> mine = numbers.get(id);
        return mine == null ? new TreeMap<>() : mine;
    }

    @Override
    public synchronized Page<TournamentEntry> history(
            PlayerId player, @Nullable TournamentEntry after, int limit) {
        open.require();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                entries.getOrDefault(player, Map.of()).values().stream()
                        .filter(each -> each.step().isPaid())
                        .filter(each -> after == null || LATEST_FIRST.compare(each, after) > 0)
                        .sorted(LATEST_FIRST)
                        .limit(limit + 1L)
                        .map(this::shown)
                        .toList(),
                limit);
    }

    @Override
    public synchronized List<TournamentEntry> held(
            long untilMillis, @Nullable TournamentEntry after, int limit) {
        open.require();
        Page.requireLimit(limit);
        NavigableSet<TournamentEntry> rest =
                after == null ? undecided : undecided.tailSet(after, false);
        return rest.stream()
                .takeWhile(each -> each.untilMillis() <= untilMillis)
                .limit(limit)
                .map(this::shown)
                .toList();
    }

    @Override
    public synchronized List<TournamentEntry> refundable(
            @Nullable TournamentEntry after, int limit) {
        open.require();
        Page.requireLimit(limit);
        return tournaments.values().stream()
                .filter(each -> each.stage() == TournamentStage.CANCELLED)
                .filter(each -> each.entered() > each.refunded())
                .map(Tournament::id)
                .sorted(Comparator.comparing(TournamentId::value))
                .flatMap(id -> numbered(id).values().stream())
                .filter(each -> each.step() == EntryStep.CONFIRMED)
                .filter(each -> after == null || BY_NUMBER.compare(each, after) > 0)
                .limit(limit)
                .map(this::shown)
                .toList();
    }

    @Override
    public synchronized Optional<Disqualification> disqualify(
            TournamentId id, PlayerId player, Disqualification disqualification) {
        open.require();
        Tournament now = tournaments.get(id);
        if (now == null || now.stage() != TournamentStage.PUBLISHED) {
            return Optional.empty();
        }
        Seat seat = new Seat(id, player);
        out.putIfAbsent(seat, disqualification);
        return Optional.ofNullable(out.get(seat));
    }

    @Override
    public synchronized Optional<Disqualification> disqualification(
            TournamentId id, PlayerId player) {
        open.require();
        return Optional.ofNullable(out.get(new Seat(id, player)));
    }

    @Override
    public synchronized Optional<TournamentDecision> cancel(
            TournamentDecision decision, long version) {
        open.require();
        if (!decisions.containsKey(decision.operation())
                && move(decision.tournament(), version, TournamentStage.CANCELLED)) {
            decisions.put(decision.operation(), decision);
        }
        return decision(decision.operation());
    }

    @Override
    public synchronized Optional<TournamentDecision> disqualify(
            TournamentDecision decision, PlayerId player, Disqualification disqualification) {
        open.require();
        TournamentId id = decision.tournament();
        if (!decisions.containsKey(decision.operation())
                && disqualification(id, player).isEmpty()
                && disqualify(id, player, disqualification).isPresent()) {
            decisions.put(decision.operation(), decision);
        }
        return decision(decision.operation());
    }

    @Override
    public synchronized Optional<TournamentDecision> decision(OperationId operation) {
        open.require();
        return Optional.ofNullable(decisions.get(operation));
    }
}
