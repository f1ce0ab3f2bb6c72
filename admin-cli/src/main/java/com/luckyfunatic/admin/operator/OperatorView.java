package com.luckyfunatic.admin.operator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.admin.TextTable.Column;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.Role;
import java.time.Instant;
import java.util.List;

/** Operators for people and for scripts, without anything of their credentials. */
final class OperatorView {
    private OperatorView() {}

    /** Returns a line for each, under headings. */
    static TextTable table(List<Operator> operators) {
        TextTable table =
                new TextTable(
                        Column.exact("OPERATOR"),
                        Column.exact("ROLES"),
                        Column.exact("MAY SIGN IN"),
                        Column.exact("SINCE"));
        for (Operator each : operators) {
            table.row(
                    each.name().value(),
                    String.join(",", words(each)),
                    each.disabled() ? "no" : "yes",
                    time(each));
        }
        return table;
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
