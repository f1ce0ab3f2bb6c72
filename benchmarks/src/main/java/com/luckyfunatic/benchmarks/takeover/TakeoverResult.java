package com.luckyfunatic.benchmarks.takeover;

import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param paidBefore how many winners of the round's tournament were paid at the blow
     * @param prizeMillis from the blow until another had paid the rest of them
     */
    public record Round(
            Blow blow,
            long engineMillis,
            long drainMillis,
            int followUps,
            int paidBefore,
            long prizeMillis) {}

    /**
     * What was won and paid.
     *
     * @param won prizes of all rounds
     * @param unpaid how often a winner had less than he had won in a round
     * @param overpaid how often one had more
     */
    public record Prizes(long won, long unpaid, long overpaid) {}

    /**
     * Everything compared, after all workers had done what there was.
     *
     * @param followUps made in all rounds, each of which counts one friend and pays for it
     * @param lost follow-ups that had no effect
     * @param twice follow-ups that had their effect more than once
     * @param prizes null for runs of before there were any
     * @param changes of all players who invite or are invited
     * @param unaudited changes that the audit does not have
     * @param overAudited rows too many in the audit
     * @param mismatches of balances and the sums of their changes, gaps in sequences and the like
     */
    public record End(
            long followUps,
            long lost,
            long twice,
            @Nullable Prizes prizes,
            long changes,
            long unaudited,
            long overAudited,
            long mismatches) {
        /** How many things are not as they must be. */
        public long broken() {
            long wrong = prizes == null ? 0 : prizes.unpaid() + prizes.overpaid();
            return lost + twice + wrong + unaudited + overAudited + mismatches;
        }
    }

    /** The rounds with one kind of blow. */
    public List<Round> rounds(Blow blow) {
        return rounds.stream().filter(each -> each.blow() == blow).toList();
    }
}
