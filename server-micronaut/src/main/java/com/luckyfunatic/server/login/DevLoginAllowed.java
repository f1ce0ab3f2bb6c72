package com.luckyfunatic.server.login;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Keeps the development login out of a server whose settings do not allow it. */
final class DevLoginAllowed implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public boolean matches(ConditionContext context) {
        return context.getBean(Settings.class).get(ServerSettings.DEV_LOGIN);
    }
}
