package com.luckyfunatic.server.stars;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Keeps the webhook out of a server that could not tell who is calling. */
final class WebhookOpen implements Condition {
    @Override
    @SuppressWarnings("rawtypes") // The interface has it so.
    public boolean matches(ConditionContext context) {
        return !context.getBean(Settings.class)
                .get(ServerSettings.TELEGRAM_WEBHOOK_SECRET)
                .isEmpty();
    }
}
