package com.luckyfunatic.server.balloon;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * What opens one game of balloons, as clients see it.
 *
 * @param ticket for {@code GET /balloons?ticket=}; good for one connection
 * @param expiresAt until when it is good
 */
@Schema(
        example =
                """
                {"ticket": "eyJraWQiOiJvbmx5LWFuLWV4YW1wbGUifQ.eyJzdWIiOiI3In0.c2lnbmF0dXJl",
                "expiresAt": "2026-11-22T15:00:30.000Z"}
                """)
record TicketView(String ticket, Instant expiresAt) {
    @Override
    public String toString() {
        return "TicketView[expiresAt=" + expiresAt + "]";
    }
}
