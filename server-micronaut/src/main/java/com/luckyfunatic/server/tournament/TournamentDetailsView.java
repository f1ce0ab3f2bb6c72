package com.luckyfunatic.server.tournament;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.luckyfunatic.engine.requirement.Requirements;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentEntry;
import com.luckyfunatic.server.operation.PlayerReads;
import com.luckyfunatic.server.view.RequirementView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A tournament as a player sees it.
 *
 * @param tournament what everybody sees
 * @param myEntries how often the player has entered
 * @param isDisqualified whether the player was taken out of it
 * @param requirements what a player must have to enter, and whether this one has
 */
@Schema(example = "{" + TournamentDetailsView.MEMBERS + "}")
public record TournamentDetailsView(
        @JsonUnwrapped TournamentView tournament,
        int myEntries,
        boolean isDisqualified,
        List<RequirementView> requirements) {
    static final String MEMBERS =
            TournamentView.MEMBERS
                    + ", \"myEntries\": 1, \"isDisqualified\": false, \"requirements\": [{\"type\":"
                    + " \"rank\", \"rank\": 2, \"isMissing\": false}]";

    static TournamentDetailsView of(
            Tournament tournament,
            List<TournamentEntry> mine,
            boolean isDisqualified,
            PlayerReads.Snapshot seen) {
        var requirements = tournament.definition().requirements();
        return new TournamentDetailsView(
                TournamentView.of(tournament, seen.context().nowMillis()),
                Math.toIntExact(mine.stream().filter(each -> each.step().isPaid()).count()),
                isDisqualified,
                RequirementView.of(
                        requirements,
                        Requirements.missing(seen.state(), requirements),
                        seen.context().catalog()));
    }
}
