package com.luckyfunatic.server.support;

import com.luckyfunatic.server.error.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why an operator makes a plan: a word that can be counted, and a text for those who look later.
 */
final class PlanReason {
    private static final int LENGTH_MAX = 150;
    private static final List<String> CODES =
            List.of(
                    "lost_reward",
                    "compensation",
                    "goodwill",
                    "correction",
                    "abuse",
                    "security",
                    "other");

    private PlanReason() {}

    /**
     * Returns the word.
     *
     * @throws ProblemException when it is none of those that there are
     */
    static String code(@Nullable String code) {
        if (code == null || !CODES.contains(code)) {
            throw ProblemException.invalidField(
                    "reasonCode", "must be one of " + String.join(", ", CODES));
        }
        return code;
    }

    /**
     * Returns both in one text.
     *
     * @throws ProblemException when one of them is not in order
     */
    static String words(@Nullable String code, @Nullable String text) {
        String word = code(code);
        if (text == null
                || text.isBlank()
                || text.length() > LENGTH_MAX
                || text.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalidField(
                    "reason",
                    "must have 1 to "
                            + LENGTH_MAX
                            + " characters, none of them a control character");
        }
        return word + ": " + text;
    }
}
