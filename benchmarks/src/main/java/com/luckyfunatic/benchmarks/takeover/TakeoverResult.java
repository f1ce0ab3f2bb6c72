package com.luckyfunatic.benchmarks.takeover;

import java.util.List;

/**
 * The result of {@link TakeoverSuite}.
 *
 * @param frozenSeconds how long a worker stood still each time
 * @param rounds in their order
 * @param end what was found when all was done
 */
public record TakeoverResult(int frozenSeconds, List<Round> rounds, End end) {
    /** What happens to the worker that does the engine's jobs. */
    public enum Blow {
        /** SIGKILL; another is started in its place. */
        KILLED,
        /** SIGSTOP, and SIGCONT when others have long done its work. */
        FROZEN
    }

    /**
     * One worker struck.
     *
     * @param engineMillis from the blow until a follow-up made after it was carried out by another
     * @param drainMillis from the blow until another had every share of the journals
     * @param followUps made in the round
     */
    public record Round(Blow blow, long engineMillis, long drainMillis, int followUps) {}

    /**
     * Everything compared, after all workers had done what there was.
     *
     * @param followUps made in all rounds, each of which counts one friend and pays for it
     * @param lost follow-ups that had no effect
     * @param twice follow-ups that had their effect more than once
     * @param changes of all players
     * @param unaudited changes that the audit does not have
     * @param overAudited rows too many in the audit
     * @param mismatches of balances and the sums of their changes, gaps in sequences and the like
     */
    public record End(
            long followUps,
            long lost,
            long twice,
            long changes,
            long unaudited,
            long overAudited,
            long mismatches) {
        /** How many things are not as they must be. */
        public long broken() {
            return lost + twice + unaudited + overAudited + mismatches;
        }
    }

    /** The rounds with one kind of blow. */
    public List<Round> rounds(Blow blow) {
        return rounds.stream().filter(each -> each.blow() == blow).toList();
    }
}
