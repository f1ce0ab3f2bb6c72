package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.RankReceipt;
import com.luckyfunatic.engine.prize.RankingProgress;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.codec.RankRuns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Final standings in lists, under one lock. Thread-safe. */
final class MemoryPrizeRuns implements PrizeRuns {
    private static final Comparator<FinalStanding> LATEST_FIRST =
            Comparator.comparingLong(FinalStanding::closedAtMillis)
                    .thenComparing(each -> each.tournament().value())
                    .reversed();

    private static final class Ranking {
        final List<FinalStanding> standings = new ArrayList<>();
        boolean complete;
    }

    private final Map<TournamentId, Ranking> rankings = new HashMap<>();
    private final Map<PlayerId, Map<TournamentId, Long>> ranks = new HashMap<>();
    private final OpenState open;

    MemoryPrizeRuns(OpenState open) {
        this.open = open;
    }

    @Override
    public synchronized RankingProgress progress(TournamentId tournament) {
        Ranking ranking = ranking(tournament);
        return new RankingProgress(ranking.standings.size(), ranking.complete);
    }

    private Ranking ranking(TournamentId tournament) {
        open.require();
        Ranking known = rankings.get(tournament);
        return known == null ? new Ranking() : known;
    }

    /** Returns the one to write to. */
    private Ranking written(TournamentId tournament) {
        open.require();
        return rankings.computeIfAbsent(tournament, _ -> new Ranking());
    }

    @Override
    public synchronized boolean append(List<FinalStanding> next) {
        RankRuns.require(next);
        Ranking ranking = written(next.getFirst().tournament());
        if (ranking.complete || ranking.standings.size() != next.getFirst().rank() - 1) {
            return false;
        }
        for (FinalStanding each : next) {
            ranking.standings.add(each);
            ranks.computeIfAbsent(each.player(), _ -> new HashMap<>())
                    .put(each.tournament(), each.rank());
        }
        return true;
    }

    @Override
    public synchronized boolean complete(TournamentId tournament, long written) {
        Ranking ranking = written(tournament);
        if (ranking.standings.size() != written) {
            return false;
        }
        ranking.complete = true;
        return true;
    }

    @Override
    public synchronized Page<FinalStanding> page(
            TournamentId tournament, long afterRank, int limit) {
        Page.requireLimit(limit);
        return Page.ofOneMore(range(tournament, afterRank, afterRank + limit + 1), limit);
    }

    @Override
    public synchronized List<FinalStanding> unpaid(
            TournamentId tournament, long afterRank, long lastRank, int limit) {
        Page.requireLimit(limit);
        return range(tournament, afterRank, lastRank).stream()
                .filter(each -> each.receipt() == null)
                .limit(limit)
                .toList();
    }

    /** Returns the standings behind {@code after}, up to {@code last}. */
    private List<FinalStanding> range(TournamentId tournament, long after, long last) {
        List<FinalStanding> all = ranking(tournament).standings;
        int to = Math.clamp(last, 0, all.size());
        return all.subList(Math.clamp(after, 0, to), to);
    }

    @Override
    public synchronized void note(TournamentId tournament, List<RankReceipt> receipts) {
        List<FinalStanding> all = ranking(tournament).standings;
        for (RankReceipt each : receipts) {
            if (each.rank() <= all.size()) {
                int index = (int) each.rank() - 1;
                FinalStanding before = all.get(index);
                if (before.receipt() == null) {
                    all.set(index, before.with(each.receipt()));
                }
            }
        }
    }

    @Override
    public synchronized Optional<FinalStanding> standing(TournamentId tournament, PlayerId player) {
        Ranking ranking = ranking(tournament);
        return Optional.ofNullable(ranks.getOrDefault(player, Map.of()).get(tournament))
                .map(rank -> ranking.standings.get((int) (rank - 1)));
    }

    @Override
    public synchronized Page<FinalStanding> history(
            PlayerId player, @Nullable FinalStanding after, int limit) {
        open.require();
        Page.requireLimit(limit);
        return Page.ofOneMore(
                ranks.getOrDefault(player, Map.of()).keySet().stream()
                        .flatMap(each -> standing(each, player).stream())
                        .filter(each -> after == null || LATEST_FIRST.compare(each, after) > 0)
                        .sorted(LATEST_FIRST)
                        .limit(limit + 1L)
                        .toList(),
                limit);
    }
}
