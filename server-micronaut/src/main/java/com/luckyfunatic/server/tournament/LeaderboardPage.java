package com.luckyfunatic.server.tournament;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a leaderboard.
 *
 * @param data places, best first
 * @param me the caller's place; null for who has none
 * @param players how many have one
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
@Schema(
        example =
                "{\"data\": [{\"rank\": 1, \"playerId\": \"1152921504606846977\", \"firstName\":"
                    + " \"Ada\", \"score\": \"9450\", \"reachedAt\": \"2026-11-23T09:14:03.120Z\","
                    + " \"isMe\": true, \"paid\": null}], \"me\": {\"rank\": 1, \"playerId\":"
                    + " \"1152921504606846977\", \"firstName\": \"Ada\", \"score\": \"9450\","
                    + " \"reachedAt\": \"2026-11-23T09:14:03.120Z\", \"isMe\": true, \"paid\":"
                    + " null}, \"players\": 1, \"nextCursor\": null, \"serverTime\":"
                    + " \"2026-11-23T09:20:00.000Z\"}")
public record LeaderboardPage(
        List<PlaceView> data,
        @Nullable PlaceView me,
        long players,
        @Nullable String nextCursor,
        Instant serverTime) {}
