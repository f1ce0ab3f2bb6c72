package com.luckyfunatic.engine.balloon;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.player.PlayerState;

/**
 * The rules of a player's games of balloons. Pure. What happens within a game is {@link
 * BalloonGame}.
 *
 * <p>A game pays at the rates that are in force when it ends. When there is none any more, it still
 * counts, and pays nothing.
 */
public final class BalloonRules {
    private BalloonRules() {}

    /** Decides a command on games of balloons. */
    public static Decision decide(PlayerState state, BalloonCommand command, RuleContext context) {
        return switch (command) {
            case BalloonCommand.StartBalloons(BalloonGameId game) -> start(game, context);
            case BalloonCommand.FinishBalloons finish -> finish(state, finish, context);
        };
    }

    private static Decision start(BalloonGameId game, RuleContext context) {
        return context.catalog().balloon().isOffered()
                ? Decision.accepted(Result.Done.DONE, new BalloonEvent.BalloonsStarted(game))
                : Decision.refused(new BalloonRefusal.BalloonsNotOffered());
    }

    private static Decision finish(
            PlayerState state, BalloonCommand.FinishBalloons finish, RuleContext context) {
        BalloonState balloons = state.balloons();
        if (!finish.game().equals(balloons.live())) {
            return Decision.refused(new BalloonRefusal.BalloonsReplaced(balloons.live()));
        }
        BalloonDefinition content = context.catalog().balloon();
        long score = finish.score().score();
        long today = Math.max(Days.epochDay(context.nowMillis()), balloons.epochDay());
        int rewarded = balloons.rewardedOn(today);
        int left = Math.max(0, content.dailyRewardedGames() - rewarded);
        long reward = left > 0 ? Math.multiplyExact(score, content.funzPerPoint()) : 0;
        long funz = Amounts.creditable(state.wallet().funz(), reward);
        // A game that would pay nothing does not use up one of the day.
        int paid = reward > 0 ? 1 : 0;
        long best = Math.max(balloons.best(), score);
        return Decision.accepted(
                new BalloonResult.BalloonsCounted(
                        score, funz, best, score > balloons.best(), left - paid),
                new BalloonEvent.BalloonsFinished(
                        finish.game(),
                        finish.score(),
                        best,
                        today,
                        rewarded + paid,
                        funz,
                        reward - funz));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, BalloonEvent event) {
        BalloonState balloons = state.balloons();
        return switch (event) {
            case BalloonEvent.BalloonsStarted(BalloonGameId game) ->
                    state.change()
                            .balloons(
                                    new BalloonState(
                                            game,
                                            balloons.best(),
                                            balloons.epochDay(),
                                            balloons.rewardedOnDay()))
                            .done();
            case BalloonEvent.BalloonsFinished finished ->
                    state.change()
                            .wallet(state.wallet().earnFunz(finished.funzDelta()))
                            .balloons(
                                    new BalloonState(
                                            null,
                                            finished.best(),
                                            finished.epochDay(),
                                            finished.rewardedOnDay()))
                            .done();
        };
    }
}
