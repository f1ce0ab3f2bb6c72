package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.requirement.Requirements;
import com.luckyfunatic.engine.reward.Payment;
import com.luckyfunatic.engine.wallet.WalletRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of raffles, as far as one player is concerned: what tickets cost and what they win.
 * Pure. Tickets are counted elsewhere.
 */
public final class RaffleRules {
    private RaffleRules() {}

    /** Decides a command on raffles. */
    public static Decision decide(PlayerState state, RaffleCommand command, RuleContext context) {
        return switch (command) {
            case RaffleCommand.BuyTickets buy -> buy(state, buy, context);
            case RaffleCommand.PayRafflePrize pay -> pay(state, pay, context);
            case RaffleCommand.RefundTickets refund -> refund(state, refund);
        };
    }

    private static Decision buy(
            PlayerState state, RaffleCommand.BuyTickets buy, RuleContext context) {
        RaffleTerms terms = buy.terms();
        Refusal notSold = whyNotSold(state, terms, context.nowMillis());
        if (notSold == null && buy.expectedPrice() != terms.price()) {
            notSold = new RaffleRefusal.TicketPriceChanged(buy.expectedPrice(), terms.price());
        }
        long paid = terms.price() * buy.quantity();
        if (notSold == null) {
            notSold = WalletRules.whyNotPayable(state.wallet(), terms.currency(), paid);
        }
        return notSold == null
                ? Decision.accepted(
                        new RaffleResult.TicketsBought(
                                buy.raffle(), buy.quantity(), terms.currency(), paid),
                        new RaffleEvent.TicketsPaid(
                                buy.raffle(), buy.quantity(), terms.currency(), paid))
                : Decision.refused(notSold);
    }

    /** Returns why {@code state} may buy no ticket at {@code nowMillis}, or null when it may. */
    public static @Nullable RaffleRefusal whyNotSold(
            PlayerState state, RaffleTerms terms, long nowMillis) {
        if (!terms.isOpen(nowMillis)) {
            return new RaffleRefusal.RaffleNotOpen(terms.opensAtMillis(), terms.closesAtMillis());
        }
        List<Requirement> missing = Requirements.missing(state, terms.requirements());
        return missing.isEmpty() ? null : new RaffleRefusal.RaffleRequirementsNotMet(missing);
    }

    private static Decision pay(
            PlayerState state, RaffleCommand.PayRafflePrize pay, RuleContext context) {
        Payment payment = Payment.of(pay.prize(), state.wallet(), state.items(), context.catalog());
        return Decision.accepted(
                new RaffleResult.RafflePrizeReceived(pay.raffle(), pay.place(), payment.paid()),
                new RaffleEvent.RafflePrizeWon(
                        pay.raffle(), pay.place(), pay.ticket(), payment.paid(), payment.cut()));
    }

    /** Never refused: there is nobody else to keep it. */
    private static Decision refund(PlayerState state, RaffleCommand.RefundTickets refund) {
        long fits = Amounts.creditable(state.wallet().balance(refund.currency()), refund.amount());
        return Decision.accepted(
                Result.Done.DONE,
                new RaffleEvent.TicketsRefunded(
                        refund.raffle(),
                        refund.first(),
                        refund.quantity(),
                        refund.currency(),
                        fits,
                        refund.amount() - fits));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, RaffleEvent event) {
        return switch (event) {
            case RaffleEvent.TicketsPaid(var _, int _, var currency, long paid) ->
                    state.with(state.wallet().change(currency, -paid));
            // Not earned by play: ranks do not count it.
            case RaffleEvent.TicketsRefunded back ->
                    state.with(state.wallet().change(back.currency(), back.paid()));
            case RaffleEvent.RafflePrizeWon won -> Payment.pay(state, won.paid()).done();
        };
    }
}
