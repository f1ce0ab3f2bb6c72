package com.luckyfunatic.admin.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Operators for people and for scripts, without anything of their credentials. */
final class OperatorView {
    private static final int ROLES_WIDTH =
            List.of(Role.values()).stream().mapToInt(role -> role.word().length() + 1).sum();

    private OperatorView() {}

    /** Returns a line for each, under headings. */
    static String table(List<Operator> operators) {
        return "%s%n%s"
                .formatted(
                        line("OPERATOR", "ROLES", "MAY SIGN IN  SINCE"),
                        operators.stream()
                                .map(OperatorView::line)
                                .collect(Collectors.joining(System.lineSeparator())));
    }

    private static String line(Operator operator) {
        return line(
                operator.name().value(),
                String.join(",", words(operator)),
                (operator.disabled() ? "no" : "yes")
                        + " ".repeat(operator.disabled() ? 11 : 10)
                        + time(operator));
    }

    private static String line(String name, String roles, String rest) {
        return name
                + " ".repeat(OperatorName.LENGTH_MAX + 2 - name.length())
                + roles
                + " ".repeat(ROLES_WIDTH + 2 - roles.length())
                + rest;
    }

    /** Returns one as an object. */
    static String json(Operator operator) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        put(operator, node);
        return node.toString();
    }

    /** Returns one as an object, with a credential that is shown this once. */
    static String json(Operator operator, String credential) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        put(operator, node);
        node.put("credential", credential);
        return node.toString();
    }

    /** Returns all as one object. */
    static String json(List<Operator> operators) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        ArrayNode items = node.putArray("items");
        operators.forEach(operator -> put(operator, items.addObject()));
        return node.toString();
    }

    private static void put(Operator operator, ObjectNode node) {
        node.put("operator", operator.name().value());
        ArrayNode roles = node.putArray("roles");
        words(operator).forEach(roles::add);
        node.put("disabled", operator.disabled());
        node.put("addedAt", time(operator));
    }

    private static List<String> words(Operator operator) {
        return operator.roles().stream().sorted().map(Role::word).toList();
    }

    private static String time(Operator operator) {
        return Instant.ofEpochMilli(operator.addedAtMillis()).toString();
    }
}
