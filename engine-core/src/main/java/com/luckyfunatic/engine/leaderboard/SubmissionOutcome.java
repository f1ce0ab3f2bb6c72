package com.luckyfunatic.engine.leaderboard;

/** What became of a {@link Submission}. */
public sealed interface SubmissionOutcome {
    /** It counts, whether or not the standing is better for it. */
    record Counted(BoardEntry entry) implements SubmissionOutcome {}

    /** It had counted before; the entry is the present one. */
    record Repeated(BoardEntry entry) implements SubmissionOutcome {}

    /** It does not count; nothing has changed. */
    record Refused(LeaderboardRefusal reason) implements SubmissionOutcome {}
}
