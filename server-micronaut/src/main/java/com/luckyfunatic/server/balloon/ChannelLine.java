package com.luckyfunatic.server.balloon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.micronaut.websocket.CloseReason;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A connection by its channel. What a client does not read waits in memory, so one that leaves more
 * than the channel's mark unread is cut off.
 */
final class ChannelLine implements Line {
    private static final long CLIENT_CLOSES_MILLIS = 2_000;

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
            // It would not read why, either.
            closed.set(true);
            cut();
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
                            new CloseWebSocketFrame(reason.getCode(), reason.getReason()));
            // Nearly always the client closes first. Closing at once would reset a connection on
            // which something is on its way here, and the client would lose what it has not read
            // yet: the result. One that reads nothing at all is cut off all the same.
            var _ =
                    channel.eventLoop()
                            .schedule(this::cut, CLIENT_CLOSES_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void cut() {
        var _ = channel.close();
    }
}
