package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.prize.FinalStanding;
import com.luckyfunatic.engine.prize.RankReceipt;
import com.luckyfunatic.engine.prize.RankingProgress;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PrizeRuns;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keepers of final standings that do one thing wrong. */
final class PrizeFaults {
    private PrizeFaults() {}

    abstract static class Broken extends BrokenStorage implements PrizeRuns {
        Broken(PlainStorage right) {
            super(right);
        }

        final PrizeRuns runs() {
            return right.prizeRuns();
        }

        @Override
        public final PrizeRuns prizeRuns() {
            return this;
        }

        @Override
        public RankingProgress progress(TournamentId tournament) {
            return runs().progress(tournament);
        }

        @Override
        public boolean append(List<FinalStanding> next) {
            return runs().append(next);
        }

        @Override
        public boolean complete(TournamentId tournament, long written) {
            return runs().complete(tournament, written);
        }

        @Override
        public Page<FinalStanding> page(TournamentId tournament, long afterRank, int limit) {
            return runs().page(tournament, afterRank, limit);
        }

        @Override
        public List<FinalStanding> unpaid(
                TournamentId tournament, long afterRank, long lastRank, int limit) {
            return runs().unpaid(tournament, afterRank, lastRank, limit);
        }

        @Override
        public void note(TournamentId tournament, List<RankReceipt> receipts) {
            runs().note(tournament, receipts);
        }

        @Override
        public Optional<FinalStanding> standing(TournamentId tournament, PlayerId player) {
            return runs().standing(tournament, player);
        }

        @Override
        public Page<FinalStanding> history(
                PlayerId player, @Nullable FinalStanding after, int limit) {
            return runs().history(player, after, limit);
        }
    }

    /** Looks first and writes then: of two at once, both say that they did. */
    static final class LooksFirst extends Broken {
        LooksFirst(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean append(List<FinalStanding> next) {
            boolean free =
                    !next.isEmpty()
                            && progress(next.getFirst().tournament()).written()
                                    == next.getFirst().rank() - 1;
            meetAnother();
            return runs().append(next) || free;
        }
    }

    /** Writes what comes, wherever others are by then. */
    static final class AppendsAnywhere extends Broken {
        AppendsAnywhere(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean append(List<FinalStanding> next) {
            long written = progress(next.getFirst().tournament()).written();
            long moved = written + 1 - next.getFirst().rank();
            return runs().append(
                            next.stream()
                                    .map(each ->
                                            new FinalStanding(
                                                    each.tournament(),
                                                    each.closedAtMillis(),
                                                    each.rank() + moved,
                                                    each.place(),
                                                    null))
                                    .toList());
        }
    }

    /** Completes whatever is written. */
    static final class CompletesAnything extends Broken {
        CompletesAnything(PlainStorage right) {
            super(right);
        }

        @Override
        public boolean complete(TournamentId tournament, long written) {
            return runs().complete(tournament, progress(tournament).written());
        }
    }

    /** Takes no receipts. */
    static final class NotesNothing extends Broken {
        NotesNothing(PlainStorage right) {
            super(right);
        }

        @Override
        public void note(TournamentId tournament, List<RankReceipt> receipts) {
            // That is the fault.
        }
    }

    /** Tells of what is paid as if it were not. */
    static final class ForgetsPayments extends Broken {
        ForgetsPayments(PlainStorage right) {
            super(right);
        }

        @Override
        public List<FinalStanding> unpaid(
                TournamentId tournament, long afterRank, long lastRank, int limit) {
            return runs().page(tournament, afterRank, limit).items().stream()
                    .filter(each -> each.rank() <= lastRank)
                    .toList();
        }
    }

    /** Goes on one rank too far. */
    static final class SkipsARank extends Broken {
        SkipsARank(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<FinalStanding> page(TournamentId tournament, long afterRank, int limit) {
            return runs().page(tournament, afterRank == 0 ? 0 : afterRank + 1, limit);
        }
    }

    /** Begins each page of a player's where the one before began. */
    static final class NoCursor extends Broken {
        NoCursor(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<FinalStanding> history(
                PlayerId player, @Nullable FinalStanding after, int limit) {
            return runs().history(player, null, limit);
        }
    }
}
