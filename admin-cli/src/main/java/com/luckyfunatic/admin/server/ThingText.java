package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.TextBlock;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** One thing that a server tells of, whatever it is: each value beside its name. */
public final class ThingText {
    private static final String NOTHING = "-";

    private ThingText() {}

    /** Returns {@code thing} for a terminal with so many columns; empty for no terminal. */
    public static String of(JsonNode thing, OptionalInt columns) {
        if (!thing.isObject()) {
            return value(thing);
        }
        TextBlock block = new TextBlock();
        collect("", thing, block);
        return block.fit(columns);
    }

    private static void collect(String name, JsonNode node, TextBlock block) {
        if (node.isObject() && !node.isEmpty()) {
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                collect(
                        name.isEmpty() ? each.getKey() : name + "." + each.getKey(),
                        each.getValue(),
                        block);
            }
        } else if (node.isArray() && node.valueStream().anyMatch(JsonNode::isContainerNode)) {
            String first = name;
            for (JsonNode each : node) {
                block.line(first, value(each));
                first = "";
            }
        } else {
            block.line(name, value(node));
        }
    }

    /** Returns {@code node} in one line. */
    static String value(JsonNode node) {
        if (node.isObject() && !node.isEmpty()) {
            return node.properties().stream()
                    .map(each -> each.getKey() + " " + inner(each.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (node.isArray() && !node.isEmpty()) {
            return node.valueStream().map(ThingText::inner).collect(Collectors.joining(", "));
        }
        if (node.isBoolean()) {
            return node.asBoolean() ? "yes" : "no";
        }
        return node.isContainerNode() || node.isNull() || node.isMissingNode()
                ? NOTHING
                : node.asText();
    }

    private static String inner(JsonNode node) {
        return node.isContainerNode() && !node.isEmpty() ? "(" + value(node) + ")" : value(node);
    }
}
