package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.ExitCodes;
import com.luckyfunatic.admin.StorageCommand;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentPlans;

/** A command that changes a tournament, and shows what it is then. */
abstract class PlanCommand extends StorageCommand {
    /** Tells what came of a plan; returns the exit code. */
    final int tell(TournamentPlans.Outcome outcome) {
        return switch (outcome) {
            case TournamentPlans.Outcome.Done(Tournament tournament) -> show(tournament);
            case TournamentPlans.Outcome.Invalid(var problems) -> {
                problems.forEach(each -> complain(each.field() + ": " + each.reason()));
                yield ExitCodes.PROBLEMS;
            }
            case TournamentPlans.Outcome.NameTaken _ ->
                    refuse("There is a tournament of that name already.");
            case TournamentPlans.Outcome.Unknown _ -> refuse("There is no such tournament.");
            case TournamentPlans.Outcome.Conflict(Tournament tournament) ->
                    refuse(
                            "It is "
                                    + TournamentView.word(tournament.stage())
                                    + ", at version "
                                    + tournament.version()
                                    + ", by now.");
        };
    }

    private int show(Tournament tournament) {
        tell(TournamentView.shown(tournament, isJson()));
        return ExitCodes.OK;
    }
}
