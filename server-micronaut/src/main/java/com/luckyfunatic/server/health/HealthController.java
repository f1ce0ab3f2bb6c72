package com.luckyfunatic.server.health;

import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
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
@Secured(SecurityRule.IS_ANONYMOUS)
@Tag(name = "operations")
@AnyoneErrors
final class HealthController {
    private static final int RETRY_SECONDS = 1;

    /** Whether the process lives or the game can be played. */
    @Schema(example = "{\"status\": \"ready\"}")
    record Status(String status) {}

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
    Status readiness() throws InterruptedException {
        Map<String, String> obstacles = readiness.obstacles();
        if (!obstacles.isEmpty()) {
            throw ProblemException.retryAfter(
                            ProblemCode.NOT_READY,
                            "not ready: " + String.join(", ", obstacles.keySet()),
                            RETRY_SECONDS)
                    .with(Map.of("checks", obstacles));
        }
        return new Status("ready");
    }
}
