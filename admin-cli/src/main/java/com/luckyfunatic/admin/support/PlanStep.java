package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import picocli.CommandLine.Parameters;

/** A command on a plan that was made. */
abstract class PlanStep extends ServerCommand {
    @Parameters(index = "0", paramLabel = "PLAN", description = "The plan's name.")
    private String plan;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    PlanStep() {}

    @Override
    String forPeople(JsonNode data) {
        return PlanText.of(data);
    }

    /** Returns the plan's address. */
    final String path() {
        return "plans/" + SupportClient.part(plan);
    }
}
