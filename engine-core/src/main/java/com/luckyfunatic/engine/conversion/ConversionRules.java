package com.luckyfunatic.engine.conversion;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Barter;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of conversions. Pure.
 *
 * <p>All of it is converted or nothing, and nothing is lost: what could not be held afterwards is
 * refused. Funz that were converted are not earned, so that no rank can be reached by giving the
 * same amount there and back.
 */
public final class ConversionRules {
    private ConversionRules() {}

    /** Decides a command on conversions. */
    public static Decision decide(
            PlayerState state, ConversionCommand command, RuleContext context) {
        return switch (command) {
            case ConversionCommand.Convert convert -> convert(state, convert, context);
        };
    }

    private static Decision convert(
            PlayerState state, ConversionCommand.Convert convert, RuleContext context) {
        ConversionId id = convert.conversion();
        ConversionDefinition conversion = context.catalog().conversion(id);
        if (conversion == null) {
            return Decision.refused(new ConversionRefusal.UnknownConversion(id));
        }
        Refusal limited = whyNotThatOften(state, conversion, convert.count(), context.nowMillis());
        if (limited != null) {
            return Decision.refused(limited);
        }
        // Below the limits nothing of it passes the largest amount: the catalog's check has seen to
        // that.
        Reward taken = conversion.from().times(convert.count());
        Reward given = conversion.to().times(convert.count());
        Refusal notPossible = Barter.whyNot(state, taken, given, context.catalog());
        if (notPossible != null) {
            return Decision.refused(notPossible);
        }
        long today = Days.epochDay(context.nowMillis());
        long onDay = Math.addExact(state.conversions().countOn(id, today), convert.count());
        return Decision.accepted(
                new ConversionResult.ConversionMade(id, convert.count(), taken, given),
                new ConversionEvent.Converted(id, convert.count(), taken, given, today, onDay));
    }

    private static @Nullable Refusal whyNotThatOften(
            PlayerState state, ConversionDefinition conversion, int count, long now) {
        if (count > conversion.maxPerOperation()) {
            return new ConversionRefusal.ConversionTooLarge(conversion.maxPerOperation());
        }
        ConversionStatus status = status(state, conversion, now);
        if (conversion.isLimited() && count > status.remainingToday()) {
            return new ConversionRefusal.ConversionDailyLimitReached(
                    conversion.dailyLimit(), status.remainingToday(), status.resetsAtMillis());
        }
        return null;
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, ConversionEvent event) {
        return switch (event) {
            case ConversionEvent.Converted converted ->
                    Barter.exchange(state, converted.taken(), converted.given())
                            .conversions(
                                    state.conversions()
                                            .with(
                                                    new ConversionUse(
                                                            converted.conversion(),
                                                            converted.epochDay(),
                                                            converted.countOnDay())))
                            .done();
        };
    }

    /** Returns every conversion of the catalog as the player sees it at the context's moment. */
    public static List<ConversionStatus> statuses(PlayerState state, RuleContext context) {
        return context.catalog().conversions().stream()
                .map(each -> status(state, each, context.nowMillis()))
                .toList();
    }

    private static ConversionStatus status(
            PlayerState state, ConversionDefinition conversion, long now) {
        return new ConversionStatus(
                conversion,
                state.conversions().countOn(conversion.id(), Days.epochDay(now)),
                Days.nextMidnight(now));
    }
}
