package com.luckyfunatic.server.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACEPARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    @Test
    void the_callers_trace_is_continued() {
        assertThat(TraceId.of(TRACEPARENT, "other")).isEqualTo(TRACE);
        assertThat(TraceId.of(null, "Req-1_a.b")).isEqualTo("Req-1_a.b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e473g-00f067aa0ba902b7-01",
                "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902bx-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0x"
            })
    void a_badly_formed_trace_is_ignored(String traceparent) {
        assertThat(TraceId.of(traceparent, "fallback")).isEqualTo("fallback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\nFAKE LOG LINE",
                "{json}",
                "ünï",
                "a1234567890123456789012345678901234567890123456789012345678901234"
            })
    void a_badly_formed_request_id_is_replaced(String requestId) {
        assertThat(TraceId.of(null, requestId))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(TraceId.of(null, null));
    }
}
