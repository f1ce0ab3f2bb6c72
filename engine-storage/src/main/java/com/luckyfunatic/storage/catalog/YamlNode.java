package com.luckyfunatic.storage.catalog;

import java.util.List;
import java.util.Map;

/** A piece of a YAML document that knows where it stands in the file. */
sealed interface YamlNode {
    /** Where it starts. */
    Mark at();

    /** Returns what it is, in words for an error message. */
    String describe();

    /** A place in a file, line and column counted from 1. */
    record Mark(int line, int column) {}

    /** A single value, as it is written. */
    record Scalar(Mark at, Kind kind, String text) implements YamlNode {
        private static final int SHOWN_MAX = 40;

        /** What YAML takes a value for. */
        enum Kind {
            TEXT,
            WHOLE_NUMBER,
            DECIMAL_NUMBER,
            BOOLEAN,
            NOTHING
        }

        @Override
        public String describe() {
            return switch (kind) {
                case TEXT -> text.isEmpty() ? "nothing" : "the text '" + shown() + "'";
                case WHOLE_NUMBER, DECIMAL_NUMBER -> "the number " + shown();
                case BOOLEAN -> shown();
                case NOTHING -> "nothing";
            };
        }

        private String shown() {
            String line = text.replace('\n', ' ');
            return line.length() <= SHOWN_MAX ? line : line.substring(0, SHOWN_MAX) + "…";
        }
    }

    /** A list. */
    record Sequence(Mark at, List<YamlNode> items) implements YamlNode {
        @Override
        public String describe() {
            return "a list";
        }
    }

    /** Named fields, in the order of the file. */
    record Mapping(Mark at, Map<String, Field> fields) implements YamlNode {
        /** A field: where its name stands, and its value. */
        record Field(Mark at, YamlNode value) {}

        @Override
        public String describe() {
            return "fields (name: value)";
        }
    }
}
