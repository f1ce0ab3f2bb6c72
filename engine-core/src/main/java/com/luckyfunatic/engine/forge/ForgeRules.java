package com.luckyfunatic.engine.forge;

import com.luckyfunatic.engine.Decision;
import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.RuleContext;
import com.luckyfunatic.engine.accrual.AccrualRules;
import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.card.CardState;
import com.luckyfunatic.engine.forge.ForgeRefusal.MissingIngredient;
import com.luckyfunatic.engine.item.ItemState;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.requirement.Requirements;
import com.luckyfunatic.engine.wallet.WalletRules;
import java.util.List;

/** The rules of special cards. Pure. */
public final class ForgeRules {
    private ForgeRules() {}

    /** Decides a command on special cards. */
    public static Decision decide(PlayerState state, ForgeCommand command, RuleContext context) {
        return switch (command) {
            case ForgeCommand.ForgeSpecialCard(var card) -> forge(state, card, context);
        };
    }

    private static Decision forge(PlayerState state, SpecialCardId id, RuleContext context) {
        SpecialCardDefinition card = context.catalog().specialCard(id);
        if (card == null) {
            return Decision.refused(new ForgeRefusal.UnknownSpecialCard(id));
        }
        List<Requirement> missing = Requirements.missing(state, card.requirements());
        if (!missing.isEmpty()) {
            return Decision.refused(new ForgeRefusal.ForgeRequirementsNotMet(missing));
        }
        int forged = state.forge().count(id);
        if (forged >= card.forgeLimit()) {
            return Decision.refused(new ForgeRefusal.ForgeLimitReached(card.forgeLimit()));
        }
        List<Ingredient> missingIngredients = missingIngredients(state, card);
        if (!missingIngredients.isEmpty()) {
            return Decision.refused(
                    new ForgeRefusal.MissingIngredients(
                            missingIngredients.stream()
                                    .map(each -> new MissingIngredient(each, held(state, each)))
                                    .toList()));
        }
        Refusal notPayable =
                WalletRules.whyNotPayable(state.wallet(), Currency.JOKERS, card.jokers());
        if (notPayable != null) {
            return Decision.refused(notPayable);
        }
        return Decision.accepted(
                new ForgeResult.Forged(id, forged + 1),
                List.of(
                        AccrualRules.settle(state, context),
                        new ForgeEvent.SpecialCardForged(
                                id, forged + 1, card.ingredients(), card.jokers())));
    }

    private static List<Ingredient> missingIngredients(
            PlayerState state, SpecialCardDefinition card) {
        return card.ingredients().stream()
                .filter(each -> held(state, each) < each.amount())
                .toList();
    }

    /** Returns how much of {@code ingredient} a player holds, in levels or items. */
    public static int held(PlayerState state, Ingredient ingredient) {
        return switch (ingredient) {
            case Ingredient.CardLevels(var card, _) -> state.cards().level(card);
            case Ingredient.Items(var item, _) -> state.items().count(item);
        };
    }

    /** Returns {@code state} after {@code event}. */
    public static PlayerState evolve(PlayerState state, ForgeEvent event) {
        return switch (event) {
            case ForgeEvent.SpecialCardForged(var card, int count, var consumed, long jokers) -> {
                CardState cards = state.cards();
                ItemState items = state.items();
                for (Ingredient each : consumed) {
                    switch (each) {
                        case Ingredient.CardLevels(var used, int levels) ->
                                cards = cards.with(used, cards.level(used) - levels);
                        case Ingredient.Items(var used, int number) ->
                                items = items.plus(used, -number);
                    }
                }
                yield state.change()
                        .wallet(state.wallet().change(Currency.JOKERS, -jokers))
                        .cards(cards)
                        .items(items)
                        .forge(state.forge().with(card, count))
                        .done();
            }
        };
    }

    /** Returns every special card of the catalog as the player sees it. */
    public static List<SpecialCardStatus> statuses(PlayerState state, RuleContext context) {
        return context.catalog().specialCards().stream()
                .map(card ->
                        new SpecialCardStatus(
                                card,
                                state.forge().count(card.id()),
                                Requirements.missing(state, card.requirements()),
                                missingIngredients(state, card)))
                .toList();
    }
}
