package com.luckyfunatic.server.login;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram handed to the Mini App.
 *
 * @param initData the text of {@code Telegram.WebApp.initData}, unchanged
 */
public record LoginRequest(
        @Schema(
                        nullable = false,
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example =
                                "query_id=AAE…&user=%7B%22id%22%3A1001…%7D&auth_date=1764000000&hash=…")
                @Nullable String initData) {}
