package com.luckyfunatic.server.tracing;

import com.luckyfunatic.server.config.ServerSettings;
import com.luckyfunatic.server.config.Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Makes what records requests, where somebody wants to know. Nothing of it is loaded else. */
@Factory
final class TracingFactory {
    @Singleton
    @Bean(preDestroy = "close")
    @Requires(condition = TracesWanted.class)
    OtlpTraces traces(Settings settings) {
        return OtlpTraces.to(
                settings.get(ServerSettings.TRACES_TO), settings.get(ServerSettings.TRACES_SHARE));
    }
}
