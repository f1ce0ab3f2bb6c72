package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.RankReceipt;
import com.luckyfunatic.engine.prize.RankingProgress;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plainest final standings: one list of all, looked through for everything. Thread-safe. */
public final class ModelPrizeRuns implements PrizeRuns {
    private static final Comparator<FinalStanding> ORDER =
            Comparator.comparingLong(FinalStanding::closedAtMillis)
                    .thenComparing(each -> each.tournament().value())
                    .reversed();

    private final List<FinalStanding> all = new ArrayList<>();
    private final Set<TournamentId> complete = new HashSet<>();

    private Stream<FinalStanding> of(TournamentId tournament) {
        return all.stream()
                .filter(each -> each.tournament().equals(tournament))
                .sorted(Comparator.comparingLong(FinalStanding::rank));
    }

    @Override
    public synchronized RankingProgress progress(TournamentId tournament) {
        return new RankingProgress(of(tournament).count(), complete.contains(tournament));
    }

    @Override
    public synchronized boolean append(List<FinalStanding> next) {
        Page.requireLimit(next.size());
        FinalStanding first = next.getFirst();
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).rank() != first.rank() + i
                    || !next.get(i).tournament().equals(first.tournament())) {
                throw new IllegalArgumentException("ranks must follow each other");
            }
        }
        RankingProgress now = progress(first.tournament());
        if (now.complete() || now.written() != first.rank() - 1) {
            return false;
        }
        return all.addAll(next);
    }

    @Override
    public synchronized boolean complete(TournamentId tournament, long written) {
        if (progress(tournament).written() != written) {
            return false;
        }
        complete.add(tournament);
        return true;
    }

    @Override
    public synchronized Page<FinalStanding> page(
            TournamentId tournament, long afterRank, int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(
                of(tournament).filter(each -> each.rank() > afterRank).limit(limit + 1L).toList(),
                limit);
    }

    @Override
    public synchronized List<FinalStanding> unpaid(
            TournamentId tournament, long afterRank, long lastRank, int limit) {
        Page.requireLimit(limit);
        return of(tournament)
                .filter(each -> each.rank() > afterRank && each.rank() <= lastRank)
                .filter(each -> each.receipt() == null)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void note(TournamentId tournament, List<RankReceipt> receipts) {
        for (RankReceipt each : receipts) {
            all.replaceAll(standing ->
                    standing.tournament().equals(tournament)
                                    && standing.rank() == each.rank()
                                    && standing.receipt() == null
                            ? standing.with(each.receipt())
                            : standing);
        }
    }

    @Override
    public synchronized Optional<FinalStanding> standing(TournamentId tournament, PlayerId player) {
        return of(tournament).filter(each -> each.player().equals(player)).findFirst();
    }

    @Override
    public synchronized Page<FinalStanding> history(
            PlayerId player, @Nullable FinalStanding after, int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(
                all.stream()
                        .filter(each -> each.player().equals(player))
                        .filter(each -> after == null || ORDER.compare(each, after) > 0)
                        .sorted(ORDER)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }
}
