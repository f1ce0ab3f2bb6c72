package com.luckyfunatic.engine.catalog;

/**
 * Something that is wrong with content.
 *
 * @param row where, such as {@code cards[3 miner].basePrice}, rows counted from 0
 * @param reason what, in words for a game designer
 */
public record CatalogProblem(String row, String reason) {
    @Override
    public String toString() {
        return row + ": " + reason;
    }
}
