package com.luckyfunatic.storage.mysql;

/** How committing a hard change ended. */
public sealed interface HardResult {
    /** It is committed, now or by an earlier attempt. */
    record Committed() implements HardResult {}

    /** The operation id belongs to another change or answer; this one is not committed. */
    record IdTaken() implements HardResult {}

    /**
     * The player was loaded again since: the change was made on a copy that is out of date, and is
     * not committed.
     *
     * @param epoch the present one
     */
    record Superseded(long epoch) implements HardResult {}
}
