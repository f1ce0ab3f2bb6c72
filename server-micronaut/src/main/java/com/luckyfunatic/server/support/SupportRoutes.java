package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call which route for operators: all of them in one table. A route that is not in it is
 * nobody's. Immutable and thread-safe.
 */
public final class SupportRoutes {
    /** The address that all routes for operators begin with. */
    public static final String PREFIX = "/support";

    private static final Set<Role> ANY = EnumSet.allOf(Role.class);

    /** Who sees personal data; live operations need none. */
    private static final Set<Role> READERS =
            EnumSet.of(Role.SUPPORT, Role.SUPPORT_LEAD, Role.AUDITOR);

    private static final Set<Role> OVERSEERS = EnumSet.of(Role.SUPPORT_LEAD, Role.AUDITOR);

    private static final Set<Role> HELPERS = EnumSet.of(Role.SUPPORT, Role.SUPPORT_LEAD);
    private static final Set<Role> APPROVERS = EnumSet.of(Role.SUPPORT_LEAD);

    private static final Map<String, Set<Role>> ROLES =
            Map.ofEntries(
                    Map.entry("GET /support/me", ANY),
                    Map.entry("GET /support/actions", OVERSEERS),
                    Map.entry("GET /support/follow-ups", READERS),
                    Map.entry("GET /support/transfers", READERS),
                    Map.entry("GET /support/players", READERS),
                    Map.entry("GET /support/players/{playerId}", READERS),
                    Map.entry("GET /support/players/{playerId}/history", READERS),
                    Map.entry("GET /support/players/{playerId}/operations/{operationId}", READERS),
                    Map.entry("GET /support/players/{playerId}/sessions", READERS),
                    Map.entry("GET /support/players/{playerId}/transfers", READERS),
                    Map.entry("POST /support/players/{playerId}/plans", HELPERS),
                    Map.entry("GET /support/plans/{planId}", READERS),
                    Map.entry("POST /support/plans/{planId}/approve", APPROVERS),
                    Map.entry("POST /support/plans/{planId}/execute", HELPERS));

    private SupportRoutes() {}

    /** Returns which roles may call a route, by method and template; empty when it is not known. */
    public static Optional<Set<Role>> roles(String method, String template) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return Optional.ofNullable(ROLES.get(asked + " " + template));
    }

    /** Returns the routes, each as method and template. */
    public static Set<String> all() {
        return ROLES.keySet();
    }
}
