package com.luckyfunatic.storage.audit;

import com.luckyfunatic.engine.audit.AuditComparison;

/**
 * What a check of a log came to.
 *
 * @param log which log
 * @param seals how many seals were checked
 * @param keyedSeals how many of them were made with a key
 * @param rows how many rows were read and are as they were sealed
 * @param gone how many sealed rows are no longer kept, which is right for their age
 * @param unsealed how many rows came after the last seal, and were not checked
 * @param listed what came of comparing what the rows list and lies elsewhere
 * @param findings how much is wrong
 */
public record AuditReport(
        String log,
        long seals,
        long keyedSeals,
        long rows,
        long gone,
        long unsealed,
        AuditComparison listed,
        long findings) {
    /** Returns whether everything is as it was sealed. */
    public boolean isClean() {
        return findings == 0;
    }
}
