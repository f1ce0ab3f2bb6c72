package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Releases of the content as people read them, from what a server answers. */
public final class ReleaseText {
    private ReleaseText() {}

    /** Returns a list of them. */
    public static String ofAll(JsonNode releases) {
        if (releases.isEmpty()) {
            return "Nothing was released: servers play by the catalog they are given.";
        }
        TextTable table =
                new TextTable("RELEASE", "STATE", "VERSION", "IN FORCE FROM", "BY", "REASON");
        for (JsonNode each : releases) {
            table.row(
                    each.path("number").asText(),
                    each.path("state").asText(),
                    each.path("version").asText(),
                    each.path("activeFrom").asText(),
                    each.path("author").asText(),
                    reason(each));
        }
        return table.toString();
    }

    private static String reason(JsonNode release) {
        String reason = release.path("reason").asText();
        JsonNode restores = release.path("restores");
        return restores.isIntegralNumber()
                ? reason + " (restores " + restores.asText() + ")"
                : reason;
    }

    /** Returns one, with what is different in it. */
    public static String ofChanges(JsonNode answer) {
        List<String> lines = new ArrayList<>();
        lines.add(of(answer.path("release")));
        if (answer.path("against").isNull()) {
            lines.add("There is no release before it that it could be compared with.");
        } else {
            addChanges(answer, lines);
        }
        answer.path("losses").forEach(loss -> lines.add("Accepted: " + loss.asText()));
        return String.join(System.lineSeparator(), lines);
    }

    private static void addChanges(JsonNode answer, List<String> lines) {
        JsonNode against = answer.path("against");
        JsonNode replaces = answer.path("replaces");
        if (replaces.isIntegralNumber() && replaces.asLong() != against.asLong()) {
            lines.add(
                    "In the place of release "
                            + replaces.asText()
                            + ", which the server cannot play.");
        }
        if (against.isIntegralNumber()) {
            lines.add(
                    against.asLong() == 0
                            ? "Against the catalog that servers are given:"
                            : "Against release " + against.asText() + ":");
        }
        answer.path("changes").forEach(change -> lines.add(change.asText()));
        if (answer.path("changes").isEmpty()) {
            lines.add("no difference");
        }
    }

    /** Returns one. */
    public static String of(JsonNode release) {
        return (release.path("number").asLong() == 0
                        ? "Not published"
                        : "Release " + release.path("number").asText())
                + ", version "
                + release.path("version").asText()
                + ", "
                + release.path("state").asText()
                + " from "
                + release.path("activeFrom").asText()
                + ", by "
                + release.path("author").asText()
                + ": "
                + reason(release);
    }
}
