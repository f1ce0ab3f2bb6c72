package com.luckyfunatic.engine.prize;

/**
 * Something that is wrong with a {@link PrizeTable}.
 *
 * @param field where, such as {@code ranges[2].prize}, ranges counted from 0
 * @param reason what, in words for a game designer
 */
public record PrizeProblem(String field, String reason) {
    @Override
    public String toString() {
        return field + ": " + reason;
    }
}
