package com.luckyfunatic.storage.redis.hot;

import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.booster.BoosterDefinition;
import com.luckyfunatic.engine.booster.BoosterResult;
import com.luckyfunatic.engine.booster.PriceCurve;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Activating a booster that fills the energy, costs nothing and asks for nothing, by {@code
 * activate_booster-5.lua}.
 *
 * <p>One that works for a time is not among them: a script cannot tell the values in force after
 * it, so the next command would take three round trips to save one here.
 */
public record HotBooster(BoosterDefinition booster) implements HotCommand {
    /** Returns what {@code command} is for a script, or null when only the rule in Java decides. */
    static @Nullable HotBooster of(ActivateBooster command, HotContent content) {
        BoosterDefinition booster = content.catalog().booster(command.type());
        return booster != null
                        && booster.effect().isInstant()
                        && booster.price().kind() == PriceCurve.Kind.FREE
                        && booster.requirements().isEmpty()
                ? new HotBooster(booster)
                : null;
    }

    @Override
    public List<String> ownArguments(HotContent content) {
        boolean isUnlimited = booster.dailyLimit() == BoosterDefinition.UNLIMITED;
        return List.of(
                booster.type().value(),
                Long.toString(booster.cooldown().toMillis()),
                Long.toString(isUnlimited ? Amounts.MAX : booster.dailyLimit()),
                Long.toString(content.catalog().incomeCapMillis()),
                booster.currency().name());
    }

    @Override
    public int results() {
        return 0;
    }

    @Override
    public Result result(List<String> results) {
        return new BoosterResult.Activated(booster.type(), booster.currency(), 0);
    }

    @Override
    public String journalName() {
        return ActivateBooster.class.getSimpleName();
    }
}
