package com.luckyfunatic.engine.forge;

import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/**
 * A special card as a player sees it.
 *
 * @param definition what it is
 * @param forged how often the player has forged it
 * @param missing requirements that are not met
 * @param missingIngredients ingredients of which too little is held
 */
public record SpecialCardStatus(
        SpecialCardDefinition definition,
        int forged,
        List<Requirement> missing,
        List<Ingredient> missingIngredients) {}
