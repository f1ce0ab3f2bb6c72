package com.luckyfunatic.server.hello;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Keeps the yardstick out of a server whose settings do not ask for it. */
final class YardstickOffered implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public boolean matches(ConditionContext context) {
        return context.getBean(Settings.class).get(ServerSettings.YARDSTICK);
    }
}
