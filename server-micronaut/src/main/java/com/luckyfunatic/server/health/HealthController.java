package com.luckyfunatic.server.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.limit.NeverShed;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;

/** What load balancers and supervisors ask. */
@Controller
@NeverShed
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "operations")
@AnyoneErrors
final class HealthController {
    private static final int RETRY_SECONDS = 1;

    /** Whether the process lives. */
    @Schema(example = "{\"status\": \"up\"}")
    record Status(String status) {}

    /**
     * Whether the game can be played: {@code ready}, or {@code degraded} when something is away
     * without which some of it goes on.
     *
     * @param checks what is away; left out when nothing is
     */
    @Schema(
            example =
                    "{\"status\": \"degraded\", \"checks\": {\"mysql\": {\"status\": \"away\","
                            + " \"since\": \"2026-01-02T03:04:05.678Z\"}}}")
    record Ready(
            String status,
            @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED)
                    @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    Map<String, Obstacle> checks) {}

    private final Readiness readiness;

    HealthController(Readiness readiness) {
        this.readiness = readiness;
    }

    @Get("/healthz")
    @Operation(operationId = "getHealth", summary = "Whether the process lives")
    Status health() {
        return new Status("up");
    }

    @Get("/readyz")
    @ExecuteOn(TaskExecutors.BLOCKING)
    @Operation(operationId = "getReadiness", summary = "Whether the game can be played here")
    Ready readiness() throws InterruptedException {
        Map<String, Obstacle> obstacles = readiness.obstacles();
        if (obstacles.values().stream().anyMatch(Obstacle::essential)) {
            throw ProblemException.retryAfter(
                            ProblemCode.NOT_READY,
                            "not ready: " + String.join(", ", obstacles.keySet()),
                            RETRY_SECONDS)
                    .with(Map.of("checks", obstacles));
        }
        return new Ready(obstacles.isEmpty() ? "ready" : "degraded", obstacles);
    }
}
