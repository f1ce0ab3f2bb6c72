package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.ConcurrentTasks;
import com.luckyfunatic.operations.adjust.AdjustmentManifest;
import com.luckyfunatic.operations.adjust.AdjustmentRun;
import com.luckyfunatic.operations.adjust.FileApprovals;
import com.luckyfunatic.operations.adjust.FileSpending;
import com.luckyfunatic.operations.adjust.RowProblem;
import com.luckyfunatic.operations.adjust.RowResult;
import com.luckyfunatic.operations.adjust.SecondPerson;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.token.OperatorAuthentication;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out files of adjustments for operators, part by part. It remembers nothing of a file
 * between its parts: each request carries the manifest of the whole, which is what was approved and
 * what counts. Thread-safe; calls block on the storage.
 */
@Singleton
final class AdjustmentDesk {
    /** Of all requests together: a file must not take what players need. */
    private static final int ROWS_AT_ONCE = 16;

    private static final Duration END = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(AdjustmentDesk.class);

    /** Under which word it is recorded that a part was looked at. */
    static final String CHECKED = "check_adjust_file";

    private final GameEngine engine;
    private final SupportLimits limits;
    private final SupportAudit audit;
    private final SecondPerson second;
    private final ExecutorService threads =
            Executors.newFixedThreadPool(ROWS_AT_ONCE, Thread.ofVirtual().factory());

    AdjustmentDesk(GameEngine engine, SupportLimits limits, SupportAudit audit) {
        this.engine = engine;
        this.limits = limits;
        this.audit = audit;
        GameStorage storage = engine.storage();
        second = new SecondPerson(storage.operators(), storage.operatorActions(), limits::alone);
    }

    /**
     * Asks the rules what would come of a part now; changes nothing.
     *
     * @throws ProblemException when the rows are not those of the manifest
     */
    CheckedAdjustmentsView check(OperatorAuthentication caller, AdjustmentRequestPart part) {
        recordingWhyNot(caller, CHECKED, part, part.words(), part::requireRight);
        // Before anything of players is shown.
        record(caller, CHECKED, part.manifest(), ActionOutcome.DONE, part.words());
        List<RowProblem> problems = run(caller).check(part.read().rows(), _ -> {});
        return CheckedAdjustmentsView.of(part, problems, second.beyond(part.manifest()));
    }

    /** Notes that {@code caller} approves exactly the rows of a manifest. */
    ApprovedAdjustmentsView approve(
            OperatorAuthentication caller, AdjustmentManifest manifest, String reason) {
        OperatorName approver = caller.operator().name();
        record(
                caller,
                FileApprovals.APPROVE,
                manifest,
                ActionOutcome.DONE,
                manifest.parts().size()
                        + " parts, which move "
                        + manifest.totals().words()
                        + "; "
                        + reason);
        return ApprovedAdjustmentsView.of(manifest, approver);
    }

    /**
     * Carries out the rows of a part, each at most once for ever.
     *
     * @param approver who is said to have approved the file; null for nobody
     * @throws ProblemException when the rows are not those of the manifest, another person has not
     *     approved it, or the file is too much for today
     */
    AppliedAdjustmentsView apply(
            OperatorAuthentication caller,
            AdjustmentRequestPart part,
            String reason,
            @Nullable OperatorName approver) {
        String words = part.words() + "; " + reason;
        recordingWhyNot(
                caller,
                FileApprovals.ADJUST,
                part,
                words,
                () -> {
                    part.requireRight();
                    requireSecond(caller, part.manifest(), approver);
                    spend(caller, part.manifest());
                });
        // Before it is done: whoever dies in between leaves a trace that says who asked.
        record(caller, FileApprovals.ADJUST, part.manifest(), ActionOutcome.BEGUN, words);
        List<RowResult> results =
                audit.recordingWhyNot(
                        caller,
                        FileApprovals.ADJUST,
                        null,
                        part.manifest().hash(),
                        words,
                        () -> run(caller).apply(part.read().rows()));
        AdjustmentRun.Tally tally = AdjustmentRun.Tally.of(results);
        record(
                caller,
                FileApprovals.ADJUST,
                part.manifest(),
                ActionOutcome.DONE,
                part.words() + ", " + tally.words() + "; " + reason);
        return AppliedAdjustmentsView.of(part, tally, results);
    }

    private AdjustmentRun run(OperatorAuthentication caller) {
        return new AdjustmentRun(engine, caller.operator().name(), new ConcurrentTasks(threads));
    }

    private void requireSecond(
            OperatorAuthentication caller,
            AdjustmentManifest manifest,
            @Nullable OperatorName approver) {
        SecondPerson.Missing missing =
                second.missing(manifest, caller.operator(), approver).orElse(null);
        if (missing == null) {
            return;
        }
        boolean isOwn = caller.operator().name().equals(approver);
        throw new ProblemException(
                isOwn ? ProblemCode.PLAN_SELF_APPROVAL : ProblemCode.PLAN_NOT_APPROVED,
                missing.why()
                        + (approver == null || isOwn
                                ? " Another person has to approve exactly this file, and is named"
                                        + " by `approvedBy`."
                                : " " + approver + " has not approved exactly this file."));
    }

    /** Counts the whole file before its first row: all that it moves, or nothing of it. */
    private void spend(OperatorAuthentication caller, AdjustmentManifest manifest) {
        new FileSpending(engine.storage().supportPlans(), caller.operator().name())
                .count(
                        manifest,
                        Days.epochDay(engine.clock().millis()),
                        kind -> limits.daily(kind.budget()))
                .ifPresent(excess -> {
                    throw new ProblemException(
                                    ProblemCode.OPERATOR_DAILY_LIMIT_REACHED, excess.words())
                            .with(Map.of("limit", excess.most()));
                });
    }

    private void recordingWhyNot(
            OperatorAuthentication caller,
            String action,
            AdjustmentRequestPart part,
            String words,
            Runnable work) {
        audit.recordingWhyNot(
                caller,
                action,
                null,
                part.manifest().hash(),
                words,
                () -> {
                    work.run();
                    return true;
                });
    }

    private void record(
            OperatorAuthentication caller,
            String action,
            AdjustmentManifest manifest,
            ActionOutcome outcome,
            String detail) {
        audit.record(caller, action, null, manifest.hash(), outcome, detail);
    }

    /** Breaks off what is under way; the same request again tells of it and goes on. */
    @PreDestroy
    void close() throws InterruptedException {
        threads.shutdownNow();
        if (!threads.awaitTermination(END.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Adjustments are still under way");
        }
    }
}
