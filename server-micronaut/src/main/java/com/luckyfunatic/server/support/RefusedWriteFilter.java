package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.server.error.FieldError;
import com.luckyfunatic.server.error.Problem;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.OperatorAuthentication;
import com.luckyfunatic.server.token.TokenCheck;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what operators wanted to write and did not, where nobody has who knows more of it:
 * whatever refuses a request, a role, a field or a body that cannot be read, it is looked at here.
 */
@ServerFilter({SupportRoutes.PREFIX, SupportRoutes.PREFIX + "/**"})
final class RefusedWriteFilter implements Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedWriteFilter.class);
    private static final int ERRORS_FROM = 400;
    private static final int FAILURES_FROM = 500;

    /** A name of a plan, a release, a tournament or a field; nothing that a person may be in. */
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_.-]{1," + OperatorAction.REFERENCE_LENGTH_MAX + "}");

    private final SupportAudit audit;

    RefusedWriteFilter(SupportAudit audit) {
        this.audit = audit;
    }

    /** Around the filter that finds out who is calling, which refuses by role. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before() - 1;
    }

    @ResponseFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void record(HttpRequest<?> request, HttpResponse<?> response) {
        RequestContext context = RequestContext.of(request);
        if (response.code() < ERRORS_FROM
                || context == null
                || !(context.token() instanceof TokenCheck.Staff(var caller))
                || SupportAudit.hasRefusal(request)) {
            return;
        }
        Optional<String> template = BasicHttpAttributes.getUriTemplate(request);
        template.flatMap(each -> SupportRoutes.action(request.getMethodName(), each))
                .ifPresent(action -> record(caller, action, request, response));
    }

    private void record(
            OperatorAuthentication caller,
            String action,
            HttpRequest<?> request,
            HttpResponse<?> response) {
        Map<String, Object> inPath =
                RouteAttributes.getRouteMatch(request)
                        .<Map<String, Object>>map(RouteMatch::getVariableValues)
                        .orElse(Map.of());
        try {
            audit.record(
                    caller,
                    action,
                    player(inPath),
                    reference(inPath),
                    response.code() < FAILURES_FROM ? ActionOutcome.REFUSED : ActionOutcome.FAILED,
                    why(response));
        } catch (RuntimeException e) {
            // It is refused all the same; the store that failed may be the one that records.
            LOG.warn("What {} was refused could not be recorded", caller.operator().name(), e);
        }
    }

    private static @Nullable PlayerId player(Map<String, Object> inPath) {
        try {
            Object id = inPath.get("playerId");
            return id == null ? null : PlayerId.parse(id.toString());
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What is not a player's id: of a plan, a release or a tournament; null when there is none. */
    private static @Nullable String reference(Map<String, Object> inPath) {
        return inPath.entrySet().stream()
                .filter(each -> !each.getKey().equals("playerId"))
                .map(each -> String.valueOf(each.getValue()))
                .filter(each -> NAME.matcher(each).matches())
                .findFirst()
                .orElse(null);
    }

    private static String why(HttpResponse<?> response) {
        if (!(response.body() instanceof Problem problem)) {
            return "status " + response.code();
        }
        String fields =
                problem.errors().stream()
                        .map(FieldError::field)
                        .filter(each -> NAME.matcher(each).matches())
                        .collect(Collectors.joining(", "));
        return problem.code() + (fields.isEmpty() ? "" : "; " + fields);
    }
}
