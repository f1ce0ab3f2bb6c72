package com.luckyfunatic.server.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.luckyfunatic.server.TestServer;
import com.luckyfunatic.server.tracing.OtlpReceiver.ReceivedSpan;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Requests are played on a server whose spans a collector receives. */
class TracingHttpTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";

    /** The trace ids of what the access log says. */
    private static final class AccessLines extends AppenderBase<ILoggingEvent> {
        private final BlockingQueue<String> traceIds = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent line) {
            traceIds.add(String.valueOf(line.getMDCPropertyMap().get("traceId")));
        }
    }

    private static Map<String, String> tracingTo(OtlpReceiver receiver, String percent) {
        return Map.of(
                "FUNATIC_TRACES_TO",
                receiver.address(),
                "FUNATIC_TRACES_SHARE",
                percent,
                "FUNATIC_ACCESS_LOG",
                "true");
    }

    @Test
    void a_request_is_one_span_whose_trace_stands_in_the_log_and_in_the_answer() throws Exception {
        Logger access = (Logger) LoggerFactory.getLogger("access");
        AccessLines lines = new AccessLines();
        lines.start();
        access.setLevel(Level.INFO);
        access.addAppender(lines);
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            String word;
            try (TestServer server = TestServer.start(tracingTo(receiver, "100"))) {
                HttpResponse<String> answer = server.get("/public/catalog");
                word = answer.headers().firstValue("X-Request-Id").orElseThrow();
            }

            ReceivedSpan span = receiver.next();
            assertThat(span.traceId()).isEqualTo(word);
            assertThat(span.parentId()).isEmpty();
            assertThat(span.status()).isZero();
            assertThat(span.nanos()).isPositive();
            assertThat(span.name()).isEqualTo("GET /public/catalog");
            assertThat(span.attributes())
                    .containsEntry("http.route", "/public/catalog")
                    .containsEntry("http.request.method", "GET")
                    .containsEntry("http.response.status_code", "200")
                    .doesNotContainKeys("error.type", "funatic.request.id");
            assertThat(receiver.waiting()).isZero();
            assertThat(lines.traceIds.poll(30, TimeUnit.SECONDS)).isEqualTo(word);
        } finally {
            access.detachAppender(lines);
            access.setLevel(null);
        }
    }

    @Test
    void the_callers_trace_is_continued_and_its_word_kept() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            try (TestServer server = TestServer.start(tracingTo(receiver, "100"))) {
                server.get("/game", "traceparent", "00-" + TRACE + "-" + PARENT + "-00");
                server.get("/nowhere", "X-Request-Id", "my-word");
            }

            ReceivedSpan refused = receiver.next();
            assertThat(refused.traceId()).isEqualTo(TRACE);
            assertThat(refused.parentId()).isEqualTo(PARENT);
            assertThat(refused.attributes())
                    .containsEntry("http.response.status_code", "401")
                    .containsEntry("error.type", "token_missing");
            ReceivedSpan lost = receiver.next();
            assertThat(lost.name()).isEqualTo("GET unmatched");
            assertThat(lost.attributes()).containsEntry("funatic.request.id", "my-word");
        }
    }

    @Test
    void nothing_is_sent_of_what_is_not_in_the_share() throws Exception {
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            try (TestServer server = TestServer.start(tracingTo(receiver, "0"))) {
                // The wish of a caller that everything be recorded does not count.
                server.get("/healthz", "traceparent", "00-" + TRACE + "-" + PARENT + "-01");
            }

            assertThat(receiver.waiting()).isZero();
        }
    }

    @Test
    void a_collector_that_is_away_is_no_hindrance() throws Exception {
        String nobody;
        try (OtlpReceiver receiver = new OtlpReceiver()) {
            nobody = receiver.address();
        }
        Map<String, String> toNobody =
                Map.of("FUNATIC_TRACES_TO", nobody, "FUNATIC_TRACES_SHARE", "100");
        try (TestServer server = TestServer.start(toNobody)) {
            assertThat(server.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void without_an_address_there_is_nothing_of_it() {
        try (TestServer server = TestServer.start(Map.of())) {
            assertThat(server.server().context().containsBean(RequestTraces.class)).isFalse();
        }
    }
}
