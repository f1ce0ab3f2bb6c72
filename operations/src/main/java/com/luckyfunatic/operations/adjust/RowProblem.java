package com.luckyfunatic.operations.adjust;

/**
 * Something that is wrong with a row.
 *
 * @param row which one, the header being 1; 0 of the whole file
 * @param column the name of the column; empty of the whole row
 * @param reason what it must be, or why it cannot be
 */
public record RowProblem(int row, String column, String reason) {
    @Override
    public String toString() {
        String where = row == 0 ? "" : "row " + row + ": ";
        return where + (column.isEmpty() ? "" : column + ": ") + reason;
    }
}
