package com.luckyfunatic.server.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of figures.
 *
 * @param data by day of arrival, earliest first, and by campaign
 * @param nextCursor where the next page begins; null at the end
 * @param serverTime when it was so
 */
public record CampaignPage(
        List<CampaignFiguresView> data, @Nullable String nextCursor, Instant serverTime) {}
