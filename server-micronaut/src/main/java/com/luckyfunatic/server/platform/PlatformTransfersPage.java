package com.luckyfunatic.server.platform;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of everybody's transfers.
 *
 * @param data transfers, earliest first
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
public record PlatformTransfersPage(
        List<PlatformTransferView> data, @Nullable String nextCursor, Instant serverTime) {}
