package com.luckyfunatic.server.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.AdjustmentManifest;
import com.luckyfunatic.operations.adjust.AdjustmentPart;
import java.util.List;
import java.util.Locale;

/** Requests about a file of adjustments, as they are sent for it. */
public final class AdjustmentBodies {
    private static final String HEADER =
            "operation_id,player_id,currency_or_item,amount,reason_code,reason\n";

    private final AdjustmentManifest manifest;
    private final List<AdjustmentPart> parts;

    private AdjustmentBodies(AdjustmentFile file) {
        manifest = AdjustmentManifest.of(file.rows());
        parts = AdjustmentPart.cut(file.rows());
    }

    /** Those of {@code rows}, each with its line end, at most 200. */
    public static AdjustmentBodies of(String rows) {
        return new AdjustmentBodies(AdjustmentFile.ofPart(HEADER + rows));
    }

    /** Those of a larger file. */
    static AdjustmentBodies of(AdjustmentFile file) {
        return new AdjustmentBodies(file);
    }

    AdjustmentManifest manifest() {
        return manifest;
    }

    private ObjectNode whole() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("manifest");
        for (AdjustmentManifest.Part part : manifest.parts()) {
            ObjectNode moves = all.addObject().put("sha256", part.sha256()).putObject("moves");
            part.totals()
                    .byKind()
                    .forEach((kind, sum) -> moves.put(kind.name().toLowerCase(Locale.ROOT), sum));
        }
        return body;
    }

    /** Returns the request that looks at a part, the first being 1. */
    public ObjectNode check(int part) {
        return whole().put("part", part).put("rows", parts.get(part - 1).text());
    }

    /** Returns the request that approves the file. */
    public ObjectNode approve() {
        return whole().put("reason", "ticket 81");
    }

    /** Returns the request that carries out a part, the first being 1. */
    public ObjectNode apply(int part) {
        return check(part).put("reason", "ticket 81");
    }
}
