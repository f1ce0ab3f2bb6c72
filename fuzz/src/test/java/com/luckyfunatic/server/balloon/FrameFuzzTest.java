package com.luckyfunatic.server.balloon;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.ObjectReader;
import com.luckyfunatic.server.json.StrictJson;
import io.github.bucket4j.Bucket;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What comes over a connection of the balloon game. */
@NullMarked
class FrameFuzzTest {
    private static final ObjectReader READER =
            StrictJson.mapper().readerFor(ClientMessage.Text.class);
    private static final int FRAMES = 20;

    @FuzzTest
    void only_short_whole_texts_and_controls_come_through(@NotNull byte[] sent) {
        List<String> violations = new ArrayList<>();
        Bucket rate =
                Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(FRAMES).refillIntervally(FRAMES, Duration.ofDays(1)))
                        .build();
        EmbeddedChannel channel =
                new EmbeddedChannel(
                        new WebSocket13FrameDecoder(true, false, 65_536),
                        new FrameGuard(rate, violations::add));
        try {
            channel.writeInbound(Unpooled.wrappedBuffer(sent));
        } catch (DecoderException e) {
            assertThat(e).as("no frames").isNotNull();
        }
        int passed = 0;
        for (Object each = channel.readInbound(); each != null; each = channel.readInbound()) {
            passed++;
            WebSocketFrame frame = (WebSocketFrame) each;
            assertThat(frame)
                    .isInstanceOfAny(
                            TextWebSocketFrame.class,
                            PingWebSocketFrame.class,
                            PongWebSocketFrame.class,
                            CloseWebSocketFrame.class);
            assertThat(frame.isFinalFragment()).isTrue();
            assertThat(frame.content().readableBytes()).isLessThanOrEqualTo(FrameGuard.BYTES_MAX);
            if (frame instanceof TextWebSocketFrame text) {
                read(text.text());
            }
            frame.release();
        }
        channel.finishAndReleaseAll();
        assertThat(passed).isLessThanOrEqualTo(FRAMES);
        assertThat(violations).hasSizeLessThanOrEqualTo(1);
    }

    @FuzzTest
    void a_message_is_known_or_nothing(@NotNull String text) {
        read(text);
    }

    private static void read(String text) {
        ClientMessage message = ClientMessage.read(text, READER);
        if (message instanceof ClientMessage.Pop(long id)) {
            assertThat(text).contains(id == 0 ? "0" : Long.toString(id).substring(0, 1));
        }
    }
}
