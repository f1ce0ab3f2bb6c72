package com.luckyfunatic.server.hello;

import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers without doing anything: same filters, same thread, same JSON and about the same size as a
 * tap, so that load tests can tell the game's cost from the stack's.
 */
@Controller("/public/hello")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "operations")
@AnyoneErrors
final class HelloController {
    /** A body like that of a tap. */
    record HelloRequest(int taps, @Nullable Long sequence) {}

    /** An answer like that to a tap. */
    @Schema(
            example =
                    """
                    {"accepted": 5, "energy": {"name": "energy", "balance": 5, "max": 1000, "perSecond": 3, "until": null},
                     "funz": {"name": "funz", "balance": 5, "max": 1000, "perSecond": 3, "until": null},
                     "boosters": [], "greeting": "hello"}
                    """)
    record Hello(int accepted, Gauge energy, Gauge funz, List<Gauge> boosters, String greeting) {
        /** Some numbers. */
        record Gauge(String name, long balance, long max, long perSecond, @Nullable String until) {}

        static Hello of(int accepted) {
            return new Hello(
                    accepted,
                    gauge("energy", accepted),
                    gauge("funz", accepted),
                    List.of(
                            gauge("funz_drop", 1),
                            gauge("energy_refill", 2),
                            gauge("power_tap", 3),
                            gauge("frenzy", 4)),
                    "hello");
        }

        private static Gauge gauge(String name, long balance) {
            return new Gauge(name, balance, 1000, 3, null);
        }
    }

    private final InstantSource clock;

    HelloController(InstantSource clock) {
        this.clock = clock;
    }

    @Get
    @Operation(operationId = "getHello", summary = "A yardstick for load tests: reads nothing")
    Envelope<Hello> hello() {
        return Envelope.of(Hello.of(0), clock.millis());
    }

    @Post
    @Operation(operationId = "postHello", summary = "A yardstick for load tests: changes nothing")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    Envelope<Hello> hello(@Body HelloRequest request) {
        return Envelope.of(Hello.of(request.taps()), clock.millis());
    }
}
