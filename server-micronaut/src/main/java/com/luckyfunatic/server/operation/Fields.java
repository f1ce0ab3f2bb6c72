package com.luckyfunatic.server.operation;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks fields of request bodies, by name. */
public final class Fields {
    private Fields() {}

    /**
     * Returns the id that a field holds.
     *
     * @param read makes the id; throws {@link IllegalArgumentException} for a text that cannot be
     *     one
     * @param unknown the answer to a text that cannot be an id: to a caller it is as unknown as one
     *     that the catalog does not have
     * @throws ProblemException when the field is missing or empty, or cannot be an id
     */
    public static <T> T id(
            String field, @Nullable String text, Function<String, T> read, ProblemCode unknown) {
        if (text == null || text.isEmpty()) {
            throw ProblemException.invalidField(field, "must be a text and not empty");
        }
        return id(text, read, unknown);
    }

    /**
     * Returns the id that a part of a path holds.
     *
     * @throws ProblemException when it cannot be an id
     */
    public static <T> T id(String text, Function<String, T> read, ProblemCode unknown) {
        try {
            return read.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(unknown, unknown.description());
        }
    }

    /**
     * Returns {@code number} if it is null or an amount: 0 to 2^53 − 1.
     *
     * @throws ProblemException when it is not
     */
    public static @Nullable Long amountOrNull(String field, @Nullable Long number) {
        if (number != null && (number < 0 || number > Amounts.MAX)) {
            throw ProblemException.invalidField(
                    field, "must be a whole number from 0 to " + Amounts.MAX);
        }
        return number;
    }

    /**
     * Returns {@code number} if it is an amount: 0 to 2^53 − 1.
     *
     * @throws ProblemException when it is missing or is not
     */
    public static long amount(String field, @Nullable Long number) {
        Long amount = amountOrNull(field, number);
        if (amount == null) {
            throw ProblemException.invalidField(
                    field, "must be a whole number from 0 to " + Amounts.MAX);
        }
        return amount;
    }

    /**
     * Returns {@code number} if it is a number of things: 1 to {@code max}.
     *
     * @throws ProblemException when it is missing or is not
     */
    public static int count(String field, @Nullable Integer number, int max) {
        if (number == null || number < 1 || number > max) {
            throw ProblemException.invalidField(field, "must be a whole number from 1 to " + max);
        }
        return number;
    }
}
