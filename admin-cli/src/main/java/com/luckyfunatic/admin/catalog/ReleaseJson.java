package com.luckyfunatic.admin.catalog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.engine.catalog.CatalogChange;
import com.luckyfunatic.engine.catalog.CatalogRelease;
import java.util.List;

/** Writes releases as JSON for scripts. */
final class ReleaseJson {
    private ReleaseJson() {}

    /** Returns a release alone. */
    static String of(CatalogRelease release) {
        return node(release).toString();
    }

    /** Returns a release and what is different in it. */
    static String of(CatalogRelease release, List<CatalogChange> changes) {
        ObjectNode node = node(release);
        ArrayNode lines = node.putArray("changes");
        changes.forEach(change -> lines.add(change.line()));
        return node.toString();
    }

    /** Returns a list of releases. */
    static String of(List<CatalogRelease> found, List<CatalogRelease> inForce, long nowMillis) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        ArrayNode items = node.putArray("items");
        for (CatalogRelease each : found) {
            ObjectNode item = items.addObject();
            put(each, item);
            item.put("state", state(each, inForce, nowMillis));
        }
        return node.toString();
    }

    /** Returns where {@code release} is in its life, in a word. */
    static String state(CatalogRelease release, List<CatalogRelease> inForce, long nowMillis) {
        if (release.cancelled()) {
            return "cancelled";
        }
        if (release.isPlanned(nowMillis)) {
            return "planned";
        }
        return inForce.contains(release) ? "in_force" : "replaced";
    }

    private static ObjectNode node(CatalogRelease release) {
        ObjectNode node = new ObjectMapper().createObjectNode();
        put(release, node);
        return node;
    }

    private static void put(CatalogRelease release, ObjectNode node) {
        node.put("number", release.number())
                .put("version", release.version())
                .put("hash", release.hash())
                .put("author", release.author())
                .put("reason", release.reason())
                .put("createdAtMillis", release.createdAtMillis())
                .put("activeFromMillis", release.activeFromMillis())
                .put("restores", release.restores())
                .put("cancelled", release.cancelled());
    }
}
