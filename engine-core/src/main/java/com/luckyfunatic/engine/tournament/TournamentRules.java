package com.luckyfunatic.engine.tournament;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.requirement.Requirements;
import com.luckyfunatic.engine.tournament.TournamentEvent.TournamentEntered;
import com.luckyfunatic.engine.tournament.TournamentEvent.TournamentRefunded;
import com.luckyfunatic.engine.tournament.TournamentResult.EntryPaid;
import com.luckyfunatic.engine.wallet.WalletRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of taking part in tournaments. Pure. */
public final class TournamentRules {
    private TournamentRules() {}

    /** Decides a command on a player's part in tournaments. */
    public static Decision decide(PlayerState state, TournamentCommand command) {
        return switch (command) {
            case TournamentCommand.Enter enter -> enter(state, enter);
            case TournamentCommand.Refund refund -> refund(state, refund);
        };
    }

    private static Decision enter(PlayerState state, TournamentCommand.Enter enter) {
        Refusal poor = WalletRules.whyNotPayable(state.wallet(), enter.currency(), enter.fee());
        return poor == null
                ? Decision.accepted(
                        new EntryPaid(enter.tournament(), enter.currency(), enter.fee()),
                        new TournamentEntered(enter.tournament(), enter.currency(), enter.fee()))
                : Decision.refused(poor);
    }

    /** Never refused: there is nobody else to keep it. */
    private static Decision refund(PlayerState state, TournamentCommand.Refund refund) {
        long fits = Amounts.creditable(state.wallet().balance(refund.currency()), refund.amount());
        return Decision.accepted(
                Result.Done.DONE,
                new TournamentRefunded(
                        refund.tournament(), refund.currency(), fits, refund.amount() - fits));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, TournamentEvent event) {
        return switch (event) {
            case TournamentEntered entered ->
                    state.change()
                            .wallet(state.wallet().change(entered.currency(), -entered.fee()))
                            .tournaments(state.tournaments().andOneMore())
                            .done();
            // Not earned by play: ranks do not count it.
            case TournamentRefunded back ->
                    state.with(state.wallet().change(back.currency(), back.paid()));
        };
    }

    /**
     * Returns why a player cannot ask for a seat, which is not reason enough to look for one; null
     * when the player can. Limits and seats are not looked at, the store counts them.
     *
     * @param tournament as it is stored; null for none
     * @param expectedFee what the player saw that it costs
     */
    static @Nullable Refusal whyNot(
            @Nullable Tournament tournament,
            TournamentId id,
            PlayerState state,
            long expectedFee,
            long nowMillis) {
        if (tournament == null || tournament.stage() == TournamentStage.DRAFT) {
            return new TournamentRefusal.UnknownTournament(id);
        }
        TournamentDefinition definition = tournament.definition();
        if (!tournament.isOpen(nowMillis)) {
            return TournamentRefusal.notOpen(tournament);
        }
        List<Requirement> missing = Requirements.missing(state, definition.requirements());
        if (!missing.isEmpty()) {
            return new TournamentRefusal.TournamentRequirementsNotMet(missing);
        }
        return expectedFee == definition.entryFee()
                ? null
                : new TournamentRefusal.TournamentFeeChanged(expectedFee, definition.entryFee());
    }
}
