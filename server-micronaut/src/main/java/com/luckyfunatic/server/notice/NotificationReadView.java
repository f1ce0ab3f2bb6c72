package com.luckyfunatic.server.notice;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Whether there is anything new to read.
 *
 * @param isRead whether the player has read every notification
 */
@Schema(example = "{\"isRead\": true}")
public record NotificationReadView(boolean isRead) {}
