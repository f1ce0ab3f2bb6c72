package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.campaign.CampaignFigures;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * Whom marketing campaigns brought, and what became of them, as {@link
 * com.luckyfunatic.engine.campaign.CampaignRules} define it. Thread-safe; every method may block.
 *
 * <p>There is one row for each player whom a campaign brought, made in the same step that {@link
 * PlayerDirectory#register registers} them, and figures count rows: nothing that is done twice
 * counts twice.
 */
public interface Campaigns {
    /**
     * Notes that {@code player} was there on a UTC day. Of days that no figure asks for, and of
     * players whom no campaign brought, nothing is kept; doing it again is no error. It returns
     * when that is durable.
     *
     * @param epochDay days since 1970-01-01
     * @throws StorageUnavailableException when the store is away or full
     */
    void seen(PlayerId player, long epochDay);

    /**
     * Returns figures by day of arrival, earliest first, and by campaign. Who has come to play may
     * lag behind the game by a minute, all else does not.
     *
     * @param fromDay the first day of arrival, days since 1970-01-01
     * @param toDay the last day of arrival
     * @param after the last row of the page before; null for the first page
     * @param limit 1 to {@link Page#LIMIT_MAX}
     */
    Page<CampaignFigures> figures(long fromDay, long toDay, @Nullable Position after, int limit);

    /** A place among the figures. */
    record Position(long arrivalDay, String campaign) implements Comparable<Position> {
        /** Returns the place of {@code figures}. */
        public static Position of(CampaignFigures figures) {
            return new Position(figures.arrivalDay(), figures.campaign());
        }

        @Override
        public int compareTo(Position other) {
            int byDay = Long.compare(arrivalDay, other.arrivalDay);
            return byDay != 0 ? byDay : campaign.compareTo(other.campaign);
        }
    }
}
