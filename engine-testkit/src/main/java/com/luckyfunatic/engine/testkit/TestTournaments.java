package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.leaderboard.Scoring;
import com.luckyfunatic.engine.leaderboard.ScoringDirection;
import com.luckyfunatic.engine.leaderboard.ScoringMethod;
import com.luckyfunatic.engine.minigame.MinigameId;
import com.luckyfunatic.engine.prize.PrizeKind;
import com.luckyfunatic.engine.prize.PrizeRange;
import com.luckyfunatic.engine.prize.PrizeTable;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.tournament.TournamentDefinition;
import com.luckyfunatic.engine.tournament.TournamentId;
import java.util.List;
import java.util.UUID;

/** Tournaments for tests, with names that no other has. */
public final class TestTournaments {
    private TestTournaments() {}

    /** Returns a name that nobody has used. */
    public static TournamentId unusedId() {
        return new TournamentId("cup_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** A tournament in the making; immutable. */
    public record Sketch(
            TournamentId id,
            MinigameId minigame,
            long opensAtMillis,
            long closesAtMillis,
            long fee,
            int entriesPerPlayer,
            int seats,
            List<Requirement> requirements) {
        /** Returns it with an entry fee. */
        public Sketch fee(long newFee) {
            return new Sketch(
                    id,
                    minigame,
                    opensAtMillis,
                    closesAtMillis,
                    newFee,
                    entriesPerPlayer,
                    seats,
                    requirements);
        }

        /** Returns it with so many entries for a player and seats for all; 0 seats for no limit. */
        public Sketch seats(int newEntriesPerPlayer, int newSeats) {
            return new Sketch(
                    id,
                    minigame,
                    opensAtMillis,
                    closesAtMillis,
                    fee,
                    newEntriesPerPlayer,
                    newSeats,
                    requirements);
        }

        /** Returns it as one of another game. */
        public Sketch minigame(MinigameId other) {
            return new Sketch(
                    id,
                    other,
                    opensAtMillis,
                    closesAtMillis,
                    fee,
                    entriesPerPlayer,
                    seats,
                    requirements);
        }

        /** Returns it for those who meet requirements. */
        public Sketch requiring(Requirement... more) {
            return new Sketch(
                    id,
                    minigame,
                    opensAtMillis,
                    closesAtMillis,
                    fee,
                    entriesPerPlayer,
                    seats,
                    List.of(more));
        }

        /**
         * Returns the definition; the winner gets half of the pool, which is what was collected.
         */
        public TournamentDefinition done() {
            return new TournamentDefinition(
                    id,
                    "Cup",
                    minigame,
                    opensAtMillis,
                    closesAtMillis,
                    new Scoring(ScoringMethod.BEST, ScoringDirection.HIGHER),
                    Currency.FUNZ,
                    fee,
                    entriesPerPlayer,
                    seats,
                    requirements,
                    new PrizeTable(
                            Currency.FUNZ,
                            0,
                            0,
                            PrizeKind.SHARES,
                            List.of(new PrizeRange(1, 1, 5_000))));
        }
    }

    /** A free one, for everybody once. */
    public static Sketch between(long opensAtMillis, long closesAtMillis) {
        return new Sketch(
                unusedId(),
                new MinigameId("stars"),
                opensAtMillis,
                closesAtMillis,
                0,
                1,
                TournamentDefinition.UNLIMITED,
                List.of());
    }
}
