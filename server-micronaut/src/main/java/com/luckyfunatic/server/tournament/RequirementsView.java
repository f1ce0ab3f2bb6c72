package com.luckyfunatic.server.tournament;

import com.luckyfunatic.server.view.RequirementView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a player must have to enter a tournament.
 *
 * @param requirements every condition, and whether the player meets it
 * @param isMet whether the player meets all of them
 */
@Schema(
        example =
                "{\"requirements\": [{\"type\": \"rank\", \"rank\": 2, \"isMissing\": false}],"
                        + " \"isMet\": true}")
public record RequirementsView(List<RequirementView> requirements, boolean isMet) {}
