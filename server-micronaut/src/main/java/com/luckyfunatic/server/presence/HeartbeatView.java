package com.luckyfunatic.server.presence;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * The answer to a heartbeat.
 *
 * @param seenAt when the player was seen
 * @param endsAt when the session ends unless another request comes before
 */
@Schema(
        example =
                """
                {"seenAt": "2026-11-22T15:00:00.123Z",
                "endsAt": "2026-11-22T15:05:00.123Z"}
                """)
public record HeartbeatView(Instant seenAt, Instant endsAt) {}
