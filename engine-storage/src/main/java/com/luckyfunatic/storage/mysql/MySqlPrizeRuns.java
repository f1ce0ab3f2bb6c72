package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.RankReceipt;
import com.luckyfunatic.engine.prize.RankingProgress;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.storage.codec.RankRuns;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code final_ranking} and {@code final_standing}. Whatever writes standings changes
 * the ranking's row first, so others wait there. Every transaction may be done twice: the second
 * time others seem to have written the page, and the caller looks how far it is. Thread-safe.
 */
final class MySqlPrizeRuns implements PrizeRuns {
    private final Transactions transactions;

    MySqlPrizeRuns(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public RankingProgress progress(TournamentId tournament) {
        return transactions.run(connection -> PrizeRows.progress(connection, tournament));
    }

    @Override
    public boolean append(List<FinalStanding> next) {
        RankRuns.require(next);
        TournamentId tournament = next.getFirst().tournament();
        long from = next.getFirst().rank() - 1;
        return transactions.run(connection -> {
            if (from == 0) {
                PrizeRows.begin(connection, tournament);
            }
            if (!PrizeRows.advance(connection, tournament, from, from + next.size())) {
                return false;
            }
            PrizeRows.insert(connection, next);
            return true;
        });
    }

    @Override
    public boolean complete(TournamentId tournament, long written) {
        return transactions.run(connection -> {
            if (written == 0) {
                PrizeRows.begin(connection, tournament);
            }
            PrizeRows.complete(connection, tournament, written);
            return PrizeRows.progress(connection, tournament)
                    .equals(new RankingProgress(written, true));
        });
    }

    @Override
    public Page<FinalStanding> page(TournamentId tournament, long afterRank, int limit) {
        Page.requireLimit(limit);
        return transactions.run(connection ->
                Page.ofOneMore(
                        PrizeRows.page(connection, tournament, afterRank, limit + 1), limit));
    }

    @Override
    public List<FinalStanding> unpaid(
            TournamentId tournament, long afterRank, long lastRank, int limit) {
        Page.requireLimit(limit);
        return transactions.run(
                connection -> PrizeRows.unpaid(connection, tournament, afterRank, lastRank, limit));
    }

    @Override
    public void note(TournamentId tournament, List<RankReceipt> receipts) {
        // In one order, whoever notes them: else two could wait for each other.
        List<RankReceipt> ordered =
                receipts.stream().sorted(Comparator.comparingLong(RankReceipt::rank)).toList();
        if (!ordered.isEmpty()) {
            transactions.runVoid(connection -> PrizeRows.note(connection, tournament, ordered));
        }
    }

    @Override
    public Optional<FinalStanding> standing(TournamentId tournament, PlayerId player) {
        return transactions.run(connection ->
                PrizeRows.standing(connection, tournament, player).stream().findFirst());
    }

    @Override
    public Page<FinalStanding> history(PlayerId player, @Nullable FinalStanding after, int limit) {
        Page.requireLimit(limit);
        return transactions.run(connection ->
                Page.ofOneMore(PrizeRows.history(connection, player, after, limit + 1), limit));
    }
}
