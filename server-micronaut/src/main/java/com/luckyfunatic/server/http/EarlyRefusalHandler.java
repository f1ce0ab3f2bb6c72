package com.luckyfunatic.server.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of the framework on one connection, and answers what {@link EarlyRefusals}
 * refuses. Used by the connection's event loop only.
 */
final class EarlyRefusalHandler extends ChannelDuplexHandler {
    private final EarlyRefusals refusals;
    private @Nullable LoopTurn turn;

    /**
     * Requests that the framework has and has not answered yet. Behind one of them nothing is
     * refused here: answers come in the order of the requests.
     */
    private int unanswered;

    /** Whether the rest of a request is read that was refused. */
    private boolean dropping;

    EarlyRefusalHandler(EarlyRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        turn = refusals.turnsOf(context.executor());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            FullHttpResponse refusal =
                    unanswered == 0 && turn != null ? refusals.refusal(request, turn) : null;
            dropping = refusal != null;
            if (refusal == null) {
                unanswered++;
            } else {
                answer(context, refusal);
            }
        }
        if (!dropping) {
            context.fireChannelRead(message);
            return;
        }
        if (message instanceof LastHttpContent) {
            dropping = false;
        }
        ReferenceCountUtil.release(message);
    }

    private static void answer(ChannelHandlerContext context, FullHttpResponse refusal) {
        ChannelFuture written = context.writeAndFlush(refusal);
        if (!HttpUtil.isKeepAlive(refusal)) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof LastHttpContent && !isInterim(message) && unanswered > 0) {
            unanswered--;
        }
        var _ = context.write(message, promise);
    }

    /** Such as the word to go on and send the body. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }
}
