package com.luckyfunatic.server.error;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailureLogTest {
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 10);
    private final LoggerContext context = new LoggerContext();
    private final FailureLog log = new FailureLog(context.getLogger("test"), nanos::get);

    @BeforeEach
    void listen() {
        lines.start();
        context.getLogger("test").addAppender(lines);
    }

    @Test
    void a_storage_that_is_away_gets_a_line_per_request_and_a_stack_per_minute() {
        away();
        away();
        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        away();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        away();
        away();

        assertThat(lines.list)
                .extracting(line -> line.getThrowableProxy() != null)
                .containsExactly(true, false, false, true, false);
        assertThat(lines.list.get(1).getFormattedMessage())
                .isEqualTo("storage_unavailable answered for POST /tap: the disk is full");
    }

    @Test
    void every_other_failure_keeps_its_stack() {
        for (int i = 0; i < 3; i++) {
            log.write(
                    ProblemCode.INTERNAL_ERROR, "GET", "/game", new IllegalStateException("a bug"));
            log.write(
                    ProblemCode.STORAGE_UNAVAILABLE,
                    "GET",
                    "/game",
                    new StorageConflictException("lost the race"));
        }

        assertThat(lines.list).allMatch(line -> line.getThrowableProxy() != null).hasSize(6);
    }

    private void away() {
        log.write(
                ProblemCode.STORAGE_UNAVAILABLE,
                "POST",
                "/tap",
                new StorageUnavailableException("the disk is full"));
    }
}
