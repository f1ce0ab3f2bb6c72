package com.luckyfunatic.engine.testkit;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What tournaments must do, written plainly: lists that are counted anew each time. */
public final class ModelTournaments implements Tournaments {
    private static final Comparator<TournamentEntry> BY_END =
            Comparator.comparingLong(TournamentEntry::untilMillis)
                    .thenComparing(TournamentEntry::player)
                    .thenComparing(entry -> entry.operationId().value());

    private static final Comparator<TournamentEntry> BY_NUMBER =
            Comparator.comparing((TournamentEntry entry) -> entry.tournament().value())
                    .thenComparingLong(TournamentEntry::number);

    private static final Comparator<TournamentEntry> LATEST_FIRST =
            Comparator.comparingLong(TournamentEntry::atMillis).thenComparing(BY_NUMBER).reversed();

    private final List<Tournament> tournaments = new ArrayList<>();
    private final List<TournamentEntry> all = new ArrayList<>();
    private final Map<Seat, Disqualification> out = new HashMap<>();
    private final Map<OperationId, TournamentDecision> decisions = new HashMap<>();

    private record Seat(TournamentId tournament, PlayerId player) {}

    @Override
    public synchronized boolean create(TournamentDefinition draft) {
        return find(draft.id()).isEmpty() && tournaments.add(Tournament.draft(draft));
    }

    @Override
    public synchronized boolean redefine(TournamentDefinition changed, long version) {
        Tournament now = find(changed.id()).orElse(null);
        return now != null
                && now.version() == version
                && now.stage() == TournamentStage.DRAFT
                && put(now.with(changed));
    }

    @Override
    public synchronized boolean move(TournamentId id, long version, TournamentStage next) {
        Tournament now = find(id).orElse(null);
        return now != null
                && now.version() == version
                && now.stage().canBecome(next)
                && (next != TournamentStage.RANKED || now.held() == 0)
                && put(now.in(next));
    }

    private boolean put(Tournament changed) {
        tournaments.removeIf(each -> each.id().equals(changed.id()));
        return tournaments.add(changed);
    }

    @Override
    public synchronized Optional<Tournament> find(TournamentId id) {
        return tournaments.stream()
                .filter(each -> each.id().equals(id))
                .map(this::counted)
                .findFirst();
    }

    private Tournament counted(Tournament tournament) {
        List<TournamentEntry> mine = entries(each -> each.tournament().equals(tournament.id()));
        List<TournamentEntry> paid = mine.stream().filter(each -> each.step().isPaid()).toList();
        return new Tournament(
                tournament.definition(),
                tournament.stage(),
                tournament.version(),
                mine.size(),
                mine.stream().filter(each -> each.step() == EntryStep.HELD).count(),
                paid.size(),
                mine.stream().filter(each -> each.step() == EntryStep.REFUNDED).count(),
                paid.stream().mapToLong(TournamentEntry::fee).sum());
    }

    @Override
    public synchronized Page<Tournament> page(
            @Nullable MinigameId minigame,
            @Nullable TournamentStage stage,
            @Nullable TournamentPlace after,
            int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(
                tournaments.stream()
                        .filter(each -> each.stage() != TournamentStage.DRAFT)
                        .filter(each ->
                                minigame == null || each.definition().minigame().equals(minigame))
                        .filter(each -> stage == null || each.stage() == stage)
                        .filter(each -> after == null || each.place().compareTo(after) < 0)
                        .sorted(Comparator.comparing(Tournament::place).reversed())
                        .limit(limit + 1L)
                        .map(this::counted)
                        .toList(),
                limit);
    }

    @Override
    public synchronized List<Tournament> inStage(
            TournamentStage stage,
            long closedUntilMillis,
            @Nullable TournamentPlace after,
            int limit) {
        Page.requireLimit(limit);
        return tournaments.stream()
                .filter(each -> each.stage() == stage)
                .filter(each -> each.definition().closesAtMillis() <= closedUntilMillis)
                .filter(each -> after == null || each.place().compareTo(after) > 0)
                .sorted(Comparator.comparing(Tournament::place))
                .limit(limit)
                .map(this::counted)
                .toList();
    }

    @Override
    public synchronized SeatOutcome hold(TournamentEntry wanted) {
        Optional<TournamentEntry> known = entry(wanted.player(), wanted.operationId());
        if (known.isPresent()) {
            return new SeatOutcome.Known(known.get());
        }
        Tournament now = find(wanted.tournament()).orElse(null);
        int before = entriesOf(wanted.tournament(), wanted.player()).size();
        Disqualification gone = disqualification(wanted.tournament(), wanted.player()).orElse(null);
        SeatOutcome none = SeatOutcome.whyNot(now, wanted, gone, before);
        if (none != null || now == null) {
            return none == null ? new SeatOutcome.Unknown() : none;
        }
        TournamentEntry held = wanted.numbered(now.lastNumber() + 1);
        all.add(held);
        return new SeatOutcome.Held(held);
    }

    @Override
    public synchronized Optional<EntryStep> confirm(PlayerId player, OperationId operationId) {
        return settle(player, operationId, EntryStep.HELD, EntryStep.CONFIRMED);
    }

    @Override
    public synchronized Optional<EntryStep> release(PlayerId player, OperationId operationId) {
        return settle(player, operationId, EntryStep.HELD, EntryStep.RELEASED);
    }

    @Override
    public synchronized Optional<EntryStep> refund(PlayerId player, OperationId operationId) {
        return settle(player, operationId, EntryStep.CONFIRMED, EntryStep.REFUNDED);
    }

    private Optional<EntryStep> settle(
            PlayerId player, OperationId operationId, EntryStep from, EntryStep to) {
        TournamentEntry now = entry(player, operationId).orElse(null);
        if (now == null) {
            return Optional.empty();
        }
        boolean isAllowed = to != EntryStep.REFUNDED || isCancelled(now.tournament());
        if (now.step() == from && isAllowed) {
            all.replaceAll(each -> isUnder(each, player, operationId) ? each.in(to) : each);
        }
        return entry(player, operationId).map(TournamentEntry::step);
    }

    private boolean isCancelled(TournamentId id) {
        return find(id).orElseThrow().stage() == TournamentStage.CANCELLED;
    }

    private static boolean isUnder(
            TournamentEntry entry, PlayerId player, OperationId operationId) {
        return entry.player().equals(player) && entry.operationId().equals(operationId);
    }

    @Override
    public synchronized Optional<TournamentEntry> entry(PlayerId player, OperationId operationId) {
        return entries(each -> isUnder(each, player, operationId)).stream().findFirst();
    }

    @Override
    public synchronized List<TournamentEntry> entriesOf(TournamentId id, PlayerId player) {
        return entries(each ->
                each.tournament().equals(id)
                        && each.player().equals(player)
                        && each.step() != EntryStep.RELEASED);
    }

    @Override
    public synchronized Page<TournamentEntry> entries(
            TournamentId id, long afterNumber, int limit) {
        Page.requireLimit(limit);
        Stream<TournamentEntry> rest =
                entries(each ->
                        each.tournament().equals(id)
                                && each.step().isPaid()
                                && each.number() > afterNumber)
                        .stream();
        return Page.ofOneMore(rest.limit(limit + 1L).toList(), limit);
    }

    @Override
    public synchronized Page<TournamentEntry> history(
            PlayerId player, @Nullable TournamentEntry after, int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(
                entries(each -> each.player().equals(player) && each.step().isPaid()).stream()
                        .sorted(LATEST_FIRST)
                        .filter(each -> after == null || LATEST_FIRST.compare(each, after) > 0)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }

    @Override
    public synchronized List<TournamentEntry> held(
            long untilMillis, @Nullable TournamentEntry after, int limit) {
        Page.requireLimit(limit);
        return entries(each -> each.step() == EntryStep.HELD && each.untilMillis() <= untilMillis)
                .stream()
                .sorted(BY_END)
                .filter(each -> after == null || BY_END.compare(each, after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<TournamentEntry> refundable(
            @Nullable TournamentEntry after, int limit) {
        Page.requireLimit(limit);
        return entries(each -> each.step() == EntryStep.CONFIRMED && isCancelled(each.tournament()))
                .stream()
                .sorted(BY_NUMBER)
                .filter(each -> after == null || BY_NUMBER.compare(each, after) > 0)
                .limit(limit)
                .toList();
    }

    private List<TournamentEntry> entries(Predicate<TournamentEntry> wanted) {
        return all.stream()
                .filter(wanted)
                .map(each -> each.with(out.get(new Seat(each.tournament(), each.player()))))
                .toList();
    }

    @Override
    public synchronized Optional<Disqualification> disqualify(
            TournamentId id, PlayerId player, Disqualification disqualification) {
        Tournament now = find(id).orElse(null);
        if (now == null || now.stage() != TournamentStage.PUBLISHED) {
            return Optional.empty();
        }
        out.putIfAbsent(new Seat(id, player), disqualification);
        return disqualification(id, player);
    }

    @Override
    public synchronized Optional<Disqualification> disqualification(
            TournamentId id, PlayerId player) {
        return Optional.ofNullable(out.get(new Seat(id, player)));
    }

    @Override
    public synchronized Optional<TournamentDecision> cancel(
            TournamentDecision decision, long version) {
        if (!decisions.containsKey(decision.operation())
                && move(decision.tournament(), version, TournamentStage.CANCELLED)) {
            decisions.put(decision.operation(), decision);
        }
        return decision(decision.operation());
    }

    @Override
    public synchronized Optional<TournamentDecision> disqualify(
            TournamentDecision decision, PlayerId player, Disqualification disqualification) {
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
        return Optional.ofNullable(decisions.get(operation));
    }
}
