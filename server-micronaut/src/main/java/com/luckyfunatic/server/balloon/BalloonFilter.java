package com.luckyfunatic.server.balloon;

import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import com.luckyfunatic.server.request.Origins;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenCheck;
import com.luckyfunatic.server.token.TokenKind;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * Decides about a connection before it becomes one: that it comes from a page which may, and which
 * game it is for. By then Micronaut Security has let the caller in.
 */
@ServerFilter(BalloonSocket.PATH)
final class BalloonFilter implements Ordered {
    /** Under which name the request carries its {@link LiveGame}. */
    static final String GAME = "funatic.balloons";

    private final BalloonGames games;
    private final List<String> origins;
    private final Executor blocking;

    BalloonFilter(
            BalloonGames games,
            Settings settings,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.games = games;
        this.origins = settings.get(ServerSettings.CORS_ORIGINS);
        this.blocking = blocking;
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.after();
    }

    /**
     * Has the game started or found on a thread that may block, and goes on with the request on its
     * event loop: the framework makes a WebSocket of the connection by changing its pipeline on the
     * thread that it is on.
     */
    @RequestFilter
    CompletableFuture<HttpRequest<?>> open(HttpRequest<?> request) {
        RequestContext context = RequestContext.of(request);
        if (request.getMethod() != HttpMethod.GET
                || context == null
                || !(context.token() instanceof TokenCheck.Valid(TokenAuthentication caller))) {
            // Refused by others.
            return CompletableFuture.completedFuture(request);
        }
        CompletableFuture<HttpRequest<?>> decided = new CompletableFuture<>();
        Executor loop =
                ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel().eventLoop();
        blocking.execute(() -> {
            try {
                LiveGame game = game(caller, request);
                loop.execute(() -> {
                    request.setAttribute(GAME, game);
                    decided.complete(request);
                });
            } catch (RuntimeException e) {
                loop.execute(() -> decided.completeExceptionally(e));
            }
        });
        return decided;
    }

    private LiveGame game(TokenAuthentication caller, HttpRequest<?> request) {
        HttpHeaders headers = request.getHeaders();
        if (!"websocket".equalsIgnoreCase(headers.get(HttpHeaders.UPGRADE))) {
            games.requirePlayer(caller.player());
            throw new ProblemException(
                    ProblemCode.UPGRADE_REQUIRED, ProblemCode.UPGRADE_REQUIRED.description());
        }
        requireOrigin(headers.get(HttpHeaders.ORIGIN), headers.get(HttpHeaders.HOST));
        String resumeKey = request.getParameters().get("resume");
        if (resumeKey != null) {
            return games.resume(caller.player(), resumeKey);
        }
        String tournament = request.getParameters().get("tournament");
        return games.start(
                caller.player(),
                caller.kind() == TokenKind.BALLOON ? caller.sessionId() : null,
                tournament == null
                        ? null
                        : Fields.id(tournament, TournamentId::new, ProblemCode.UNKNOWN_TOURNAMENT));
    }

    /**
     * Only browsers tell the origin, and always do; so what has none is no page, and has no
     * business here: a page that is tricked into a connection would bring its own.
     */
    private void requireOrigin(@Nullable String origin, @Nullable String host) {
        boolean allowed =
                origin != null
                        && (origins.contains("*")
                                || origins.contains(origin)
                                || Origins.isOwn(origin, host));
        if (!allowed) {
            throw new ProblemException(
                    ProblemCode.ORIGIN_NOT_ALLOWED, ProblemCode.ORIGIN_NOT_ALLOWED.description());
        }
    }
}
