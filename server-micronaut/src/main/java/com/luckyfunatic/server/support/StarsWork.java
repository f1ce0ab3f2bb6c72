package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.operator.StarsRefund;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.store.StoreResult;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.stars.StarCharges;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans to give Stars back: each payment's by one plan, and once. Thread-safe; calls block on the
 * storage and on Telegram.
 */
@Singleton
final class StarsWork implements PlanWork {
    private final StarCharges charges;
    private final StarsAsking asking;

    StarsWork(StarCharges charges, StarsAsking asking) {
        this.charges = charges;
        this.asking = asking;
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
        return shown(plan.requiredPlayer(), StarsAsking.change(plan).chargeId());
    }

    @Override
    public void check(SupportPlan plan) {
        if (shown(plan).refunded()) {
            throw problem(ProblemCode.STARS_ALREADY_REFUNDED);
        }
        // Telegram gives Stars back to an account, which is forgotten with the person.
        asking.account(plan);
    }

    @Override
    public @Nullable Prospect prospect(SupportPlan plan) {
        PlannedStarsView now = shown(plan);
        boolean hasEnded = asking.of(plan).filter(refund -> refund.end() != null).isPresent();
        return now.refunded() || hasEnded || asking.isAnothers(plan)
                ? null
                : new Prospect(HoldingsView.of(now), HoldingsView.of(now.givenBack()));
    }

    /** Also one that has asked Telegram and not heard what came of it: it is gone on with. */
    @Override
    public boolean isKnown(SupportPlan plan) {
        return asking.of(plan)
                .filter(refund -> refund.end() != null || refund.mayHaveRefunded())
                .isPresent();
    }

    @Override
    public boolean hasComeToNothing(SupportPlan plan) {
        return asking.of(plan).filter(StarsRefund::mayHaveRefunded).isEmpty();
    }

    @Override
    public Done carryOut(SupportPlan plan) {
        return switch (asking.carryOut(plan)) {
            case StarsAsking.Refunded(long atMillis, boolean repeated) ->
                    new Done(atMillis, repeated, after(plan));
            case StarsAsking.Refused(String words) ->
                    throw problem(ProblemCode.STARS_NOT_REFUNDED).with(Map.of("telegram", words));
            case StarsAsking.Outdated() -> throw problem(ProblemCode.PLAN_OUTDATED);
        };
    }

    /** Returns what is shown of it now; null when nobody knows it any more. It is done anyhow. */
    private @Nullable HoldingsView after(SupportPlan plan) {
        try {
            return HoldingsView.of(shown(plan));
        } catch (ProblemException e) {
            return null;
        }
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }
}
