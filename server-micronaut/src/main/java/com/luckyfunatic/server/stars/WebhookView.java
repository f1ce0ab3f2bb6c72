package com.luckyfunatic.server.stars;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What was done with what Telegram told; Telegram itself only reads the status.
 *
 * @param outcome one of {@code allowed}, {@code declined}, {@code given}, {@code returned}, {@code
 *     noted}, {@code ignored}
 */
@Schema(example = "{\"outcome\": \"given\"}")
public record WebhookView(String outcome) {}
