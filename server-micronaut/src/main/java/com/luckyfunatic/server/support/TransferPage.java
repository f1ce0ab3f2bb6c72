package com.luckyfunatic.server.support;

import com.luckyfunatic.server.platform.PlatformTransferView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of transfers to the platform.
 *
 * @param data transfers
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
record TransferPage(
        List<PlatformTransferView> data, @Nullable String nextCursor, Instant serverTime) {}
