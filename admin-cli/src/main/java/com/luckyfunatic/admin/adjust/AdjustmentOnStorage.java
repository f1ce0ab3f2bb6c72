package com.luckyfunatic.admin.adjust;

import com.luckyfunatic.admin.OperatorRecord;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.Operator;
import com.luckyfunatic.engine.operator.OperatorName;
import com.luckyfunatic.engine.operator.Role;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.operations.ConcurrentTasks;
import com.luckyfunatic.operations.adjust.AdjustmentFile;
import com.luckyfunatic.operations.adjust.AdjustmentManifest;
import com.luckyfunatic.operations.adjust.AdjustmentResults;
import com.luckyfunatic.operations.adjust.AdjustmentRun;
import com.luckyfunatic.operations.adjust.FileSpending;
import com.luckyfunatic.operations.adjust.RowProblem;
import com.luckyfunatic.operations.adjust.SecondPerson;
import com.luckyfunatic.operations.content.ReleaseWatch;
import com.luckyfunatic.operations.operator.DailyLimit;
import com.luckyfunatic.operations.operator.SupportLimit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A file of adjustments that this process carries out on the storage. Not thread-safe. */
final class AdjustmentOnStorage {
    private static final int AT_ONCE = 64;

    private final AdjustOrder order;
    private final AdjustReport report;
    private final Limits limits;
    private final GameStorage opened;
    private final AdjustmentFile read;
    private final AdjustmentManifest manifest;
    private final OperatorRecord record;

    /** What one person may do alone, and in a day. */
    record Limits(ToLongFunction<SupportLimit> alone, ToLongFunction<DailyLimit> daily) {}

    /**
     * @param read the file's rows, of which none is bad
     * @param who under which name it is recorded
     */
    AdjustmentOnStorage(
            AdjustOrder order,
            AdjustReport report,
            Limits limits,
            GameStorage opened,
            AdjustmentFile read,
            String who) {
        this.order = order;
        this.report = report;
        this.limits = limits;
        this.opened = opened;
        this.read = read;
        manifest = AdjustmentManifest.of(read.rows());
        record = new OperatorRecord(opened, who);
    }

    /**
     * Does what is to be done; returns the exit code.
     *
     * @param signedIn who has signed in; null for nobody
     * @param content what servers are given
     */
    int run(@Nullable Operator signedIn, Catalog content) {
        String missing =
                order.aim() == AdjustOrder.Aim.APPROVE
                        ? notApprover(signedIn)
                        : secondMissing(signedIn);
        if (missing != null && order.aim() != AdjustOrder.Aim.CHECK) {
            return refuse(missing);
        }
        // By the content that the servers play by: a balance can reach a rank, and that pays.
        try (ReleaseWatch watch =
                        ReleaseWatch.over(
                                GameEngine.builder(opened),
                                opened.catalogReleases(),
                                content,
                                opened.clock().millis());
                ExecutorService threads =
                        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            return run(
                    new AdjustmentRun(watch.engine(), record.who(), new ConcurrentTasks(threads)),
                    missing);
        }
    }

    private static @Nullable String notApprover(@Nullable Operator signedIn) {
        return signedIn != null && SecondPerson.isApprover(signedIn)
                ? null
                : "Who approves has the role " + Role.SUPPORT_LEAD.word() + ".";
    }

    /** Returns what keeps one person from carrying the file out; null for nothing. */
    private @Nullable String secondMissing(@Nullable Operator signedIn) {
        OperatorName second =
                Optional.ofNullable(order.approver())
                        .map(String::strip)
                        .filter(OperatorName::isName)
                        .map(OperatorName::new)
                        .orElse(null);
        return new SecondPerson(opened.operators(), opened.operatorActions(), limits.alone())
                .missing(manifest, signedIn, second)
                .map(missing -> missing.why() + " " + lacking(missing.lack(), second))
                .orElse(null);
    }

    private static String lacking(SecondPerson.Lack lack, @Nullable OperatorName second) {
        return switch (lack) {
            case AUTHOR ->
                    "Who carries it out signs in with --operator, and has the role support or"
                            + " support-lead.";
            case OTHER -> AdjustView.ANOTHER_APPROVES;
            case APPROVAL -> second + " has not approved exactly this file.";
        };
    }

    private int run(AdjustmentRun run, @Nullable String missing) {
        Path target = order.results(read);
        // What was begun was in order; players may have changed by it.
        if (order.aim() != AdjustOrder.Aim.APPLY || !AdjustmentResults.isBegun(target)) {
            List<RowProblem> problems =
                    report.told("rows checked", read, line -> run.check(read.rows(), line));
            if (!problems.isEmpty()) {
                record(ActionOutcome.REFUSED, problems.getFirst() + "; " + order.reason());
                return report.refuse(read, problems);
            }
        }
        return switch (order.aim()) {
            case CHECK -> checked(missing);
            case APPROVE -> approve();
            case APPLY -> apply(run, target);
        };
    }

    private int checked(@Nullable String missing) {
        int code = report.inOrder(read);
        if (missing != null) {
            report.complain(missing);
        }
        return code;
    }

    private int approve() {
        record(ActionOutcome.DONE, rows() + order.reason());
        return report.approved(read, record.who().value());
    }

    private int apply(AdjustmentRun run, Path target) {
        FileSpending spending = new FileSpending(opened.supportPlans(), record.who());
        boolean isBegun = AdjustmentResults.isBegun(target);
        AdjustmentRun.Tally tally;
        // Recorded before anything is done, after it is known that results can be written.
        try (AdjustmentResults written = AdjustmentResults.open(target, read.mark())) {
            Optional<FileSpending.Excess> excess =
                    spending.count(
                            manifest, Days.epochDay(opened.clock().millis()), limits.daily());
            if (excess.isPresent()) {
                return refuse(excess.get().words());
            }
            record(ActionOutcome.BEGUN, rows() + order.reason());
            tally =
                    record.noting(
                            order.action(),
                            null,
                            manifest.hash(),
                            rows() + order.reason(),
                            () ->
                                    report.told(
                                            "rows done",
                                            read,
                                            line -> run.apply(read.rows(), written, line)));
        }
        // Results that were there before tell of that run only, and another may have done the rows.
        if (tally.applied() == 0 && !isBegun) {
            spending.release(manifest);
        }
        record(ActionOutcome.DONE, rows() + tally.words() + "; " + order.reason());
        return report.done(read, tally, target);
    }

    private String rows() {
        return read.rows().size() + " rows; ";
    }

    private int refuse(String why) {
        record(ActionOutcome.REFUSED, why + " " + order.reason());
        return report.refuse(why);
    }

    private void record(ActionOutcome outcome, String detail) {
        record.add(order.action(), null, manifest.hash(), outcome, detail);
    }
}
