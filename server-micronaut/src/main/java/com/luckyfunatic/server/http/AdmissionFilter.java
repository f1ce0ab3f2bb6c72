package com.luckyfunatic.server.http;

import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.TokenAuthentication;
import com.luckyfunatic.server.token.TokenCheck;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a good token allows, when its player is banned or has deleted the account, or its
 * login was ended, before Micronaut Security decides about access. Every request asks anew.
 *
 * <p>Runs on the event loop; a storage that has to ask elsewhere lets it go on later.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class AdmissionFilter implements Ordered {
    private final Admissions admissions;
    private final InstantSource clock;

    AdmissionFilter(GameStorage storage, InstantSource clock) {
        this.admissions = storage.admissions();
        this.clock = clock;
    }

    /** Right after {@link CallerFilter}, so that what costs something is asked of few. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before() + 1;
    }

    /**
     * Returns the request, to go on with it: Micronaut takes a null that comes later for the lack
     * of an answer, and says 503.
     */
    @RequestFilter
    CompletableFuture<HttpRequest<?>> admit(HttpRequest<?> request) {
        RequestContext context = RequestContext.of(request);
        TokenAuthentication caller = context == null ? null : caller(context.token());
        if (context == null || caller == null) {
            return CompletableFuture.completedFuture(request);
        }
        CompletableFuture<HttpRequest<?>> decided = new CompletableFuture<>();
        admissions.admission(
                caller.player(),
                admission -> {
                    admit(context, caller, admission);
                    decided.complete(request);
                },
                decided::completeExceptionally);
        return decided;
    }

    /** Also of a token whose time is over: it may be the account's that is gone. */
    private static @Nullable TokenAuthentication caller(@Nullable TokenCheck token) {
        return switch (token) {
            case TokenCheck.Valid(TokenAuthentication caller) -> caller;
            case TokenCheck.Expired(TokenAuthentication caller) -> caller;
            case null, default -> null;
        };
    }

    private void admit(RequestContext context, TokenAuthentication caller, Admission admission) {
        Ban ban = admission.banAt(clock.millis());
        if (admission.isErased()) {
            context.token(TokenCheck.ERASED);
        } else if (context.token() instanceof TokenCheck.Expired) {
            return;
        } else if (ban != null) {
            context.token(new TokenCheck.Banned(ban));
        } else if (!admission.accepts(caller.issuedAtMillis())) {
            context.token(new TokenCheck.Expired(caller));
        }
    }
}
