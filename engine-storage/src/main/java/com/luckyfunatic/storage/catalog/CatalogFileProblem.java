package com.luckyfunatic.storage.catalog;

/**
 * Something in a catalog file that cannot be read as content.
 *
 * @param line counted from 1; 0 when it is about the file as a whole
 * @param column counted from 1; 0 when it is about the file as a whole
 * @param path the field, such as {@code cards[3 miner].basePrice}; empty for the file as a whole
 * @param reason what was expected and what was found
 */
public record CatalogFileProblem(int line, int column, String path, String reason) {
    /** Returns it as one line that starts with the name of the file. */
    public String describe(String fileName) {
        String place = line == 0 ? fileName : fileName + ":" + line + ":" + column;
        return path.isEmpty() ? place + ": " + reason : place + ": " + path + ": " + reason;
    }
}
