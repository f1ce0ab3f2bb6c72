package com.luckyfunatic.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One thing for people: names, and beside each what it is. Not thread-safe. Long texts go on below,
 * at their words; no word is cut, so that ids stay what they are.
 */
public final class TextBlock {
    private static final int GAP = 2;

    /** Below this, lines of a few letters would be worse than what the terminal does. */
    private static final int ROOM_MIN = 20;

    private final List<Line> lines = new ArrayList<>();

    private record Line(String name, String value) {}

    /** A block without lines. */
    public TextBlock() {}

    /** Adds a line; one without a name belongs to the one above. */
    public TextBlock line(String name, String value) {
        lines.add(new Line(Printable.line(name), Printable.line(value)));
        return this;
    }

    /** Returns it for a terminal with so many columns; empty for no terminal. */
    public String fit(OptionalInt columns) {
        int indent =
                GAP + lines.stream().mapToInt(each -> TextWidth.of(each.name())).max().orElse(0);
        int room = columns.orElse(Integer.MAX_VALUE) - indent;
        List<String> shown = new ArrayList<>();
        for (Line each : lines) {
            String name = each.name();
            List<String> parts =
                    room < ROOM_MIN ? List.of(each.value()) : TextWidth.wrapped(each.value(), room);
            for (String part : parts) {
                String line = name + " ".repeat(indent - TextWidth.of(name)) + part;
                shown.add(line.stripTrailing());
                name = "";
            }
        }
        return String.join(System.lineSeparator(), shown);
    }

    /** Returns it for no terminal. */
    @Override
    public String toString() {
        return fit(OptionalInt.empty());
    }
}
