package com.luckyfunatic.server.connection;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * What a wallet has to sign, as clients see it.
 *
 * @param payload to hand to TON Connect as {@code tonProof}
 * @param expiresAt until when the proof must be back
 */
@Schema(
        example =
                """
                {"payload": "AAABmq8rBHsQZ3x1c2VkIG9ubHkgYXMgYW4gZXhhbXBsZQ",
                "expiresAt": "2026-11-22T15:15:00.123Z"}
                """)
public record TonChallengeView(String payload, Instant expiresAt) {}
