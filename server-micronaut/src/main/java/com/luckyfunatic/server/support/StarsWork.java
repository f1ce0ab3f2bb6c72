package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.operator.ActionOutcome;
import com.luckyfunatic.engine.operator.OperatorAction;
import com.luckyfunatic.engine.operator.PlannedChange.RefundStars;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.store.StoreCommand;
import com.luckyfunatic.engine.store.StoreResult;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.stars.StarCharges;
import com.luckyfunatic.server.telegram.bot.BotApiException;
import com.luckyfunatic.server.telegram.bot.StarPayments;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Plans to give Stars back. First Telegram gives them back, which it does once for each payment,
 * then it is noted in the player's history, once too: whoever dies in between asks again.
 * Thread-safe; calls block on the storage and on Telegram.
 */
@Singleton
final class StarsWork implements PlanWork {
    private final GameEngine engine;
    private final SupportPlayers players;
    private final StarCharges charges;
    private final StarPayments payments;

    StarsWork(
            GameEngine engine, SupportPlayers players, StarCharges charges, StarPayments payments) {
        this.engine = engine;
        this.players = players;
        this.charges = charges;
        this.payments = payments;
    }

    /**
     * Returns how many Stars a player has paid.
     *
     * @throws ProblemException when the player has made no such payment
     */
    int paid(PlayerId player, String charge) {
        return shown(player, charge).stars();
    }

    private PlannedStarsView shown(PlayerId player, String charge) {
        boolean isBack = charges.backAtMillis(player, charge).isPresent();
        return switch (charges.paid(player, charge)) {
            case StoreResult.StarsTaken taken ->
                    new PlannedStarsView(
                            taken.listing().value(), taken.quantity(), taken.stars(), true, isBack);
            case StoreResult.StarsTurnedAway away ->
                    new PlannedStarsView(
                            away.listing().value(), away.quantity(), away.stars(), false, isBack);
            case null, default -> throw problem(ProblemCode.UNKNOWN_CHARGE);
        };
    }

    private PlannedStarsView shown(SupportPlan plan) {
        return shown(plan.requiredPlayer(), change(plan).chargeId());
    }

    @Override
    public void check(SupportPlan plan) {
        if (shown(plan).refunded()) {
            throw problem(ProblemCode.STARS_ALREADY_REFUNDED);
        }
    }

    @Override
    public @Nullable Prospect prospect(SupportPlan plan) {
        PlannedStarsView now = shown(plan);
        return now.refunded()
                ? null
                : new Prospect(HoldingsView.of(now), HoldingsView.of(now.givenBack()));
    }

    /** What is noted of the payment tells that it went back, what is recorded by which plan. */
    @Override
    public boolean isKnown(SupportPlan plan) {
        return recorded(plan).stream().anyMatch(each -> each.outcome() == ActionOutcome.DONE)
                && backAtMillis(plan).isPresent();
    }

    private Optional<Long> backAtMillis(SupportPlan plan) {
        return charges.backAtMillis(plan.requiredPlayer(), change(plan).chargeId());
    }

    /** Returns what is recorded of the plan's being carried out, in its order. */
    private List<OperatorAction> recorded(SupportPlan plan) {
        List<OperatorAction> found = new ArrayList<>();
        long before = Long.MAX_VALUE;
        Page<OperatorAction> page;
        do {
            page =
                    engine.storage()
                            .operatorActions()
                            .about(plan.requiredPlayer(), before, Page.LIMIT_MAX);
            for (OperatorAction each : page.items()) {
                before = each.id();
                if (plan.id().equals(each.reference())
                        && each.action().equals(OperatorAction.EXECUTE_PLAN)) {
                    found.addFirst(each);
                }
            }
        } while (page.hasMore() && page.items().getLast().atMillis() >= plan.createdAtMillis());
        return found;
    }

    @Override
    public Done carryOut(SupportPlan plan) {
        Optional<Long> before = backAtMillis(plan);
        if (before.isPresent()) {
            return doneBefore(plan, before.get());
        }
        try {
            payments.refund(telegramId(plan), change(plan).chargeId());
        } catch (BotApiException e) {
            if (e.kind() == BotApiException.Kind.REFUSED) {
                throw problem(ProblemCode.STARS_NOT_REFUNDED)
                        .with(Map.of("telegram", e.description()));
            }
            throw e;
        }
        long at =
                charges.noteBack(
                                plan.requiredPlayer(),
                                new StoreCommand.NoteStarsRefund(
                                        change(plan).stars(), change(plan).chargeId()),
                                new Actor.Operator(plan.author().value()))
                        .nowMillis();
        return new Done(at, false, HoldingsView.of(shown(plan)));
    }

    /** The Stars went back before this attempt: by an earlier one of this plan, or without it. */
    private Done doneBefore(SupportPlan plan, long backAtMillis) {
        if (!mayHaveAsked(recorded(plan))) {
            throw problem(ProblemCode.PLAN_OUTDATED);
        }
        return new Done(backAtMillis, true, HoldingsView.of(shown(plan)));
    }

    /**
     * Returns whether an attempt before the last one may have asked Telegram: one that was begun
     * and not refused. Whoever died in it has left no more than that, and Telegram may have told
     * first that the Stars went back.
     */
    private static boolean mayHaveAsked(List<OperatorAction> recorded) {
        for (int i = 0; i < recorded.size() - 1; i++) {
            if (recorded.get(i).outcome() == ActionOutcome.BEGUN
                    && recorded.get(i + 1).outcome() != ActionOutcome.REFUSED) {
                return true;
            }
        }
        return false;
    }

    private long telegramId(SupportPlan plan) {
        return players.profile(plan.requiredPlayer()).account().telegramId();
    }

    private static RefundStars change(SupportPlan plan) {
        if (plan.change() instanceof RefundStars change) {
            return change;
        }
        throw new IllegalArgumentException("plan " + plan.id() + " is about no Stars");
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
