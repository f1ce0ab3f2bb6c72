package com.luckyfunatic.server.presence;

import com.luckyfunatic.engine.presence.PlaySession;
import com.luckyfunatic.engine.presence.PresenceRules;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of play, as its player sees it.
 *
 * @param startedAt its first request
 * @param lastSeenAt its last request so far
 * @param endedAt the same when five idle minutes have followed; null while it goes on
 * @param lengthSeconds whole seconds from the first request to the last
 * @param requests how many there were
 * @param taps how many taps were accepted in them
 * @param platform what the client said of itself
 * @param version what the client said of itself
 */
@Schema(
        example =
                """
                {"startedAt": "2026-11-22T15:00:00.123Z",
                "lastSeenAt": "2026-11-22T15:12:30.500Z",
                "endedAt": "2026-11-22T15:12:30.500Z", "lengthSeconds": 750,
                "requests": 214, "taps": 1830, "platform": "ios",
                "version": "8.0"}
                """)
public record SessionView(
        Instant startedAt,
        Instant lastSeenAt,
        @Nullable Instant endedAt,
        long lengthSeconds,
        long requests,
        long taps,
        @Nullable String platform,
        @Nullable String version) {
    private static final long MILLIS_PER_SECOND = 1_000;

    static SessionView of(PlaySession session, long nowMillis) {
        Instant lastSeen = Instant.ofEpochMilli(session.lastSeenAtMillis());
        return new SessionView(
                Instant.ofEpochMilli(session.startedAtMillis()),
                lastSeen,
                PresenceRules.isOver(session, nowMillis) ? lastSeen : null,
                session.lengthMillis() / MILLIS_PER_SECOND,
                session.requests(),
                session.taps(),
                session.client().platform(),
                session.client().version());
    }
}
