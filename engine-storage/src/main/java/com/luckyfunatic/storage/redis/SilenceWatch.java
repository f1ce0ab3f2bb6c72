package com.luckyfunatic.storage.redis;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a connection to Redis on which something was asked and nothing at all has come back for
 * too long, so that a new one is made. A host that vanishes leaves connections behind that look
 * open: every command would wait for its own timeout, for as long as the system goes on trying to
 * deliver. Belongs to one connection and runs in its event loop.
 */
final class SilenceWatch extends ChannelDuplexHandler {
    private static final Logger LOG = LoggerFactory.getLogger(SilenceWatch.class);

    private final long limitNanos;
    private final LongSupplier nanoTime;
    private boolean isAsked;
    private long askedAtNanos;
    private boolean isWatching;

    private SilenceWatch(Duration limit, LongSupplier nanoTime) {
        limitNanos = limit.toNanos();
        this.nanoTime = nanoTime;
    }

    /** Watches {@code channel}. */
    static void over(Channel channel, Duration limit) {
        over(channel, limit, System::nanoTime);
    }

    /** Watches {@code channel} by another clock than the system's. */
    static void over(Channel channel, Duration limit, LongSupplier nanoTime) {
        channel.pipeline().addFirst("silence-watch", new SilenceWatch(limit, nanoTime));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!isAsked) {
            isAsked = true;
            askedAtNanos = nanoTime.getAsLong();
            watch(context, limitNanos);
        }
        var _ = context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        isAsked = false;
        context.fireChannelRead(message);
    }

    /** One look at a time is enough: most questions are answered long before it. */
    private void watch(ChannelHandlerContext context, long afterNanos) {
        if (!isWatching) {
            isWatching = true;
            var _ =
                    context.executor()
                            .schedule(() -> look(context), afterNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void look(ChannelHandlerContext context) {
        isWatching = false;
        if (!isAsked || !context.channel().isOpen()) {
            return;
        }
        long silentNanos = nanoTime.getAsLong() - askedAtNanos;
        if (silentNanos < limitNanos) {
            watch(context, limitNanos - silentNanos);
            return;
        }
        LOG.warn(
                "Redis at {} has been silent for {} ms: its connection is made anew",
                context.channel().remoteAddress(),
                TimeUnit.NANOSECONDS.toMillis(silentNanos));
        var _ = context.close();
    }
}
