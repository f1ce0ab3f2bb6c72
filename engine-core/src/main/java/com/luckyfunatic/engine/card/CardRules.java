package com.luckyfunatic.engine.card;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.accrual.AccrualRules;
import com.luckyfunatic.engine.catalog.Catalog;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.requirement.Requirements;
import com.luckyfunatic.engine.wallet.WalletRules;
import java.util.List;

/** The rules of cards. Pure. */
public final class CardRules {
    private CardRules() {}

    /** Decides a command on cards. */
    public static Decision decide(PlayerState state, CardCommand command, RuleContext context) {
        return switch (command) {
            case CardCommand.BuyCardLevel buy -> buy(state, buy, context);
        };
    }

    private static Decision buy(
            PlayerState state, CardCommand.BuyCardLevel buy, RuleContext context) {
        CardDefinition card = context.catalog().card(buy.card());
        if (card == null) {
            return Decision.refused(new CardRefusal.UnknownCard(buy.card()));
        }
        List<Requirement> missing = Requirements.missing(state, card.requirements());
        if (!missing.isEmpty()) {
            return Decision.refused(new CardRefusal.CardRequirementsNotMet(missing));
        }
        List<CardLevel> levels = context.catalog().cardLevels(buy.card());
        int owned = state.cards().level(buy.card());
        if (owned >= levels.size()) {
            return Decision.refused(new CardRefusal.CardMaxLevelReached(owned));
        }
        if (!card.isAvailable(context.nowMillis())) {
            return Decision.refused(new CardRefusal.CardNotAvailable(buy.card()));
        }
        CardLevel next = levels.get(owned);
        Long expected = buy.expectedPrice();
        if (expected != null && expected != next.price()) {
            return Decision.refused(new CardRefusal.CardPriceChanged(expected, next.price()));
        }
        Refusal notPayable =
                WalletRules.whyNotPayable(state.wallet(), card.currency(), next.price());
        if (notPayable != null) {
            return Decision.refused(notPayable);
        }
        return Decision.accepted(
                new CardResult.LevelBought(
                        card.id(), owned + 1, card.currency(), next.price(), next.incomePerHour()),
                List.of(
                        AccrualRules.settle(state, context),
                        new CardEvent.CardLevelBought(
                                card.id(), owned + 1, card.currency(), next.price())));
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, CardEvent event) {
        return switch (event) {
            case CardEvent.CardLevelBought(var card, int level, var currency, long price) ->
                    state.change()
                            .wallet(state.wallet().change(currency, -price))
                            .cards(state.cards().with(card, level))
                            .done();
        };
    }

    /** Returns what all cards earn together, without multipliers, whole funz per hour. */
    public static long baseIncomePerHour(CardState cards, Catalog catalog) {
        long income = 0;
        List<OwnedCard> owned = cards.owned();
        for (int i = 0; i < owned.size(); i++) {
            income += incomePerHour(catalog.cardLevels(owned.get(i).card()), owned.get(i).level());
        }
        return income;
    }

    /** A level that content no longer has counts as the last it has. */
    private static long incomePerHour(List<CardLevel> levels, int level) {
        int known = Math.min(level, levels.size());
        return known == 0 ? 0 : levels.get(known - 1).incomePerHour();
    }

    /** Returns every card of the catalog as the player sees it at the context's moment. */
    public static List<CardStatus> statuses(PlayerState state, RuleContext context) {
        return context.catalog().cards().stream()
                .map(card -> status(state, card, context))
                .toList();
    }

    private static CardStatus status(PlayerState state, CardDefinition card, RuleContext context) {
        List<CardLevel> levels = context.catalog().cardLevels(card.id());
        int level = state.cards().level(card.id());
        long income = incomePerHour(levels, level);
        boolean maxed = level >= levels.size();
        return new CardStatus(
                card,
                level,
                income,
                maxed ? 0 : levels.get(level).price(),
                maxed ? income : levels.get(level).incomePerHour(),
                Requirements.missing(state, card.requirements()),
                maxed,
                card.isAvailable(context.nowMillis()));
    }
}
