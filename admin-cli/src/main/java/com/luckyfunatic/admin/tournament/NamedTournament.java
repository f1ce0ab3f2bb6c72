package com.luckyfunatic.admin.tournament;

import com.luckyfunatic.admin.server.PlanExchange;
import com.luckyfunatic.admin.server.SupportClient;
import com.luckyfunatic.engine.tournament.TournamentId;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Which tournament is meant. */
final class NamedTournament implements PlanExchange.Subject {
    @Parameters(index = "0", paramLabel = "ID", description = "The tournament's name.")
    private String name;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    NamedTournament() {}

    @Override
    public String path(SupportClient client) {
        return "tournaments/" + SupportClient.part(name);
    }

    /**
     * Returns its name.
     *
     * @throws ParameterException when it can be none
     */
    TournamentId id(CommandSpec spec) {
        try {
            return new TournamentId(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage() + ".", e);
        }
    }
}
