package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.platform.Transfer;
import com.luckyfunatic.engine.platform.TransferId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the Funtico platform keeps in mind about transfers. It is as strict as can be: it counts
 * each one that is sent again after it has arrived. Thread-safe.
 */
public final class FakePlatform {
    /** The oldest request that is taken. */
    public static final Duration AGE_MAX = Duration.ofMinutes(1);

    private final Predicate<Transfer> refuses;
    private final Map<TransferId, Verdict> verdicts = new HashMap<>();
    private int repeats;
    private int stale;

    /** What has become of a transfer there. */
    public enum Verdict {
        /** The account has the items. */
        ACCEPTED,
        /** It will never have them. */
        REFUSED,
        /** The request was too old, and nothing came of it. */
        STALE
    }

    /**
     * A platform without transfers.
     *
     * @param refuses which it does not want
     */
    public FakePlatform(Predicate<Transfer> refuses) {
        this.refuses = refuses;
    }

    /** A request arrives. */
    public synchronized Verdict arrive(Transfer transfer, long sentAtMillis, long nowMillis) {
        if (Math.abs(nowMillis - sentAtMillis) > AGE_MAX.toMillis()) {
            stale++;
            return Verdict.STALE;
        }
        if (verdicts.containsKey(transfer.id())) {
            repeats++;
        }
        return verdicts.computeIfAbsent(
                transfer.id(), _ -> refuses.test(transfer) ? Verdict.REFUSED : Verdict.ACCEPTED);
    }

    /** Returns what has become of a transfer; empty when it never arrived. */
    public synchronized Optional<Verdict> verdict(TransferId transfer) {
        return Optional.ofNullable(verdicts.get(transfer));
    }

    /** Returns how many arrived that had arrived before: a blind repeat each. */
    public synchronized int repeats() {
        return repeats;
    }

    /** Returns how many arrived too late. */
    public synchronized int stale() {
        return stale;
    }
}
