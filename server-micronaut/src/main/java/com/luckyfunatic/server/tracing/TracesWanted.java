package com.luckyfunatic.server.tracing;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Whether spans have somewhere to go. */
final class TracesWanted implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public boolean matches(ConditionContext context) {
        return !context.getBean(Settings.class).get(ServerSettings.TRACES_TO).isEmpty();
    }
}
