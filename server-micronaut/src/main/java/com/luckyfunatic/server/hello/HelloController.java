package com.luckyfunatic.server.hello;

import com.luckyfunatic.server.api.Envelope;
import com.luckyfunatic.server.openapi.AnyoneErrors;
import com.luckyfunatic.server.openapi.BodyErrors;
import com.luckyfunatic.server.operation.Fields;
import io.micronaut.context.annotation.Requires;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers without doing anything: same filters, same thread, same JSON and about the same size as a
 * tap, or as many rows as somebody asks for who compares it with a longer answer. So load tests can
 * tell the game's cost from the stack's. Not there in production unless asked for: nobody needs an
 * answer of 3 KB for nothing.
 */
@Controller("/public/hello")
@Requires(condition = YardstickOffered.class)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "operations")
@AnyoneErrors
final class HelloController {
    /**
     * A body like that of a tap.
     *
     * @param rows how many the answer has; those of a tap when it is left out
     */
    record HelloRequest(
            int taps,
            @Nullable Long sequence,
            @Schema(minimum = "1", maximum = "32", defaultValue = "9", example = "9")
                    @Nullable Integer rows) {
        int rowsOfAnswer() {
            return rows == null ? Hello.ROWS : Fields.count("rows", rows, Hello.ROWS_MAX);
        }
    }

    /** An answer like that to a tap: a little about the player, then a long list of boosters. */
    @Schema(example = "{\"accepted\": 5, \"greeting\": \"hello\", \"rows\": []}")
    record Hello(int accepted, String greeting, List<Row> rows) {
        /** Something with as many members as a booster. */
        record Row(
                String type,
                String name,
                String description,
                long price,
                String currency,
                boolean isActive,
                @Nullable String activeUntil,
                long cooldownLeft,
                long cooldownLeftMs,
                int usagesLeft,
                int level,
                int maxLevel,
                boolean isAvailable,
                String effect,
                long magnitude,
                long durationMs,
                long cooldownMs) {}

        static final int ROWS = 9;
        static final int ROWS_MAX = 32;

        static Hello of(int accepted, int rows) {
            return new Hello(
                    accepted,
                    "hello",
                    IntStream.range(0, rows).mapToObj(number -> row(number, accepted)).toList());
        }

        private static Row row(int number, int accepted) {
            return new Row(
                    "yardstick",
                    "Yardstick",
                    "As long as the description of a booster usually is.",
                    number,
                    "funz",
                    false,
                    null,
                    accepted,
                    accepted * 1000L,
                    3,
                    number,
                    10,
                    true,
                    "nothing_at_all",
                    50_000,
                    20_000,
                    600_000);
        }
    }

    private final InstantSource clock;

    HelloController(InstantSource clock) {
        this.clock = clock;
    }

    @Get
    @Operation(operationId = "getHello", summary = "A yardstick for load tests: reads nothing")
    Envelope<Hello> hello() {
        return Envelope.of(Hello.of(0, Hello.ROWS), clock.millis());
    }

    @Post
    @BodyErrors
    @Operation(operationId = "postHello", summary = "A yardstick for load tests: changes nothing")
    @ApiResponse(responseCode = "400", ref = "#/components/responses/Invalid")
    Envelope<Hello> hello(@Body HelloRequest request) {
        return Envelope.of(Hello.of(request.taps(), request.rowsOfAnswer()), clock.millis());
    }
}
