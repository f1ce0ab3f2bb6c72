package com.luckyfunatic.server.balloon;

import io.github.bucket4j.Bucket;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the framework's handler and lets through what a player can have sent: short texts
 * in one frame each, and not too many. The framework would put the frames of one message together
 * without a limit.
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {
    /** The most bytes of a message. */
    static final int BYTES_MAX = 1_024;

    private final Bucket rate;
    private final Consumer<String> violation;
    private boolean refused;

    /**
     * Counts frames in {@code rate}, and tells {@code violation} of the first that breaks a rule.
     */
    FrameGuard(Bucket rate, Consumer<String> violation) {
        this.rate = rate;
        this.violation = violation;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        String why = message instanceof WebSocketFrame frame ? whyNot(frame) : null;
        if (!refused && why != null) {
            refused = true;
            violation.accept(why);
        }
        if (refused) {
            ReferenceCountUtil.release(message);
        } else {
            context.fireChannelRead(message);
        }
    }

    private @Nullable String whyNot(WebSocketFrame frame) {
        if (!rate.tryConsume(1)) {
            return "too many messages";
        }
        if (frame instanceof ContinuationWebSocketFrame || !frame.isFinalFragment()) {
            return "message in parts";
        }
        if (frame.content().readableBytes() > BYTES_MAX) {
            return "message too long";
        }
        boolean known =
                frame instanceof TextWebSocketFrame
                        || frame instanceof PingWebSocketFrame
                        || frame instanceof PongWebSocketFrame
                        || frame instanceof CloseWebSocketFrame;
        return known ? null : "not a text";
    }
}
