package com.luckyfunatic.operations.job;

import com.luckyfunatic.operations.audit.AuditSealing;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Which jobs the engine has. */
public final class EngineJobs {
    /** How long {@code pay-prizes} pauses unless the settings say otherwise. */
    public static final Duration PRIZE_RUN_PAUSE = Duration.ofMinutes(5);

    private EngineJobs() {}

    /**
     * Returns every job that needs nothing but a storage, in the order they are listed.
     *
     * @param registry where they count what they do
     * @param prizeRunPause between rounds of {@code pay-prizes}
     * @param sealing how {@code seal-audit} seals
     */
    public static List<Job> of(
            MeterRegistry registry, Duration prizeRunPause, AuditSealing sealing) {
        return List.of(
                new SettleFollowUps(),
                new RaisePopups(),
                new RunRaffles(registry),
                new SettleStock(registry),
                new PayPrizes(registry, prizeRunPause),
                new CareForTournaments(registry),
                new ResendScores(registry),
                new CompareBoards(registry),
                new SealAudit(registry, sealing),
                new SampleConservation(registry, new SecureRandom()));
    }

    /**
     * Returns those of {@code jobs} that processes on a distributed storage run by themselves: what
     * the storage has a job of its own for is left to it.
     */
    public static List<Job> onDistributed(List<Job> jobs) {
        List<Job> kept = new ArrayList<>(jobs);
        kept.removeIf(SettleStock.class::isInstance);
        return List.copyOf(kept);
    }
}
