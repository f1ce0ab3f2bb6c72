package com.luckyfunatic.admin.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.server.PlanText;
import com.luckyfunatic.admin.server.SupportClient;
import java.util.OptionalInt;
import picocli.CommandLine.Parameters;

/** A command on a plan that was made. */
abstract class PlanStep extends ServerCommand {
    @Parameters(index = "0", paramLabel = "PLAN", description = "The plan's name.")
    private String plan;

    @SuppressWarnings("NullAway.Init") // picocli sets it
    PlanStep() {}

    @Override
    public String forPeople(JsonNode data, OptionalInt columns) {
        return PlanText.of(data, columns);
    }

    /** Returns the plan's address. */
    final String path() {
        return "plans/" + SupportClient.part(plan);
    }
}
