package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.PayingPlayers;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.platform.TransferBasis;
import com.luckyfunatic.engine.platform.TransferId;
import com.luckyfunatic.engine.player.PlayerCommand;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.server.crypto.Sha256;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.token.OperatorAuthentication;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes plans and carries them out. Whatever comes of it is recorded: done, refused or failed.
 * Thread-safe; calls block on the storage.
 */
@Singleton
final class SupportPlanning {
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    /** As long as a plan is good, though servers' clocks are apart. */
    private static final Duration DRAFT_KEPT = GOOD_FOR.plusMinutes(10);

    private static final int ID_BYTES = 16;

    /** Under which word it is recorded that a plan was made. */
    static final String MADE = "make_plan";

    /** Under which word it is recorded that a plan was approved. */
    static final String APPROVED = "approve_plan";

    private static final String CARRIED_OUT = OperatorAction.EXECUTE_PLAN;

    private final GameEngine engine;
    private final SupportPlans plans;
    private final SupportPlayers players;
    private final SupportLimits limits;
    private final SupportAudit audit;
    private final PlanApprovals approvals;
    private final StateWork states;
    private final AdmissionWork admissions;
    private final TournamentWork tournaments;
    private final TransferWork transfers;
    private final FollowUpWork followUps;
    private final StarsWork stars;
    private final ContentWork content;
    private final SecureRandom random = new SecureRandom();

    SupportPlanning(
            GameEngine engine,
            SupportPlayers players,
            SupportLimits limits,
            SupportAudit audit,
            PlanApprovals approvals,
            StateWork states,
            AdmissionWork admissions,
            TournamentWork tournaments,
            TransferWork transfers,
            FollowUpWork followUps,
            StarsWork stars,
            ContentWork content) {
        this.engine = engine;
        this.plans = engine.storage().supportPlans();
        this.players = players;
        this.limits = limits;
        this.audit = audit;
        this.approvals = approvals;
        this.states = states;
        this.admissions = admissions;
        this.tournaments = tournaments;
        this.transfers = transfers;
        this.followUps = followUps;
        this.stars = stars;
        this.content = content;
    }

    private PlanWork work(SupportPlan plan) {
        return switch (plan.change()) {
            case PlannedChange.OfState _ -> states;
            case PlannedChange.OfAdmission _ -> admissions;
            case PlannedChange.OfTournament _ -> tournaments;
            case PlannedChange.SettleTransfer _ -> transfers;
            case PlannedChange.DropFollowUp _ -> followUps;
            case PlannedChange.RefundStars _ -> stars;
            case PlannedChange.OfContent _ -> content;
        };
    }

    /**
     * A plan that was asked for.
     *
     * @param repeated whether it was there before, under the caller's key
     */
    record Made(SupportPlan plan, boolean repeated) {}

    /**
     * Makes a plan for what a player is now.
     *
     * @param key the caller's name for it; null for none
     * @throws ProblemException when there is no such player, it would be refused, or the key is
     *     another plan's
     */
    Made make(
            OperatorAuthentication caller,
            PlayerId player,
            PlanRequest request,
            @Nullable OperationId key) {
        players.profile(player);
        PlannedChange change = request.change(seen(caller, player), engine.clock().millis());
        return make(caller, player, change, request.checkedReasonCode(), key);
    }

    /**
     * Makes a plan for what a tournament is now.
     *
     * @param key the caller's name for it; null for none
     * @throws ProblemException when there is no such tournament, it would be refused, or the key is
     *     another plan's
     */
    Made make(
            OperatorAuthentication caller,
            String tournament,
            TournamentPlanRequest request,
            @Nullable OperationId key) {
        PlannedChange change = request.change(tournaments.tournament(tournament));
        return make(caller, request.player(), change, request.checkedReasonCode(), key);
    }

    /**
     * Makes a plan for what is released of the content now.
     *
     * @param key the caller's name for it; null for none
     * @throws ProblemException when there is no such release, it would be refused, or the key is
     *     another plan's
     */
    Made make(
            OperatorAuthentication caller, ContentPlanRequest request, @Nullable OperationId key) {
        String reason = request.checkedReasonCode();
        PlannedChange.OfContent wanted = content.wanted(request);
        String id = id(caller, key);
        Optional<SupportPlan> known = plans.find(id);
        if (known.isPresent()) {
            // As it was made: what has been carried out would be refused by now.
            return again(caller, known.get(), null, wanted, reason);
        }
        PlannedChange change =
                audit.recordingWhyNot(
                        caller,
                        MADE,
                        null,
                        null,
                        wanted.reason(),
                        () ->
                                content.lookedAt(
                                        wanted,
                                        caller.operator().name(),
                                        id,
                                        request.document(),
                                        engine.clock().millis() + DRAFT_KEPT.toMillis()));
        return make(caller, null, change, reason, id);
    }

    private Made make(
            OperatorAuthentication caller,
            @Nullable PlayerId player,
            PlannedChange change,
            String reason,
            @Nullable OperationId key) {
        return make(caller, player, change, reason, id(caller, key));
    }

    private String id(OperatorAuthentication caller, @Nullable OperationId key) {
        return key == null ? newId() : idOf(caller, key);
    }

    private Made make(
            OperatorAuthentication caller,
            @Nullable PlayerId player,
            PlannedChange change,
            String reason,
            String id) {
        long now = engine.clock().millis();
        PlanWeight weight = PlanWeight.of(change);
        PlayerState seen = seen(player, change);
        SupportPlan plan =
                new SupportPlan(
                        id,
                        caller.operator().name(),
                        player,
                        seen == null ? 0 : seen.sequence(),
                        change,
                        reason,
                        weight.budget(),
                        weight.amount(),
                        change.needsApproval()
                                || weight.amount() > limits.alone(weight.budget())
                                || isOfPaying(seen, change),
                        now,
                        now + GOOD_FOR.toMillis(),
                        null);
        Optional<SupportPlan> known = plans.find(id);
        if (known.isEmpty()) {
            recordingWhyNot(
                    caller,
                    MADE,
                    plan,
                    () -> {
                        work(plan).check(plan);
                        return true;
                    });
            known = Optional.of(plans.add(plan));
        }
        Made made = again(caller, known.get(), player, change.intent(), reason);
        return new Made(made.plan(), !made.plan().equals(plan));
    }

    /** Returns a plan that is asked for again, if it is the same. */
    private Made again(
            OperatorAuthentication caller,
            SupportPlan kept,
            @Nullable PlayerId player,
            PlannedChange intent,
            String reason) {
        if (!Objects.equals(kept.player(), player)
                || !kept.change().intent().equals(intent)
                || !kept.reason().equals(reason)) {
            throw problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        record(caller, MADE, kept, ActionOutcome.DONE, PlanWords.of(kept));
        return new Made(kept, true);
    }

    private PlanRequest.Seen seen(OperatorAuthentication caller, PlayerId player) {
        return new PlanRequest.Seen() {
            @Override
            public Admission admission() {
                return players.admission(player);
            }

            @Override
            public TransferBasis transfer(TransferId id) {
                return audit.recordingWhyNot(
                        caller,
                        MADE,
                        player,
                        null,
                        "transfer " + id,
                        () -> TransferBasis.of(transfers.find(player, id)));
            }

            @Override
            public @Nullable Command followUp(OperationId id) {
                return followUps.seen(player, id);
            }

            @Override
            public int starsPaid(String charge) {
                return audit.recordingWhyNot(
                        caller,
                        MADE,
                        player,
                        null,
                        "stars of " + charge,
                        () -> stars.paid(player, charge));
            }
        };
    }

    /** Returns the state that a plan is made for; null when it is about something else. */
    private @Nullable PlayerState seen(@Nullable PlayerId player, PlannedChange change) {
        if (player == null || !(change instanceof PlannedChange.OfState)) {
            return null;
        }
        return engine.player(player).orElseThrow(() -> problem(ProblemCode.UNKNOWN_PLAYER));
    }

    /**
     * Returns whether the whole game of somebody is at stake who has ever paid. It holds as long as
     * the plan is good: a payment after it changes the state.
     */
    private boolean isOfPaying(@Nullable PlayerState seen, PlannedChange change) {
        return seen != null
                && change instanceof PlannedChange.OfState(PlayerCommand _)
                && new PayingPlayers(engine.storage().transferOutbox())
                        .hasPaid(seen, engine.catalog());
    }

    private String newId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String idOf(OperatorAuthentication caller, OperationId key) {
        byte[] digest = Sha256.of(caller.operator().name() + " " + key.value());
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        return "k" + text.substring(0, 30);
    }

    /**
     * Returns the plan that is called {@code id}.
     *
     * @throws ProblemException when there is none
     */
    SupportPlan find(String id) {
        return Optional.of(id)
                .filter(SupportPlan::isId)
                .flatMap(plans::find)
                .orElseThrow(() -> problem(ProblemCode.UNKNOWN_PLAN));
    }

    /** Shows a plan, and what it would come to now. */
    PlanView view(SupportPlan plan) {
        return PlanView.of(plan, approvals.isVoid(plan), work(plan).prospect(plan));
    }

    /**
     * Notes that {@code caller} approves a plan.
     *
     * @throws ProblemException when it is the caller's own, good no longer, or was approved by who
     *     may not any more
     */
    SupportPlan approve(OperatorAuthentication caller, SupportPlan plan) {
        SupportPlan approved =
                recordingWhyNot(
                        caller,
                        APPROVED,
                        plan,
                        () -> {
                            approvals.requireApprovable(plan, caller.operator().name());
                            requireGood(plan);
                            return plans.approve(plan.id(), caller.operator().name()).orElse(plan);
                        });
        boolean isFirst = caller.operator().name().equals(approved.approvedBy());
        record(
                caller,
                APPROVED,
                plan,
                ActionOutcome.DONE,
                PlanWords.of(plan) + (isFirst ? "" : "; approved before by another"));
        return approved;
    }

    /**
     * Carries a plan out, at most once for ever.
     *
     * @param hash that of the plan that the caller has seen
     * @throws ProblemException when it is another's, another than seen, not approved, too much for
     *     today, or what it is about has changed since
     */
    PlanWork.Done execute(OperatorAuthentication caller, SupportPlan plan, String hash) {
        PlanWork.Done done =
                recordingWhyNot(caller, CARRIED_OUT, plan, () -> executed(caller, plan, hash));
        HoldingsView after = done.after();
        record(
                caller,
                CARRIED_OUT,
                plan,
                ActionOutcome.DONE,
                PlanWords.of(plan)
                        + (done.repeated() ? "; done before" : "")
                        + (after == null ? "" : "; after: " + after.words()));
        return done;
    }

    private PlanWork.Done executed(OperatorAuthentication caller, SupportPlan plan, String hash) {
        if (!plan.author().equals(caller.operator().name())) {
            throw problem(ProblemCode.PLAN_OF_ANOTHER);
        }
        // Roles hold from the next request on: also of plans that were made before.
        SupportRoutes.requirePlanner(caller.operator(), plan.change());
        if (!PlanHash.of(plan).equals(hash)) {
            throw problem(ProblemCode.PLAN_HASH_MISMATCH);
        }
        PlanWork work = work(plan);
        // What was done stays done, however late the answer is asked for again.
        if (!work.isKnown(plan)) {
            requireGood(plan);
            approvals.requireApproved(plan);
            spend(plan);
            // Before it is done: whoever dies in between leaves a trace that says who asked.
            record(caller, CARRIED_OUT, plan, ActionOutcome.BEGUN, PlanWords.of(plan));
        }
        try {
            return work.carryOut(plan);
        } catch (ProblemException e) {
            if (work.hasComeToNothing(plan)) {
                plans.release(plan.id());
            }
            throw e;
        }
    }

    private void requireGood(SupportPlan plan) {
        if (engine.clock().millis() >= plan.expiresAtMillis()) {
            throw problem(ProblemCode.PLAN_EXPIRED);
        }
    }

    private void spend(SupportPlan plan) {
        long limit = limits.daily(plan.budget());
        if (!plans.spend(plan.spending(), Days.epochDay(engine.clock().millis()), limit)) {
            throw problem(ProblemCode.OPERATOR_DAILY_LIMIT_REACHED).with(Map.of("limit", limit));
        }
    }

    private <T> T recordingWhyNot(
            OperatorAuthentication caller, String action, SupportPlan plan, Supplier<T> work) {
        return audit.recordingWhyNot(
                caller, action, plan.player(), plan.id(), PlanWords.of(plan), work);
    }

    private void record(
            OperatorAuthentication caller,
            String action,
            SupportPlan plan,
            ActionOutcome outcome,
            String detail) {
        audit.record(caller, action, plan.player(), plan.id(), outcome, detail);
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
