package com.luckyfunatic.storage.verify;

/**
 * What a check of the books came to.
 *
 * @param players how many were checked
 * @param completePlayers of how many everything is kept, from the first change on; the balances of
 *     all others were followed back to what their oldest change began with
 * @param changes how many were checked
 * @param operations how many accepted hard operations were found among them
 * @param operationsOutOfReach how many accepted hard operations are older than the changes kept of
 *     their player, so that there is nothing to hold them against
 * @param oldestMillis when the oldest change that was checked was made, epoch milliseconds; {@link
 *     Long#MAX_VALUE} when there was none
 * @param mismatches how much does not add up
 */
public record ConservationReport(
        long players,
        long completePlayers,
        long changes,
        long operations,
        long operationsOutOfReach,
        long oldestMillis,
        long mismatches) {
    static final ConservationReport NOTHING =
            new ConservationReport(0, 0, 0, 0, 0, Long.MAX_VALUE, 0);

    ConservationReport and(BookCheck.Checked book) {
        return new ConservationReport(
                players + 1,
                completePlayers + (book.isComplete() ? 1 : 0),
                changes + book.changes(),
                operations + book.operations(),
                operationsOutOfReach + book.operationsOutOfReach(),
                Math.min(oldestMillis, book.oldestMillis()),
                mismatches + book.mismatches().size());
    }

    /** Returns whether everything adds up. */
    public boolean isClean() {
        return mismatches == 0;
    }
}
