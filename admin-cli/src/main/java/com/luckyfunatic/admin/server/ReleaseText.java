package com.luckyfunatic.admin.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.admin.TextTable.Column;
import com.luckyfunatic.admin.server.ListText.Field;
import java.util.ArrayList;
import java.util.List;

/** Releases of the content as people read them, from what a server answers. */
public final class ReleaseText {
    /** A list of them. */
    public static final ListText ALL =
            new ListText(
                    "Nothing was released: servers play by the catalog they are given.",
                    Field.exact("RELEASE", "number"),
                    Field.exact("STATE", "state"),
                    Field.text("VERSION", "version"),
                    Field.exact("IN FORCE FROM", "activeFrom"),
                    Field.text("BY", "author"),
                    new Field(Column.text("REASON"), ReleaseText::reason));

    private ReleaseText() {}

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
        return String.join(System.lineSeparator(), lines);
    }

    private static void addChanges(JsonNode answer, List<String> lines) {
        JsonNode against = answer.path("against");
        if (against.isIntegralNumber()) {
            lines.add("Against release " + against.asText() + ":");
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
