package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.prize.PrizeRun;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentId;
import com.luckyfunatic.engine.tournament.TournamentPlans;
import com.luckyfunatic.engine.tournament.TournamentStage;
import com.luckyfunatic.server.error.ProblemCode;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.operation.Fields;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans about tournaments. Thread-safe; calls block. */
@Singleton
final class TournamentWork implements PlanWork {
    private final GameEngine engine;

    TournamentWork(GameEngine engine) {
        this.engine = engine;
    }

    /**
     * Returns the tournament that stands in a path.
     *
     * @throws ProblemException when there is none
     */
    Tournament tournament(String text) {
        return Fields.id(text, id -> find(new TournamentId(id)), ProblemCode.UNKNOWN_TOURNAMENT);
    }

    private Tournament find(TournamentId id) {
        return tournaments().find(id).orElseThrow(() -> problem(ProblemCode.UNKNOWN_TOURNAMENT));
    }

    @Override
    public void check(SupportPlan plan) {
        PlannedChange.OfTournament change = change(plan);
        Tournament now = find(change.tournament());
        switch (change) {
            case PlannedChange.Disqualify _ -> {
                requireStage(now, now.stage() == TournamentStage.PUBLISHED);
                // It is for good, so a mistyped number must not pass for a success.
                if (tournaments().entriesOf(now.id(), plan.requiredPlayer()).isEmpty()) {
                    throw problem(ProblemCode.NOT_ENTERED);
                }
                if (isOut(plan, now.id())) {
                    throw problem(ProblemCode.DISQUALIFIED);
                }
            }
            case PlannedChange.CancelTournament _ ->
                    requireStage(now, now.stage().canBecome(TournamentStage.CANCELLED));
            case PlannedChange.ReplayPrizeRun _ ->
                    requireStage(
                            now,
                            switch (now.stage()) {
                                case PUBLISHED -> now.isOver(engine.clock().millis());
                                case RANKED, PAYING -> true;
                                case DRAFT, DONE, CANCELLED -> false;
                            });
        }
    }

    private static void requireStage(Tournament now, boolean isRight) {
        if (!isRight) {
            throw problem(ProblemCode.WRONG_TOURNAMENT_STAGE)
                    .with(Map.of("stage", word(now.stage())));
        }
    }

    private static String word(TournamentStage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    private boolean isOut(SupportPlan plan, TournamentId id) {
        return tournaments().disqualification(id, plan.requiredPlayer()).isPresent();
    }

    @Override
    public @Nullable Prospect prospect(SupportPlan plan) {
        PlannedChange.OfTournament change = change(plan);
        Tournament now = find(change.tournament());
        return switch (change) {
            case PlannedChange.Disqualify _ ->
                    isOut(plan, now.id()) || now.stage() != TournamentStage.PUBLISHED
                            ? null
                            : new Prospect(out(now, false), out(now, true));
            case PlannedChange.CancelTournament cancel ->
                    now.version() == cancel.seenVersion()
                            ? new Prospect(at(now.stage()), at(TournamentStage.CANCELLED))
                            : null;
            // How far it comes, nobody knows before.
            case PlannedChange.ReplayPrizeRun _ -> new Prospect(at(now.stage()), null);
        };
    }

    private static HoldingsView at(TournamentStage stage) {
        return HoldingsView.of(word(stage), null);
    }

    private static HoldingsView out(Tournament now, boolean isOut) {
        return HoldingsView.of(word(now.stage()), isOut);
    }

    @Override
    public boolean isKnown(SupportPlan plan) {
        return switch (change(plan)) {
            case PlannedChange.Disqualify out -> own(plan, out).isPresent();
            case PlannedChange.CancelTournament cancel ->
                    !plan.waitsForApproval() && isCancelled(cancel);
            case PlannedChange.ReplayPrizeRun _ -> false;
        };
    }

    private Optional<Disqualification> own(SupportPlan plan, PlannedChange.Disqualify out) {
        return tournaments()
                .disqualification(out.tournament(), plan.requiredPlayer())
                .filter(kept -> isOwn(plan, out, kept));
    }

    private static boolean isOwn(
            SupportPlan plan, PlannedChange.Disqualify out, Disqualification kept) {
        return kept.actor().equals(actor(plan))
                && kept.reason().equals(out.reason())
                && kept.atMillis() >= plan.createdAtMillis();
    }

    /** A tournament goes from one version to the next, so it is this that was cancelled. */
    private boolean isCancelled(PlannedChange.CancelTournament cancel) {
        Tournament now = find(cancel.tournament());
        return now.stage() == TournamentStage.CANCELLED
                && now.version() == cancel.seenVersion() + 1;
    }

    @Override
    public Done carryOut(SupportPlan plan) {
        return switch (change(plan)) {
            case PlannedChange.Disqualify out -> disqualify(plan, out);
            case PlannedChange.CancelTournament cancel -> cancel(cancel);
            case PlannedChange.ReplayPrizeRun replay -> replay(replay);
        };
    }

    private Done disqualify(SupportPlan plan, PlannedChange.Disqualify out) {
        boolean wasKnown = isKnown(plan);
        long now = engine.clock().millis();
        Disqualification kept =
                new TournamentPlans(engine.storage())
                        .disqualify(
                                out.tournament(),
                                plan.requiredPlayer(),
                                new Disqualification(out.reason(), actor(plan), now))
                        .filter(each -> isOwn(plan, out, each))
                        .or(() -> own(plan, out))
                        .orElseThrow(() -> problem(ProblemCode.PLAN_OUTDATED));
        return new Done(kept.atMillis(), wasKnown, out(find(out.tournament()), true));
    }

    private Done cancel(PlannedChange.CancelTournament cancel) {
        boolean moved =
                tournaments()
                        .move(cancel.tournament(), cancel.seenVersion(), TournamentStage.CANCELLED);
        if (!moved && !isCancelled(cancel)) {
            throw problem(ProblemCode.PLAN_OUTDATED);
        }
        return new Done(engine.clock().millis(), !moved, at(TournamentStage.CANCELLED));
    }

    private Done replay(PlannedChange.ReplayPrizeRun replay) {
        new PrizeRun(engine).run(replay.tournament());
        return new Done(engine.clock().millis(), false, at(find(replay.tournament()).stage()));
    }

    private static String actor(SupportPlan plan) {
        return ActorWords.of(new Actor.Operator(plan.author().value()));
    }

    private static PlannedChange.OfTournament change(SupportPlan plan) {
        if (plan.change() instanceof PlannedChange.OfTournament change) {
            return change;
        }
        throw new IllegalArgumentException("plan " + plan.id() + " is about no tournament");
    }

    private static ProblemException problem(ProblemCode code) {
        return new ProblemException(code, code.description());
    }

    private Tournaments tournaments() {
        return engine.storage().tournaments();
    }
}
