package com.luckyfunatic.server.api;

import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.text.Ascii;
import org.jspecify.annotations.Nullable;

/** Reads the {@code limit} parameter of lists. */
public final class PageLimit {
    /** How many items a page has when the caller does not say. */
    public static final int DEFAULT = 20;

    private static final int DIGITS_MAX = 3;

    private PageLimit() {}

    /**
     * The number of items that the caller wants.
     *
     * @throws ProblemException when it is not a whole number from 1 to {@link Page#LIMIT_MAX}
     */
    public static int parse(@Nullable String limit) {
        if (limit == null) {
            return DEFAULT;
        }
        int number =
                limit.length() <= DIGITS_MAX && Ascii.isDigits(limit) ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > Page.LIMIT_MAX) {
            throw ProblemException.invalidField(
                    "limit", "must be a whole number from 1 to " + Page.LIMIT_MAX);
        }
        return number;
    }
}
