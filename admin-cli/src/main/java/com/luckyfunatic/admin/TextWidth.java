package com.luckyfunatic.admin;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How many columns of a terminal a text takes, by what the JDK knows of its characters. Terminals
 * differ in rare ones.
 */
final class TextWidth {
    private static final Set<UnicodeScript> WIDE =
            EnumSet.of(
                    UnicodeScript.HAN,
                    UnicodeScript.HIRAGANA,
                    UnicodeScript.KATAKANA,
                    UnicodeScript.HANGUL,
                    UnicodeScript.BOPOMOFO,
                    UnicodeScript.YI);
    private static final int FULL_WIDTH_LAST = 0xff60;

    private TextWidth() {}

    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    private static int of(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        UnicodeBlock block = UnicodeBlock.of(character);
        return UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block)
                ? character <= FULL_WIDTH_LAST
                : UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(block)
                        || Character.isEmojiPresentation(character)
                        || WIDE.contains(UnicodeScript.of(character));
    }

    /** Returns {@code text} in lines that are as wide at most, but for words that are wider. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && of(line) + 1 + of(word) > width) {
                lines.add(line);
                line = word;
            } else {
                line = line.isEmpty() ? word : line + " " + word;
            }
        }
        lines.add(line);
        return lines;
    }

    /** Returns {@code text} in lines of which none is wider; {@code width} is 2 at least. */
    static List<String> broken(String text, int width) {
        StringBuilder shorter = new StringBuilder(text.length());
        for (String word : text.split(" ", -1)) {
            shorter.append(shorter.isEmpty() ? "" : " ")
                    .append(of(word) > width ? String.join(" ", pieces(word, width)) : word);
        }
        return wrapped(shorter.toString(), width);
    }

    /** A mark stays with the letter that it is set on. */
    private static List<String> pieces(String word, int width) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(word);
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        int from = 0;
        for (int to = letters.next(); to != BreakIterator.DONE; to = letters.next()) {
            if (of(word.substring(begin, to)) > width) {
                pieces.add(word.substring(begin, from));
                begin = from;
            }
            from = to;
        }
        pieces.add(word.substring(begin));
        return pieces;
    }
}
