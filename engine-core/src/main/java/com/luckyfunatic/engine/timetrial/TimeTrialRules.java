package com.luckyfunatic.engine.timetrial;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Payment;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.FinishTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialCommand.StartTimeTrial;
import com.luckyfunatic.engine.timetrial.TimeTrialEvent.TimeTrialFinished;
import com.luckyfunatic.engine.timetrial.TimeTrialEvent.TimeTrialStarted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of time trials. Pure.
 *
 * <p>Only the server's clock counts, from the start to the finish. Who meets a faster target for
 * the first time has met the slower ones too, and each pays once, for ever.
 */
public final class TimeTrialRules {
    private TimeTrialRules() {}

    /** Decides a command on time trials. */
    public static Decision decide(
            PlayerState state, TimeTrialCommand command, RuleContext context) {
        return switch (command) {
            case StartTimeTrial start -> start(start, context);
            case FinishTimeTrial finish -> finish(state, finish, context);
        };
    }

    private static Decision start(StartTimeTrial start, RuleContext context) {
        TimeTrialDefinition trial = context.catalog().timeTrial(start.trial());
        if (trial == null) {
            return Decision.refused(new TimeTrialRefusal.UnknownTimeTrial(start.trial()));
        }
        TimeTrialRun run =
                new TimeTrialRun(
                        trial.id(),
                        context.random().nextLong(Amounts.MAX + 1),
                        context.random().nextLong(Amounts.MAX + 1),
                        context.nowMillis());
        return Decision.accepted(
                new TimeTrialResult.TryStarted(
                        run, run.startedAtMillis() + trial.maxTime().toMillis()),
                new TimeTrialStarted(trial.id(), run.nonce(), run.seed(), run.startedAtMillis()));
    }

    private static Decision finish(PlayerState state, FinishTimeTrial finish, RuleContext context) {
        TimeTrialDefinition trial = context.catalog().timeTrial(finish.trial());
        if (trial == null) {
            return Decision.refused(new TimeTrialRefusal.UnknownTimeTrial(finish.trial()));
        }
        TimeTrialRun run = state.timeTrials().active();
        if (run == null || !run.trial().equals(trial.id()) || run.nonce() != finish.nonce()) {
            return Decision.refused(new TimeTrialRefusal.NoSuchTry(trial.id()));
        }
        long millis = Math.max(0, context.nowMillis() - run.startedAtMillis());
        if (millis > trial.maxTime().toMillis()) {
            return Decision.refused(new TimeTrialRefusal.TryExpired(trial.maxTime().toMillis()));
        }
        if (millis < trial.minTime().toMillis()) {
            return Decision.refused(new TimeTrialRefusal.TryTooFast(trial.minTime().toMillis()));
        }
        return finished(state, trial, millis, context);
    }

    private static Decision finished(
            PlayerState state, TimeTrialDefinition trial, long millis, RuleContext context) {
        PersonalBest before = state.timeTrials().best(trial.id());
        List<Medal> medals = new ArrayList<>();
        Reward earned = Reward.NOTHING;
        for (TimeTrialTarget target : trial.targets()) {
            boolean isPaid = before != null && before.medals().contains(target.medal());
            if (!isPaid && millis <= target.time().toMillis()) {
                medals.add(target.medal());
                earned = earned.plus(target.reward());
            }
        }
        Payment payment = Payment.of(earned, state.wallet(), state.items(), context.catalog());
        long best = before == null ? millis : Math.min(before.bestMillis(), millis);
        return Decision.accepted(
                new TimeTrialResult.TryFinished(
                        trial.id(), millis, best, medals, payment.paid(), payment.cut()),
                new TimeTrialFinished(
                        trial.id(),
                        millis,
                        context.nowMillis(),
                        medals,
                        payment.paid(),
                        payment.cut()));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, TimeTrialEvent event) {
        TimeTrialState trials = state.timeTrials();
        return switch (event) {
            case TimeTrialStarted(var trial, long nonce, long seed, long at) ->
                    state.change()
                            .timeTrials(trials.with(new TimeTrialRun(trial, nonce, seed, at)))
                            .done();
            case TimeTrialFinished finished ->
                    Payment.pay(state, finished.paid())
                            .timeTrials(trials.after(best(trials.best(finished.trial()), finished)))
                            .done();
        };
    }

    private static PersonalBest best(@Nullable PersonalBest before, TimeTrialFinished finished) {
        if (before == null) {
            return new PersonalBest(
                    finished.trial(), finished.millis(), finished.atMillis(), finished.medals());
        }
        List<Medal> medals = new ArrayList<>(before.medals());
        medals.addAll(finished.medals());
        boolean isBetter = finished.millis() < before.bestMillis();
        return new PersonalBest(
                before.trial(),
                isBetter ? finished.millis() : before.bestMillis(),
                isBetter ? finished.atMillis() : before.atMillis(),
                medals);
    }
}
