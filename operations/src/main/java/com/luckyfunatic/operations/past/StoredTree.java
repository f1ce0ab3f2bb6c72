package com.luckyfunatic.operations.past;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.storage.codec.GameCodec;

/** Shows what is stored as it is stored, for people who look into it. Thread-safe. */
public final class StoredTree {
    private static final GameCodec CODEC = new GameCodec();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StoredTree() {}

    /** Returns {@code value} as JSON, with whole numbers beyond 2^53 − 1, ids all, as texts. */
    public static JsonNode of(Object value) {
        return exact(CODEC.tree(value));
    }

    private static JsonNode exact(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = NODES.objectNode();
            node.properties().forEach(each -> object.set(each.getKey(), exact(each.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = NODES.arrayNode();
            node.forEach(each -> array.add(exact(each)));
            return array;
        }
        boolean isId = node.isIntegralNumber() && Math.abs(node.longValue()) > Amounts.MAX;
        return isId ? NODES.textNode(node.asText()) : node;
    }
}
