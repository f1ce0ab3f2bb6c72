package com.luckyfunatic.server.tap;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.luckyfunatic.engine.tap.TapCommand.Tap;
import com.luckyfunatic.server.error.ProblemException;
import com.luckyfunatic.server.json.StrictJson;
import java.io.CharConversionException;
import java.io.IOException;
import org.jspecify.annotations.NullMarked;

/** Bodies of taps. */
@NullMarked
class TapRequestFuzzTest {
    private static final long EXACT_MAX = (1L << 53) - 1;
    private static final ObjectReader READER = StrictJson.mapper().readerFor(TapRequest.class);

    @FuzzTest
    void a_body_is_refused_or_a_tap_within_bounds(@NotNull byte[] body) throws IOException {
        try {
            TapRequest request = READER.readValue(body);
            if (request != null) {
                Tap tap = request.command(7);
                assertThat(tap.count()).isBetween(1, Tap.COUNT_MAX);
                Long sequence = request.sequence();
                if (sequence != null) {
                    assertThat(sequence).isBetween(0L, EXACT_MAX);
                }
            }
        } catch (JacksonException | CharConversionException | ProblemException e) {
            assertThat(e).isNotNull();
        }
    }
}
