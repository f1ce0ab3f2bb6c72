package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.operations.adjust.FileApprovals;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import java.util.EnumSet;
import java.util.List;
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

    /** Who runs tournaments. */
    private static final Set<Role> RUNNERS = EnumSet.of(Role.SUPPORT_LEAD, Role.LIVE_OPS);

    private static final Set<Role> PLANNERS =
            EnumSet.of(Role.SUPPORT, Role.SUPPORT_LEAD, Role.LIVE_OPS);

    private static final Set<Role> APPROVERS = EnumSet.of(Role.SUPPORT_LEAD);

    /** Who runs content. */
    private static final Set<Role> LIVE_OPS = EnumSet.of(Role.LIVE_OPS);

    private static final Map<String, Set<Role>> ROLES =
            Map.ofEntries(
                    Map.entry("GET /support/me", ANY),
                    Map.entry("GET /support/actions", OVERSEERS),
                    Map.entry("POST /support/adjustments/check", HELPERS),
                    Map.entry("POST /support/adjustments/approve", APPROVERS),
                    Map.entry("POST /support/adjustments/apply", HELPERS),
                    Map.entry("GET /support/catalog/releases", ANY),
                    Map.entry("POST /support/catalog/plans", LIVE_OPS),
                    Map.entry("GET /support/catalog/releases/{number}", ANY),
                    Map.entry("GET /support/catalog/releases/{number}/document", ANY),
                    Map.entry("GET /support/follow-ups", READERS),
                    Map.entry("GET /support/quarantine", READERS),
                    Map.entry("GET /support/stock-holds", READERS),
                    Map.entry("GET /support/transfers", READERS),
                    Map.entry("GET /support/players", READERS),
                    Map.entry("GET /support/players/{playerId}", READERS),
                    Map.entry("GET /support/players/{playerId}/history", READERS),
                    Map.entry("GET /support/players/{playerId}/operations/{operationId}", READERS),
                    Map.entry("GET /support/players/{playerId}/past", READERS),
                    Map.entry("GET /support/players/{playerId}/sessions", READERS),
                    Map.entry("GET /support/players/{playerId}/transfers", READERS),
                    Map.entry("POST /support/players/{playerId}/plans", HELPERS),
                    Map.entry("POST /support/tournaments/{tournamentId}/plans", RUNNERS),
                    // Of plans about players, live operations are refused by the route itself.
                    Map.entry("GET /support/plans/{planId}", ANY),
                    Map.entry("POST /support/plans/{planId}/approve", APPROVERS),
                    Map.entry("POST /support/plans/{planId}/execute", PLANNERS));

    /** As what each write is recorded; what only shows something says so itself. */
    private static final Map<String, String> ACTIONS =
            Map.ofEntries(
                    Map.entry("POST /support/adjustments/check", AdjustmentDesk.CHECKED),
                    Map.entry("POST /support/adjustments/approve", FileApprovals.APPROVE),
                    Map.entry("POST /support/adjustments/apply", FileApprovals.ADJUST),
                    Map.entry("POST /support/catalog/plans", SupportPlanning.MADE),
                    Map.entry("POST /support/players/{playerId}/plans", SupportPlanning.MADE),
                    Map.entry(
                            "POST /support/tournaments/{tournamentId}/plans", SupportPlanning.MADE),
                    Map.entry("POST /support/plans/{planId}/approve", SupportPlanning.APPROVED),
                    Map.entry("POST /support/plans/{planId}/execute", OperatorAction.EXECUTE_PLAN));

    private SupportRoutes() {}

    /** Returns which roles may call a route, by method and template; empty when it is not known. */
    public static Optional<Set<Role>> roles(String method, String template) {
        String asked = method.equals("HEAD") ? "GET" : method;
        return Optional.ofNullable(ROLES.get(asked + " " + template));
    }

    /**
     * Returns as what a write is recorded, by method and template; empty for what only shows
     * something.
     */
    static Optional<String> action(String method, String template) {
        return Optional.ofNullable(ACTIONS.get(method + " " + template));
    }

    /**
     * Lets in who has one of these roles.
     *
     * @throws ProblemException when {@code operator} has none of them
     */
    static void require(Operator operator, Set<Role> allowed) {
        if (!operator.hasAny(allowed)) {
            List<String> words = allowed.stream().sorted().map(Role::word).toList();
            throw new ProblemException(
                            ProblemCode.OPERATOR_ROLE_MISSING,
                            ProblemCode.OPERATOR_ROLE_MISSING.description())
                    .with(Map.of("roles", words));
        }
    }

    /**
     * Lets in who makes and carries out plans of this kind.
     *
     * @throws ProblemException when {@code operator} does not
     */
    static void requirePlanner(Operator operator, PlannedChange change) {
        require(
                operator,
                switch (change) {
                    case PlannedChange.OfTournament _ -> RUNNERS;
                    case PlannedChange.OfContent _ -> LIVE_OPS;
                    default -> HELPERS;
                });
    }

    /**
     * Lets in who may see a plan of this kind: of players, who sees personal data.
     *
     * @throws ProblemException when {@code operator} may not
     */
    static void requirePlanReader(Operator operator, PlannedChange change) {
        if (!(change instanceof PlannedChange.OfTournament)
                && !(change instanceof PlannedChange.OfContent)) {
            require(operator, READERS);
        }
    }

    /** Returns the routes, each as method and template. */
    public static Set<String> all() {
        return ROLES.keySet();
    }
}
