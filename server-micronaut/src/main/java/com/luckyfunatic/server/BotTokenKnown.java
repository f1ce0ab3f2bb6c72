package com.luckyfunatic.server;

import com.luckyfunatic.server.config.ServerSecrets;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Whether there is a bot whose token is known, so that something can be asked as it. */
final class BotTokenKnown implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public boolean matches(ConditionContext context) {
        return !context.getBean(ServerSecrets.class).bots().isEmpty();
    }
}
