package com.luckyfunatic.engine.tap;

import static com.luckyfunatic.engine.energy.EnergyState.MICROS_PER_UNIT;
import static com.luckyfunatic.engine.tap.TapState.TOKENS_PER_TAP;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.effect.EffectiveValues;
import com.luckyfunatic.engine.energy.EnergyRules;
import com.luckyfunatic.engine.energy.EnergyState;
import com.luckyfunatic.engine.frenzy.FrenzyRules;
import com.luckyfunatic.engine.player.PlayerState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of taps. Pure.
 *
 * <p>Order: energy grows to now, the token bucket refills, then as many taps count as were asked
 * for, fit the bucket and have energy. A tap that finds no energy is cut, not refused, and the
 * answer lets the client see where it stands.
 */
public final class TapRules {
    private TapRules() {}

    /** Decides a command on taps. */
    public static Decision decide(PlayerState state, TapCommand command, RuleContext context) {
        return switch (command) {
            case TapCommand.Tap tap -> decide(state, tap, context);
        };
    }

    private static Decision decide(PlayerState state, TapCommand.Tap tap, RuleContext context) {
        TapSequence sequence = tap.sequence();
        if (sequence != null) {
            Decision known = alreadyAnswered(state.tap(), sequence);
            if (known != null) {
                return known;
            }
        }
        TapEvent.Tapped tapped = tapped(state, tap, context);
        TapResult result = new TapResult.Taps(tapped.accepted(), tapped.funzDelta(), false);
        // A numbered tap is recorded even if it was cut to nothing, so that its repeat is too.
        return tapped.accepted() == 0 && sequence == null
                ? Decision.accepted(result)
                : Decision.accepted(result, tapped);
    }

    private static @Nullable Decision alreadyAnswered(TapState taps, TapSequence sequence) {
        TapSession last = taps.session(sequence.session());
        if (last != null && sequence.number() <= last.sequence()) {
            return Decision.accepted(new TapResult.Taps(last.accepted(), last.paid(), true));
        }
        if (last == null && taps.isForgotten(sequence.session())) {
            return Decision.refused(new TapRefusal.TapSessionSuperseded(sequence.session()));
        }
        return null;
    }

    private static TapEvent.Tapped tapped(
            PlayerState state, TapCommand.Tap tap, RuleContext context) {
        long now = context.nowMillis();
        TapDefinition taps = context.catalog().tap();
        long energyPerTap = taps.energyPerTap() * MICROS_PER_UNIT;
        long micros = EnergyRules.microsAt(state, context);
        long tokens = tokensAt(state.tap(), taps, now);

        int accepted =
                affordable(affordable(tap.count(), tokens, TOKENS_PER_TAP), micros, energyPerTap);
        long earned = accepted * EffectiveValues.funzPerTap(state, context.catalog(), now);
        long credit = Amounts.creditable(state.wallet().funz(), earned);
        return new TapEvent.Tapped(
                accepted,
                credit,
                earned - credit,
                micros - accepted * energyPerTap,
                tokens - accepted * TOKENS_PER_TAP,
                FrenzyRules.meterAfter(state, accepted, context.catalog()),
                tap.sequence(),
                now);
    }

    /** Returns how many of {@code wanted} can be paid; mostly all, and then nothing is divided. */
    private static int affordable(int wanted, long available, long price) {
        return wanted * price <= available ? wanted : (int) (available / price);
    }

    private static long tokensAt(TapState state, TapDefinition taps, long now) {
        long full = taps.burst() * TOKENS_PER_TAP;
        long elapsed = now - state.tokensAtMillis();
        // Taps per second are thousandths of a tap per millisecond.
        return elapsed >= full ? full : Math.min(full, state.tokens() + elapsed * taps.perSecond());
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, TapEvent event) {
        return switch (event) {
            case TapEvent.Tapped tapped ->
                    evolve(state, tapped, state.sequence(), state.changedAtMillis());
        };
    }

    /**
     * Returns {@code state} after one more change, made at {@code atMillis}, in which nothing but
     * {@code event} happened.
     */
    public static PlayerState nextChange(PlayerState state, TapEvent event, long atMillis) {
        return switch (event) {
            case TapEvent.Tapped tapped -> evolve(state, tapped, state.sequence() + 1, atMillis);
        };
    }

    private static PlayerState evolve(
            PlayerState state, TapEvent.Tapped tapped, long sequence, long changedAtMillis) {
        TapState before = state.tap();
        List<TapSession> sessions = before.sessions();
        TapSequence numbered = tapped.sequence();
        if (numbered != null) {
            sessions =
                    TapState.remember(
                            sessions,
                            new TapSession(
                                    numbered.session(),
                                    numbered.number(),
                                    tapped.accepted(),
                                    tapped.funzDelta()));
        }
        return state.afterTap(
                sequence,
                changedAtMillis,
                state.wallet().earnFunz(tapped.funzDelta()),
                new TapState(
                        before.taps() + tapped.accepted(),
                        tapped.tokensAfter(),
                        tapped.atMillis(),
                        sessions),
                new EnergyState(tapped.energyMicrosAfter(), tapped.atMillis()),
                state.frenzy().withMeter(tapped.meterAfter()));
    }
}
