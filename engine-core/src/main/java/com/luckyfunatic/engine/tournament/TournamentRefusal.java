package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/**
 * Why a player does not enter a tournament; checked in the order of this file, and then whether the
 * player can pay.
 */
public sealed interface TournamentRefusal extends Refusal {
    /** There is no such tournament. */
    record UnknownTournament(TournamentId tournament) implements TournamentRefusal {
        @Override
        public String code() {
            return "unknown_tournament";
        }
    }

    /**
     * It does not take entries at this time, or not at all any more.
     *
     * @param opensAtMillis when it opens or has opened, epoch milliseconds
     * @param closesAtMillis when it closes or has closed, epoch milliseconds
     * @param cancelled whether it does not take place
     */
    record TournamentNotOpen(
            TournamentId tournament, long opensAtMillis, long closesAtMillis, boolean cancelled)
            implements TournamentRefusal {
        @Override
        public String code() {
            return "tournament_not_open";
        }
    }

    /** Requirements are not met. */
    record TournamentRequirementsNotMet(List<Requirement> missing) implements TournamentRefusal {
        @Override
        public String code() {
            return "requirements_not_met";
        }
    }

    /** The fee is not what the player saw. */
    record TournamentFeeChanged(long expected, long actual) implements TournamentRefusal {
        @Override
        public String code() {
            return "price_changed";
        }
    }

    /** The player was taken out of it. */
    record PlayerDisqualified(TournamentId tournament) implements TournamentRefusal {
        @Override
        public String code() {
            return "disqualified";
        }
    }

    /**
     * The player has entered as often as can be, or is just paying for that.
     *
     * @param limit how often a player can
     */
    record EntryLimitReached(int limit) implements TournamentRefusal {
        @Override
        public String code() {
            return "already_entered";
        }
    }

    /**
     * All seats are taken; one comes back when somebody cannot pay.
     *
     * @param seats how many there are
     */
    record TournamentFull(int seats) implements TournamentRefusal {
        @Override
        public String code() {
            return "tournament_full";
        }
    }

    /** Returns that {@code tournament} does not take entries. */
    static TournamentNotOpen notOpen(Tournament tournament) {
        return new TournamentNotOpen(
                tournament.id(),
                tournament.definition().opensAtMillis(),
                tournament.definition().closesAtMillis(),
                tournament.stage() == TournamentStage.CANCELLED);
    }
}
