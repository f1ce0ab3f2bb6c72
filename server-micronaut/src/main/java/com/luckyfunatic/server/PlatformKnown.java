package com.luckyfunatic.server;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Whether transfers have somewhere to go, and something to be signed with. */
final class PlatformKnown implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public boolean matches(ConditionContext context) {
        Settings settings = context.getBean(Settings.class);
        return !settings.get(ServerSettings.PLATFORM_URL).isEmpty()
                && !settings.get(ServerSettings.PLATFORM_SECRET).isEmpty();
    }
}
