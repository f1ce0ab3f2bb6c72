package com.luckyfunatic.server.balloon;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.luckyfunatic.server.token.TokenKind;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.netty.websocket.AbstractNettyWebSocketHandler;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.security.annotation.Secured;
import io.micronaut.websocket.CloseReason;
import io.micronaut.websocket.WebSocketSession;
import io.micronaut.websocket.annotation.OnClose;
import io.micronaut.websocket.annotation.OnError;
import io.micronaut.websocket.annotation.OnMessage;
import io.micronaut.websocket.annotation.OnOpen;
import io.micronaut.websocket.annotation.ServerWebSocket;
import io.netty.channel.Channel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of the balloon game. It runs on their event loops and never blocks: what does, is
 * done before ({@link BalloonFilter}) or elsewhere ({@link BalloonGames}).
 */
@ServerWebSocket(BalloonSocket.PATH)
@Secured({TokenKind.Role.PLAYER, TokenKind.Role.BALLOON})
final class BalloonSocket {
    /** Where games are played. */
    static final String PATH = "/balloons";

    private static final Logger LOG = LoggerFactory.getLogger(BalloonSocket.class);

    private static final String CONNECTION = "funatic.balloons";

    private static final int MESSAGES_PER_SECOND = 30;
    private static final int MESSAGES_AT_ONCE = 60;

    private final BalloonGames games;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    BalloonSocket(BalloonGames games, ObjectMapper json) {
        this.games = games;
        this.reader = json.readerFor(ClientMessage.Text.class);
        this.writer = json.writerFor(ServerMessage.class);
    }

    /** A connection and the game it plays. */
    private record Connection(LiveGame game, Line line) {}

    @OnOpen
    void open(WebSocketSession session, HttpRequest<?> request) {
        Channel channel = ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
        LiveGame game = request.getAttribute(BalloonFilter.GAME, LiveGame.class).orElseThrow();
        Line line = new ChannelLine(channel, writer);
        session.put(CONNECTION, new Connection(game, line));
        FrameGuard guard =
                new FrameGuard(
                        Bucket.builder()
                                .addLimit(limit ->
                                        limit.capacity(MESSAGES_AT_ONCE)
                                                .refillGreedy(
                                                        MESSAGES_PER_SECOND, Duration.ofSeconds(1)))
                                .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
                                .build(),
                        what -> games.violation(game, line, what));
        // The framework's handler is in its place only after this.
        channel.eventLoop()
                .execute(() -> {
                    if (channel.pipeline().get(AbstractNettyWebSocketHandler.ID) != null) {
                        channel.pipeline().addBefore(AbstractNettyWebSocketHandler.ID, null, guard);
                        games.attach(game, line);
                    }
                });
    }

    @OnMessage(maxPayloadLength = FrameGuard.BYTES_MAX)
    void message(String text, WebSocketSession session) {
        Connection connection = session.get(CONNECTION, Connection.class).orElseThrow();
        ClientMessage message = ClientMessage.read(text, reader);
        if (message == null) {
            games.violation(connection.game(), connection.line(), "unknown message");
        } else {
            games.message(connection.game(), connection.line(), message);
        }
    }

    @OnClose
    void close(WebSocketSession session) {
        session.get(CONNECTION, Connection.class)
                .ifPresent(connection -> games.detach(connection.game(), connection.line()));
    }

    /** Netty has answered a frame that is too long, or is none, and closes; the rest are ours. */
    @OnError
    void error(Throwable failure, WebSocketSession session) {
        boolean theirs =
                failure instanceof TooLongFrameException
                        || failure instanceof CorruptedWebSocketFrameException
                        || failure instanceof IOException;
        if (!theirs) {
            LOG.error("a balloon game's connection failed", failure);
            session.close(CloseReason.INTERNAL_ERROR);
        }
    }
}
