package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.server.request.RequestContext;
import com.luckyfunatic.server.token.OperatorAuthentication;
import com.luckyfunatic.server.token.TokenCheck;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out which operator is calling and whether the table of {@link SupportRoutes} lets them,
 * before Micronaut Security turns away everybody else.
 */
@ServerFilter({SupportRoutes.PREFIX, SupportRoutes.PREFIX + "/**"})
final class OperatorFilter implements Ordered {
    private final SignIn signIn;

    OperatorFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    /** After the request was counted for the caller's address. */
    @Override
    public int getOrder() {
        return ServerFilterPhase.SECURITY.before() + 1;
    }

    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    void identify(HttpRequest<?> request) {
        RequestContext context = RequestContext.of(request);
        String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
        if (context == null || authorization == null || !BasicCredential.isIn(authorization)) {
            return;
        }
        Operator operator = signIn.operator(BasicCredential.parse(authorization), context.client());
        context.token(new TokenCheck.Staff(new OperatorAuthentication(operator)));
        Optional<String> template = BasicHttpAttributes.getUriTemplate(request);
        if (template.isPresent()) {
            requireRole(operator, request.getMethodName(), template.get());
        }
    }

    private static void requireRole(Operator operator, String method, String template) {
        SupportRoutes.require(operator, SupportRoutes.roles(method, template).orElse(Set.of()));
    }
}
