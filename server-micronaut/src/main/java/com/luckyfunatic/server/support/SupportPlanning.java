package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.StateChangedException;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.item.ItemCommand.AdjustItem;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.Budget;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.SupportPlans;
import com.luckyfunatic.engine.wallet.WalletCommand.AdjustBalance;
import com.luckyfunatic.server.crypto.Sha256;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.PlayerOperations;
import com.luckyfunatic.server.token.OperatorAuthentication;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
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
    private static final int ID_BYTES = 16;
    private static final String MADE = "make_plan";
    private static final String APPROVED = "approve_plan";
    private static final String CARRIED_OUT = "execute_plan";

    private final GameEngine engine;
    private final SupportPlans plans;
    private final SupportLimits limits;
    private final SupportAudit audit;
    private final PlayerOperations operations;
    private final SecureRandom random = new SecureRandom();

    SupportPlanning(
            GameEngine engine,
            SupportLimits limits,
            SupportAudit audit,
            PlayerOperations operations) {
        this.engine = engine;
        this.plans = engine.storage().supportPlans();
        this.limits = limits;
        this.audit = audit;
        this.operations = operations;
    }

    /**
     * A plan that was asked for.
     *
     * @param repeated whether it was there before, under the caller's key
     */
    record Made(SupportPlan plan, boolean repeated) {}

    /**
     * Makes a plan for the player's present state.
     *
     * @param key the caller's name for it; null for none
     * @throws ProblemException when there is no such player, the rules would refuse it, or the key
     *     is another plan's
     */
    Made make(
            OperatorAuthentication caller,
            PlayerId player,
            Command command,
            String reason,
            @Nullable OperationId key) {
        String id = key == null ? newId() : idOf(caller, key);
        PlayerState state =
                engine.player(player).orElseThrow(() -> problem(ProblemCode.UNKNOWN_PLAYER));
        long now = engine.clock().millis();
        long amount = amount(command);
        Budget budget = budget(command);
        SupportPlan plan =
                new SupportPlan(
                        id,
                        caller.operator().name(),
                        player,
                        state.sequence(),
                        command,
                        reason,
                        budget,
                        amount,
                        amount > limits.alone(budget),
                        now,
                        now + GOOD_FOR.toMillis(),
                        null);
        Optional<SupportPlan> known = plans.find(id);
        if (known.isEmpty()) {
            refusedIsRecorded(caller, MADE, plan, () -> preview(plan));
            known = Optional.of(plans.add(plan));
        }
        SupportPlan kept = known.get();
        if (!kept.player().equals(player)
                || !kept.command().equals(command)
                || !kept.reason().equals(reason)) {
            throw problem(ProblemCode.IDEMPOTENCY_KEY_REUSED);
        }
        record(caller, MADE, kept, ActionOutcome.DONE, words(kept));
        return new Made(kept, !kept.equals(plan));
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

    private static long amount(Command command) {
        return switch (command) {
            case AdjustBalance adjust -> Math.abs(adjust.delta());
            case AdjustItem adjust -> Math.abs((long) adjust.delta());
            default -> throw new IllegalArgumentException("no plan is made of " + command);
        };
    }

    private static Budget budget(Command command) {
        return switch (command) {
            case AdjustBalance adjust ->
                    switch (adjust.currency()) {
                        case FUNZ -> Budget.FUNZ;
                        case JOKERS -> Budget.JOKERS;
                    };
            default -> Budget.ITEMS;
        };
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
        PlayerState before = engine.player(plan.player()).orElse(null);
        if (before == null || before.sequence() != plan.sequence()) {
            return PlanView.of(plan, null, null);
        }
        Answer answer = engine.preview(envelope(plan));
        PlayerState after = answer.state();
        return PlanView.of(
                plan,
                HoldingsView.of(before, plan.command()),
                after == null ? null : HoldingsView.of(after, plan.command()));
    }

    private Answer preview(SupportPlan plan) {
        return operations.performForOperator(envelope(plan), engine::preview).answer();
    }

    private CommandEnvelope envelope(SupportPlan plan) {
        return new CommandEnvelope(
                plan.player(),
                plan.operationId(),
                engine.clock().millis(),
                new Actor.Operator(plan.author().value()),
                plan.command());
    }

    /**
     * Notes that {@code caller} approves a plan.
     *
     * @throws ProblemException when it is the caller's own, or good no longer
     */
    SupportPlan approve(OperatorAuthentication caller, SupportPlan plan) {
        SupportPlan approved =
                refusedIsRecorded(
                        caller,
                        APPROVED,
                        plan,
                        () -> {
                            if (plan.author().equals(caller.operator().name())) {
                                throw problem(ProblemCode.PLAN_SELF_APPROVAL);
                            }
                            requireGood(plan);
                            return plans.approve(plan.id(), caller.operator().name()).orElse(plan);
                        });
        record(caller, APPROVED, plan, ActionOutcome.DONE, words(plan));
        return approved;
    }

    /**
     * Carries a plan out, at most once for ever.
     *
     * @param hash that of the plan that the caller has seen
     * @throws ProblemException when it is another's, another than seen, not approved, too much for
     *     today, or the player has changed since
     */
    Answer execute(OperatorAuthentication caller, SupportPlan plan, String hash) {
        Answer answer =
                refusedIsRecorded(caller, CARRIED_OUT, plan, () -> executed(caller, plan, hash));
        PlayerState after = answer.state();
        record(
                caller,
                CARRIED_OUT,
                plan,
                ActionOutcome.DONE,
                words(plan)
                        + (answer.repeated() ? "; done before" : "")
                        + (after == null
                                ? ""
                                : "; after: " + HoldingsView.of(after, plan.command()).words()));
        return answer;
    }

    private Answer executed(OperatorAuthentication caller, SupportPlan plan, String hash) {
        if (!plan.author().equals(caller.operator().name())) {
            throw problem(ProblemCode.PLAN_OF_ANOTHER);
        }
        if (!PlanHash.of(plan).equals(hash)) {
            throw problem(ProblemCode.PLAN_HASH_MISMATCH);
        }
        // What was done stays done, however late the answer is asked for again.
        boolean isKnown = engine.operation(plan.player(), plan.operationId()).isPresent();
        if (!isKnown) {
            requireGood(plan);
            if (plan.waitsForApproval()) {
                throw problem(ProblemCode.PLAN_NOT_APPROVED);
            }
            spend(plan);
            // Before it is done: whoever dies in between leaves a trace that says who asked.
            record(caller, CARRIED_OUT, plan, ActionOutcome.BEGUN, words(plan));
        }
        try {
            return operations
                    .performForOperator(
                            envelope(plan), asked -> engine.executeAt(asked, plan.sequence()))
                    .answer();
        } catch (StateChangedException e) {
            Optional<Answer> done = done(plan);
            if (done.isPresent()) {
                return done.get();
            }
            plans.release(plan.id());
            throw problem(ProblemCode.PLAN_OUTDATED)
                    .with(Map.of("sequence", e.actual(), "expected", e.expected()));
        } catch (ProblemException e) {
            plans.release(plan.id());
            throw e;
        }
    }

    /** Another request may have carried it out just now, which has changed the state. */
    private Optional<Answer> done(SupportPlan plan) {
        return engine.operation(plan.player(), plan.operationId())
                .filter(answer -> answer.outcome() instanceof Outcome.Accepted);
    }

    private void requireGood(SupportPlan plan) {
        if (engine.clock().millis() >= plan.expiresAtMillis()) {
            throw problem(ProblemCode.PLAN_EXPIRED);
        }
    }

    private void spend(SupportPlan plan) {
        long limit = limits.daily(plan.budget());
        if (!plans.spend(plan, Days.epochDay(engine.clock().millis()), limit)) {
            throw problem(ProblemCode.OPERATOR_DAILY_LIMIT_REACHED).with(Map.of("limit", limit));
        }
    }

    private <T> T refusedIsRecorded(
            OperatorAuthentication caller, String action, SupportPlan plan, Supplier<T> work) {
        try {
            return work.get();
        } catch (ProblemException e) {
            record(
                    caller,
                    action,
                    plan,
                    ActionOutcome.REFUSED,
                    e.code().word() + "; " + words(plan));
            throw e;
        } catch (RuntimeException e) {
            recordFailure(caller, action, plan, e);
            throw e;
        }
    }

    /** The store that failed may be the one that records. */
    private void recordFailure(
            OperatorAuthentication caller, String action, SupportPlan plan, RuntimeException e) {
        try {
            String name = e.getClass().getSimpleName();
            record(caller, action, plan, ActionOutcome.FAILED, name + "; " + words(plan));
        } catch (RuntimeException another) {
            e.addSuppressed(another);
        }
    }

    private void record(
            OperatorAuthentication caller,
            String action,
            SupportPlan plan,
            ActionOutcome outcome,
            String detail) {
        audit.record(caller, action, plan.player(), plan.id(), outcome, detail);
    }

    private static String words(SupportPlan plan) {
        return switch (plan.command()) {
            case AdjustBalance adjust ->
                    adjust.currency() + " " + adjust.delta() + "; " + adjust.reason();
            case AdjustItem adjust -> adjust.item() + " " + adjust.delta() + "; " + adjust.reason();
            default -> plan.command().getClass().getSimpleName();
        };
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
