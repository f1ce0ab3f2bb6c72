package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.TextTable;
import com.luckyfunatic.admin.TextTable.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plans as people read them: what changes from what to what, and what is needed next. */
public final class PlanText {
    private static final String NOTHING = "-";

    /** What has lines of its own below the table. */
    private static final Set<String> LISTED = Set.of("content.changes", "content.losses");

    private PlanText() {}

    /** Returns a plan for a terminal with so many columns; empty for no terminal. */
    public static String of(JsonNode plan, OptionalInt columns) {
        String id = text(plan.path("planId"));
        String player =
                plan.path("playerId").isTextual()
                        ? ", on player " + text(plan.path("playerId"))
                        : "";
        List<String> lines = new ArrayList<>();
        lines.add("Plan " + id + " by " + text(plan.path("author")) + player);
        lines.add("Command: " + plan.path("command"));
        lines.add("Hash: " + text(plan.path("planHash")));
        lines.add("Good until: " + text(plan.path("expiresAt")));
        lines.add("");
        boolean isOutdated = plan.path("outdated").asBoolean();
        if (!isOutdated) {
            JsonNode content = plan.path("after").path("content");
            lines.add(table(plan.path("before"), plan.path("after"), columns));
            content.path("changes").forEach(each -> lines.add("Changes: " + text(each)));
            content.path("losses").forEach(each -> lines.add("Players could lose: " + text(each)));
            lines.add("");
        }
        lines.add("Next: " + next(plan, id, isOutdated));
        return String.join(System.lineSeparator(), lines);
    }

    /**
     * Returns a plan that was carried out, for a terminal with so many columns; empty for no
     * terminal.
     */
    public static String ofDone(JsonNode done, OptionalInt columns) {
        List<String> lines = new ArrayList<>();
        String again = done.path("repeated").asBoolean() ? "was done before, " : "is done, ";
        lines.add("Plan " + text(done.path("planId")) + " " + again + text(done.path("doneAt")));
        lines.add("Operation: " + text(done.path("operationId")));
        SortedMap<String, String> after = new TreeMap<>();
        collect("", done.path("after"), after);
        if (!after.isEmpty()) {
            TextTable table = new TextTable(Column.exact(""), Column.text("after"));
            after.forEach(table::row);
            lines.add("");
            lines.add(table.fit(columns));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String next(JsonNode plan, String id, boolean isOutdated) {
        if (isOutdated) {
            return "nothing. What it is about has changed, or it is carried out; make another plan"
                    + " if need be.";
        }
        if (plan.path("approvalVoid").asBoolean()) {
            return "nothing. "
                    + text(plan.path("approvedBy"))
                    + " has approved it and may not any more; make another plan.";
        }
        if (plan.path("needsApproval").asBoolean() && !plan.path("approvedBy").isTextual()) {
            return "another person has to approve it: funatic admin support approve " + id;
        }
        String by = plan.path("approvedBy").isTextual() ? text(plan.path("approvedBy")) : "";
        return (by.isEmpty() ? "" : by + " has approved it; ")
                + "its author carries it out: funatic admin support execute "
                + id
                + " --hash "
                + text(plan.path("planHash"));
    }

    /** What there is, line by line; what is neither before nor after is left out. */
    private static String table(JsonNode before, JsonNode after, OptionalInt columns) {
        SortedMap<String, String> from = new TreeMap<>();
        SortedMap<String, String> to = new TreeMap<>();
        collect("", before, from);
        collect("", after, to);
        boolean isTold = after.isObject();
        SortedMap<String, String> names = new TreeMap<>(from);
        names.putAll(to);
        TextTable table =
                new TextTable(
                        Column.exact(""),
                        Column.text("before"),
                        Column.text("after"),
                        Column.exact(""));
        for (String name : names.keySet()) {
            String was = from.getOrDefault(name, NOTHING);
            String is = isTold ? to.getOrDefault(name, NOTHING) : "not known before";
            table.row(name, was, is, isTold && !was.equals(is) ? "changes" : "");
        }
        return names.isEmpty() ? "Nothing is there before it." : table.fit(columns);
    }

    private static void collect(String name, JsonNode node, SortedMap<String, String> into) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> each : node.properties()) {
                String inner = name.isEmpty() ? each.getKey() : name + "." + each.getKey();
                collect(inner, each.getValue(), into);
            }
        } else if (!node.isNull() && !node.isMissingNode() && !LISTED.contains(name)) {
            into.put(name, text(node));
        }
    }

    private static String text(JsonNode node) {
        return node.isValueNode() ? node.asText() : node.toString();
    }
}
