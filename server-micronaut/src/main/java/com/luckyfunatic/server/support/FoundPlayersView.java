package com.luckyfunatic.server.support;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a search has found.
 *
 * @param players those who were found, by id
 * @param more whether there are more; ask for something longer
 */
@Schema(example = "{\"players\": [" + FoundPlayerView.EXAMPLE + "], \"more\": false}")
record FoundPlayersView(List<FoundPlayerView> players, boolean more) {}
