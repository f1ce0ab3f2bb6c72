package com.luckyfunatic.server;

import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Routes that fail in every way, and routes for every kind of caller. Only where a test asks for
 * them.
 */
@Controller("/test")
@Requires(bean = TestRoutes.Enabled.class)
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
public class TestRoutes {
    /** Gives a server these routes; also lets a test hold a request up. */
    public record Enabled(CountDownLatch entered, CountDownLatch release) {
        public Enabled() {
            this(new CountDownLatch(1), new CountDownLatch(1));
        }
    }

    /** Every JSON type. */
    @Introspected
    public record Typed(
            int taps,
            long amount,
            boolean flag,
            @Nullable Long sequence,
            @Nullable String text,
            @Nullable List<Item> items) {
        /** Something deeper. */
        public record Item(long id) {}
    }

    /** Constraints. */
    @Introspected
    public record Constrained(@Min(1) @Max(50) int taps, @NotBlank @Nullable String name) {}

    private final Enabled enabled;

    TestRoutes(Enabled enabled) {
        this.enabled = enabled;
    }

    @Get("/player")
    @Secured(TokenKind.Role.PLAYER)
    String player(TokenAuthentication caller) {
        return caller.player() + " in session " + caller.sessionId();
    }

    @Get("/minigame")
    @Secured(TokenKind.Role.MINIGAME)
    String minigame(TokenAuthentication caller) {
        return caller.getName();
    }

    @Post("/typed")
    Typed typed(@Body Typed body) {
        return body;
    }

    @Post("/constrained")
    Constrained constrained(@Body @Valid Constrained body) {
        return body;
    }

    @Get("/parameter")
    Map<String, Integer> parameter(@QueryValue @Min(1) int number) {
        return Map.of("number", number);
    }

    @Get("/problem")
    String problem() {
        throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_REUSED, "used for another purchase")
                .with(Map.of("firstUsedAt", "2026-01-01T00:00:00Z"));
    }

    @Get("/storage-away")
    String storageAway() {
        throw new StorageUnavailableException("redis at 10.1.2.3 refused the connection");
    }

    @Get("/storage-conflict")
    String storageConflict() {
        throw new StorageConflictException("lost the race");
    }

    @Get("/bug")
    String bug() {
        throw new IllegalStateException("internal detail that nobody outside may see");
    }

    @Get("/nothing")
    @Nullable String nothing() {
        return null;
    }

    @Get("/client")
    String client(HttpRequest<?> request) {
        return Objects.requireNonNull(RequestContext.of(request)).client().getHostAddress();
    }

    @Get("/slow")
    String slow() throws InterruptedException {
        enabled.entered().countDown();
        enabled.release().await();
        return "finished";
    }

    /** Routes without {@code @Secured}. */
    @Controller("/test-unlisted")
    @Requires(bean = TestRoutes.Enabled.class)
    static class Unlisted {
        @Get
        String unlisted() {
            return "never seen";
        }
    }
}
