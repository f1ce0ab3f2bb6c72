package com.luckyfunatic.server.balloon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.micronaut.websocket.CloseReason;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A connection by its channel. What a client does not read waits in memory, so one that leaves more
 * than the channel's mark unread is cut off.
 */
final class ChannelLine implements Line {
    private final Channel channel;
    private final ObjectWriter json;
    private final AtomicBoolean closed = new AtomicBoolean();

    ChannelLine(Channel channel, ObjectWriter json) {
        this.channel = channel;
        this.json = json;
    }

    @Override
    public void send(ServerMessage message) {
        if (closed.get()) {
            return;
        }
        if (!channel.isWritable()) {
            close(Closing.violation("reads too slowly"));
            return;
        }
        var _ = channel.writeAndFlush(new TextWebSocketFrame(text(message)), channel.voidPromise());
    }

    private String text(ServerMessage message) {
        try {
            return json.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close(CloseReason reason) {
        if (closed.compareAndSet(false, true)) {
            var _ =
                    channel.writeAndFlush(
                                    new CloseWebSocketFrame(reason.getCode(), reason.getReason()))
                            .addListener(ChannelFutureListener.CLOSE);
        }
    }
}
