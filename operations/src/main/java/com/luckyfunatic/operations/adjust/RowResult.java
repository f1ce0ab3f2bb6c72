package com.luckyfunatic.operations.adjust;

/**
 * What became of a row.
 *
 * @param adjustment the row
 * @param detail what else is to be known; may be empty
 */
public record RowResult(Adjustment adjustment, AdjustmentResults.Result result, String detail) {}
