package com.luckyfunatic.server.support;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.operator.PlannedChange;
import com.luckyfunatic.engine.operator.SupportPlan;
import com.luckyfunatic.engine.storage.Tournaments;
import com.luckyfunatic.engine.tournament.Disqualification;
import com.luckyfunatic.engine.tournament.Tournament;
import com.luckyfunatic.engine.tournament.TournamentDecision;
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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Plans about tournaments. Thread-safe; calls block. */
@Singleton
final class TournamentWork implements PlanWork {
    private final GameEngine engine;
    private final ReplayedRuns runs;

    TournamentWork(GameEngine engine, ReplayedRuns runs) {
        this.engine = engine;
        this.runs = runs;
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
        return tournaments().decision(plan.operationId()).isPresent();
    }

    @Override
    public Done carryOut(SupportPlan plan) {
        return switch (change(plan)) {
            case PlannedChange.Disqualify out -> disqualify(plan, out);
            case PlannedChange.CancelTournament cancel ->
                    done(
                            plan,
                            asked -> tournaments().cancel(asked, cancel.seenVersion()),
                            at(TournamentStage.CANCELLED));
            case PlannedChange.ReplayPrizeRun replay -> replay(replay);
        };
    }

    private Done disqualify(SupportPlan plan, PlannedChange.Disqualify out) {
        return done(
                plan,
                asked ->
                        new TournamentPlans(engine.storage())
                                .disqualify(
                                        asked,
                                        plan.requiredPlayer(),
                                        new Disqualification(
                                                out.reason(), actor(plan), asked.atMillis())),
                out(find(out.tournament()), true));
    }

    /** Of two plans for one change the store makes one; the other is outdated. */
    private Done done(
            SupportPlan plan,
            Function<TournamentDecision, Optional<TournamentDecision>> change,
            HoldingsView after) {
        boolean wasKnown = isKnown(plan);
        TournamentDecision asked =
                new TournamentDecision(
                        plan.operationId(), change(plan).tournament(), engine.clock().millis());
        TournamentDecision made =
                change.apply(asked).orElseThrow(() -> problem(ProblemCode.PLAN_OUTDATED));
        return new Done(made.atMillis(), wasKnown || !made.equals(asked), after);
    }

    /** What has not come to its end goes on behind the answer, which says how far it is. */
    private Done replay(PlannedChange.ReplayPrizeRun replay) {
        runs.run(replay.tournament());
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
