package com.luckyfunatic.storage.redis.hot;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Result;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.booster.BoosterCommand.ActivateBooster;
import com.luckyfunatic.engine.income.IncomeCommand.CollectIncome;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.quest.QuestCommand.ClaimQuest;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command that a script can decide. */
public sealed interface HotCommand permits HotTap, HotIncome, HotBooster, HotQuest {
    /**
     * Returns what {@code envelope} is for a script; null when only the rule in Java decides it: it
     * has an operation id, whose answer must be kept, somebody else than the player causes it, or
     * it is of another kind.
     */
    static @Nullable HotCommand of(CommandEnvelope envelope, HotContent content) {
        if (envelope.operationId() != null || envelope.actor() != Actor.Player.SELF) {
            return null;
        }
        return switch (envelope.command()) {
            case Tap tap -> new HotTap(tap);
            case CollectIncome _ -> new HotIncome();
            case ActivateBooster activate -> HotBooster.of(activate, content);
            case ClaimQuest claim -> HotQuest.of(claim, content);
            default -> null;
        };
    }

    /** The arguments that are its own. */
    List<String> ownArguments(HotContent content);

    /** How many results its script replies. */
    int results();

    /** Returns what {@code results} mean. */
    Result result(List<String> results);

    /** The name that the journal gives it. */
    String journalName();

    /**
     * Returns the arguments of its script.
     *
     * @param generation the generation that the player's partition is thought to be in
     */
    default String[] arguments(
            CommandEnvelope envelope, RuleHandler rules, HotContent content, long generation) {
        List<String> arguments = new ArrayList<>(16);
        arguments.add(Long.toString(generation));
        arguments.add(content.name());
        arguments.add(Long.toString(rules.inForceSinceMillis()));
        arguments.add(envelope.player().toString());
        arguments.add(Long.toString(envelope.nowMillis()));
        arguments.add(Long.toString(rules.nextChangeId()));
        arguments.add(content.head(journalName()));
        arguments.addAll(ownArguments(content));
        return arguments.toArray(new String[0]);
    }

    /** Returns what an answer with {@code result} tells of passive income. */
    static PassiveIncome incomeIn(Result result) {
        return result instanceof PassiveIncome income ? income : PassiveIncome.NONE;
    }
}
