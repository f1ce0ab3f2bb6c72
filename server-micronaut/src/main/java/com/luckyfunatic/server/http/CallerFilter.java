package com.luckyfunatic.server.http;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.limit.RequestLimits;
import com.luckyfunatic.server.presence.Presence;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.FixedTokens;
import com.luckyfunatic.server.token.TokenCheck;
import com.luckyfunatic.server.token.TokenKind;
import com.luckyfunatic.server.token.TokenVerifier;
import com.luckyfunatic.server.token.WebhookSecret;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.InetAddress;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the caller's token and counts the request for the caller, before Micronaut Security
 * decides about access.
 *
 * <p>Runs on the event loop for every request.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class CallerFilter implements Ordered {
    private static final String BEARER = "Bearer ";
    private static final String BALLOONS = "/balloons";
    private static final String HEALTH = "/healthz";
    private static final String READINESS = "/readyz";
    private static final String WEBHOOK = "/telegram/webhook";
    private static final String PAGE = "/";
    private static final String ASSETS = "/assets/";
    private static final String GAMES = SandboxFileFilter.GAMES;

    private final TokenVerifier tokens;
    private final FixedTokens platformTokens;
    private final WebhookSecret webhook;
    private final RequestLimits limits;
    private final PageFiles files;
    private final Presence presence;
    private final InstantSource clock;
    private final boolean limited;

    CallerFilter(
            TokenVerifier tokens,
            FixedTokens platformTokens,
            WebhookSecret webhook,
            RequestLimits limits,
            PageFiles files,
            Presence presence,
            InstantSource clock,
            Settings settings) {
        this.tokens = tokens;
        this.platformTokens = platformTokens;
        this.webhook = webhook;
        this.limits = limits;
        this.files = files;
        this.presence = presence;
        this.clock = clock;
        this.limited = settings.get(ServerSettings.RATE_LIMITS);
    }

    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before();
    }

    @RequestFilter
    void identify(HttpRequest<?> request) {
        RequestContext context = RequestContext.of(request);
        if (context == null) {
            return;
        }
        TokenCheck token = check(request);
        context.token(token);
        if (limited && !isTelegram(request)) {
            count(request, context, token);
        }
        if (token instanceof TokenCheck.Valid(var caller) && caller.kind() == TokenKind.PLAYER) {
            presence.requested(caller.player(), request.getHeaders());
        }
    }

    /** All players' payments come from its few addresses. */
    private boolean isTelegram(HttpRequest<?> request) {
        return request.getPath().equals(WEBHOOK) && webhook.isIn(request.getHeaders());
    }

    private TokenCheck check(HttpRequest<?> request) {
        String inQuery = request.getPath().equals(BALLOONS) ? inQuery(request) : null;
        return inQuery == null
                ? check(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                : tokens.check(inQuery, clock.instant());
    }

    /** Returns what a page, which cannot send headers with a WebSocket, has put in the address. */
    private static @Nullable String inQuery(HttpRequest<?> request) {
        String ticket = request.getParameters().get("ticket");
        return ticket == null ? request.getParameters().get("token") : ticket;
    }

    private TokenCheck check(@Nullable String authorization) {
        boolean bearer =
                authorization != null
                        && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        if (authorization == null || !bearer) {
            return TokenCheck.MISSING;
        }
        String token = authorization.substring(BEARER.length()).strip();
        TokenCheck check = tokens.check(token, clock.instant());
        // Players, by far the most, do not pay for looking whether they are the platform.
        return check instanceof TokenCheck.Invalid && platformTokens.accept(token)
                ? TokenCheck.PLATFORM
                : check;
    }

    private void count(HttpRequest<?> request, RequestContext context, TokenCheck token) {
        long waitSeconds =
                switch (token) {
                    case TokenCheck.Valid(var authentication) ->
                            limits.tryPlayer(authentication.player(), context.client());
                    // All players' business comes from its few addresses.
                    case TokenCheck.Platform _, TokenCheck.Staff _ -> 0;
                    case TokenCheck.Missing _,
                            TokenCheck.Expired _,
                            TokenCheck.Invalid _,
                            TokenCheck.Banned _,
                            TokenCheck.Erased _ ->
                            tryStranger(request.getPath(), context.client());
                };
        if (waitSeconds > 0) {
            throw ProblemException.retryAfter(
                    ProblemCode.RATE_LIMITED,
                    "too many requests; wait " + waitSeconds + " s",
                    waitSeconds);
        }
    }

    /**
     * Whoever supervises the server must get an answer whatever others do from the same address.
     * One opening of the page asks for dozens of files, of many players behind one address, so
     * those that there are count apart; what is only called like one counts like everything else.
     */
    private long tryStranger(String path, InetAddress address) {
        if (path.equals(HEALTH) || path.equals(READINESS)) {
            return 0;
        }
        boolean ofPage =
                (path.equals(PAGE) || path.startsWith(ASSETS) || path.startsWith(GAMES))
                        && files.has(path);
        return ofPage ? limits.tryFile(address) : limits.tryAddress(address);
    }
}
