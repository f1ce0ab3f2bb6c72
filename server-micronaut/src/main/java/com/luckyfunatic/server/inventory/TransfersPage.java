package com.luckyfunatic.server.inventory;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a player's transfers.
 *
 * @param data transfers, latest first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
public record TransfersPage(
        List<TransferView> data, @Nullable String nextCursor, Instant serverTime) {}
