package com.luckyfunatic.server.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.luckyfunatic.server.config.ServerSettings.LogFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RedactingEncoderTest {
    private static final String SECRET = "correct horse battery";

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void messages_arguments_stack_traces_and_context_lose_their_secrets(LogFormat format) {
        LoggerContext context = new LoggerContext();
        var encoder = Logging.encoder(context, format, Redactor.of(List.of(SECRET)));
        Throwable failure =
                new IllegalStateException(
                        "cannot read Bearer abcdefghijkl",
                        new IllegalArgumentException("password=hunter22 and " + SECRET));
        LoggingEvent event =
                new LoggingEvent(
                        "test",
                        context.getLogger("test"),
                        Level.WARN,
                        "sent {} with " + SECRET,
                        failure,
                        new Object[] {"Bearer mnopqrstuvwx"});
        event.setMDCPropertyMap(Map.of("traceId", SECRET));

        String line = new String(encoder.encode(event), StandardCharsets.UTF_8);

        assertThat(line)
                .contains("sent", "***", "IllegalStateException", "RedactingEncoderTest")
                .doesNotContain(SECRET, "abcdefghijkl", "mnopqrstuvwx", "hunter22");
    }
}
