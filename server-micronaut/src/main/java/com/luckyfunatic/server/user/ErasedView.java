package com.luckyfunatic.server.user;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * That nobody is this player any more.
 *
 * @param erased always true
 */
@Schema(example = "{\"erased\": true}")
public record ErasedView(boolean erased) {}
