package com.luckyfunatic.server.engine;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Starts databases only for a server that is to bring its own. */
final class DevServersAsked implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public boolean matches(ConditionContext context) {
        Settings settings = context.getBean(Settings.class);
        return settings.get(ServerSettings.STORAGE_KIND) == ServerSettings.Storage.DISTRIBUTED
                && settings.get(ServerSettings.DEV_SERVERS);
    }
}
