package com.luckyfunatic.engine.platform;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.item.ItemDefinition;
import com.luckyfunatic.engine.item.ItemId;
import com.luckyfunatic.engine.item.ItemRefusal;
import com.luckyfunatic.engine.item.ItemStack;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.platform.PlatformCommand.OpenTransfer;
import com.luckyfunatic.engine.platform.PlatformCommand.ReceiveGrant;
import com.luckyfunatic.engine.platform.PlatformCommand.ReturnTransfer;
import com.luckyfunatic.engine.platform.PlatformCommand.TransferItems;
import com.luckyfunatic.engine.platform.PlatformEvent.GrantReceived;
import com.luckyfunatic.engine.platform.PlatformEvent.TransferRequested;
import com.luckyfunatic.engine.platform.PlatformEvent.TransferReturned;
import com.luckyfunatic.engine.platform.PlatformResult.GrantPaid;
import com.luckyfunatic.engine.platform.PlatformResult.TransferTaken;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.reward.Payment;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.wallet.Wallet;

/** The rules of what a player's game and the platform give each other. Pure. */
public final class PlatformRules {
    private PlatformRules() {}

    /** Decides a command of the platform. */
    public static Decision decide(PlayerState state, PlatformCommand command, RuleContext context) {
        return switch (command) {
            case ReceiveGrant receive -> receive(state, receive, context);
            case TransferItems transfer -> transfer(state, transfer, context);
            case ReturnTransfer(var id, var item, int count) ->
                    // Nothing is checked: it is the player's, and there is nobody else to keep it.
                    Decision.accepted(Result.Done.DONE, new TransferReturned(id, item, count));
            case OpenTransfer _ ->
                    throw new IllegalArgumentException(
                            "a transfer is put into the outbox, not decided");
        };
    }

    /**
     * Currency that does not fit is cut and told, as everywhere; an item that does not fit is worth
     * something elsewhere, so the platform keeps it.
     */
    private static Decision receive(PlayerState state, ReceiveGrant receive, RuleContext context) {
        for (ItemStack stack : receive.grant().items()) {
            ItemDefinition item = context.catalog().item(stack.item());
            if (item == null) {
                return Decision.refused(new ItemRefusal.UnknownItem(stack.item()));
            }
            int held = state.items().count(stack.item());
            if ((long) held + stack.count() > item.max()) {
                return Decision.refused(
                        new ItemRefusal.ItemMaximumReached(stack.item(), item.max(), held));
            }
        }
        Payment payment =
                Payment.of(receive.grant(), state.wallet(), state.items(), context.catalog());
        return Decision.accepted(
                new GrantPaid(payment.paid(), payment.cut()),
                new GrantReceived(payment.paid(), payment.cut(), receive.reference()));
    }

    private static Decision transfer(PlayerState state, TransferItems wanted, RuleContext context) {
        if (context.catalog().item(wanted.item()) == null) {
            return Decision.refused(new ItemRefusal.UnknownItem(wanted.item()));
        }
        int held = state.items().count(wanted.item());
        if (held < wanted.count()) {
            return Decision.refused(
                    new ItemRefusal.InsufficientItems(wanted.item(), wanted.count(), held));
        }
        Transfer transfer =
                new Transfer(
                        wanted.id(),
                        state.id(),
                        wanted.account(),
                        wanted.item(),
                        wanted.count(),
                        context.nowMillis());
        return Decision.accepted(new TransferTaken(transfer), new TransferRequested(transfer));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, PlatformEvent event) {
        return switch (event) {
            case GrantReceived(Reward paid, var _, var _) -> {
                ItemState held = state.items();
                for (ItemStack stack : paid.items()) {
                    held = held.plus(stack.item(), stack.count());
                }
                // Not earned by play: ranks do not count it.
                Wallet wallet =
                        state.wallet()
                                .change(Currency.FUNZ, paid.funz())
                                .change(Currency.JOKERS, paid.jokers());
                yield state.change()
                        .wallet(wallet)
                        .items(held)
                        .resets(state.resets().paid())
                        .done();
            }
            case TransferRequested(Transfer transfer) ->
                    plus(state, transfer.item(), -transfer.count());
            case TransferReturned(var _, var item, int count) -> plus(state, item, count);
        };
    }

    private static PlayerState plus(PlayerState state, ItemId item, int delta) {
        return state.change()
                .items(state.items().plus(item, delta))
                .resets(state.resets().paid())
                .done();
    }
}
