package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.AdmissionChange;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans about who may play. Thread-safe; calls block. */
@Singleton
final class AdmissionWork implements PlanWork {
    private final GameEngine engine;
    private final SupportPlayers players;

    AdmissionWork(GameEngine engine, SupportPlayers players) {
        this.engine = engine;
        this.players = players;
    }

    /** Nothing can be wrong with it: what it says was checked when it was read. */
    @Override
    public void check(SupportPlan plan) {
        players.profile(plan.requiredPlayer());
    }

    @Override
    public @Nullable Prospect prospect(SupportPlan plan) {
        Admission now = players.admission(plan.requiredPlayer());
        PlannedChange.OfAdmission change = change(plan);
        return now.equals(change.seen())
                ? new Prospect(
                        HoldingsView.of(now),
                        HoldingsView.of(change.after(actor(plan), engine.clock().millis())))
                : null;
    }

    @Override
    public boolean isKnown(SupportPlan plan) {
        return admissions().changed(plan.operationId()).isPresent();
    }

    @Override
    public Done carryOut(SupportPlan plan) {
        PlannedChange.OfAdmission change = change(plan);
        long now = engine.clock().millis();
        AdmissionChange asked =
                new AdmissionChange(
                        plan.operationId(),
                        plan.requiredPlayer(),
                        change.seen(),
                        change.after(actor(plan), now),
                        change.reason(),
                        actor(plan),
                        now);
        boolean wasKnown = isKnown(plan);
        if (!wasKnown
                && change instanceof PlannedChange.BanPlayer ban
                && ban.untilMillis() <= now) {
            throw outdated();
        }
        Optional<AdmissionChange> made = admissions().change(asked);
        if (made.isEmpty()) {
            throw outdated();
        }
        return new Done(
                made.get().atMillis(),
                wasKnown || !made.get().equals(asked),
                HoldingsView.of(made.get().after()));
    }

    private static ProblemException outdated() {
        ProblemCode code = ProblemCode.PLAN_OUTDATED;
        return new ProblemException(code, code.description());
    }

    private static String actor(SupportPlan plan) {
        return ActorWords.of(new Actor.Operator(plan.author().value()));
    }

    private static PlannedChange.OfAdmission change(SupportPlan plan) {
        if (plan.change() instanceof PlannedChange.OfAdmission change) {
            return change;
        }
        throw new IllegalArgumentException("plan " + plan.id() + " is not about who may play");
    }

    private Admissions admissions() {
        return engine.storage().admissions();
    }
}
