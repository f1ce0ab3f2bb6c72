package com.luckyfunatic.server.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Puts an {@link EarlyRefusalHandler} on every connection. */
@Singleton
final class EarlyRefusalSetup implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
    private static final String HANDLER = "funatic-early-refusals";

    /** Asked for late: when the registry is made, nothing else of the server is. */
    private final BeanProvider<EarlyRefusals> refusals;

    EarlyRefusalSetup(BeanProvider<EarlyRefusals> refusals) {
        this.refusals = refusals;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(
            BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        NettyServerCustomizer.Registry registry = event.getBean();
        registry.register(new Customizer(null));
        return registry;
    }

    private final class Customizer implements NettyServerCustomizer {
        private final @Nullable Channel channel;

        Customizer(@Nullable Channel channel) {
            this.channel = channel;
        }

        @Override
        public NettyServerCustomizer specializeForChannel(Channel of, ChannelRole role) {
            return new Customizer(of);
        }

        @Override
        public void onStreamPipelineBuilt() {
            if (channel == null || !refusals.get().isOn()) {
                return;
            }
            ChannelPipeline pipeline = channel.pipeline();
            if (pipeline.get(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND) != null) {
                pipeline.addBefore(
                        ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                        HANDLER,
                        new EarlyRefusalHandler(refusals.get()));
            }
        }
    }
}
