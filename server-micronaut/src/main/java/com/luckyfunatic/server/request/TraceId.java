package com.luckyfunatic.server.request;

import com.luckyfunatic.server.text.Ascii;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The word that ties log lines, error answers and other systems' records of one request together.
 *
 * <p>A caller's own word is taken over when it is well formed: W3C {@code traceparent} first, else
 * {@code X-Request-Id}. Anything else is ignored, so that nobody writes into our logs.
 */
public final class TraceId {
    /** The header that carries it back, and that callers may choose it with. */
    public static final String HEADER = "X-Request-Id";

    /** The header of W3C that callers may choose it with. */
    public static final String TRACEPARENT = "traceparent";

    private static final int REQUEST_ID_LENGTH_MAX = 64;
    private static final int TRACEPARENT_LENGTH = 55;
    private static final int TRACE_START = 3;
    private static final int TRACE_END = 35;
    private static final int PARENT_END = 52;
    private static final String ALL_ZERO = "0".repeat(TRACE_END - TRACE_START);

    private TraceId() {}

    /** The caller's trace id where it sent a good one, else a new one. */
    public static String of(@Nullable String traceparent, @Nullable String requestId) {
        String given = given(traceparent, requestId);
        return given == null ? random() : given;
    }

    /** The caller's trace id; nothing where it sent no good one. */
    public static @Nullable String given(@Nullable String traceparent, @Nullable String requestId) {
        if (traceparent != null && isTraceparent(traceparent)) {
            return traceparent.substring(TRACE_START, TRACE_END);
        }
        return requestId != null
                        && requestId.length() <= REQUEST_ID_LENGTH_MAX
                        && Ascii.isName(requestId)
                ? requestId
                : null;
    }

    /** Version, trace id, parent id and flags: {@code 00-<32 hex>-<16 hex>-<2 hex>}. */
    public static boolean isTraceparent(String text) {
        return text.length() == TRACEPARENT_LENGTH
                && text.startsWith("00-")
                && text.charAt(TRACE_END) == '-'
                && text.charAt(PARENT_END) == '-'
                && Ascii.isLowerHex(text.substring(TRACE_START, TRACE_END))
                && Ascii.isLowerHex(text.substring(TRACE_END + 1, PARENT_END))
                && Ascii.isLowerHex(text.substring(PARENT_END + 1))
                && !text.startsWith(ALL_ZERO, TRACE_START);
    }

    /** Not secret, so the fast generator will do. */
    private static String random() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
