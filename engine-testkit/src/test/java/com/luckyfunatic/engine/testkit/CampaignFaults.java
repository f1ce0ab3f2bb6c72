package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.campaign.CampaignFigures;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.Page;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Campaigns that are counted wrongly. */
final class CampaignFaults {
    private CampaignFaults() {}

    abstract static class Broken extends BrokenStorage implements Campaigns {
        Broken(PlainStorage right) {
            super(right);
        }

        @Override
        public final Campaigns campaigns() {
            return this;
        }

        @Override
        public void seen(PlayerId player, long epochDay) {
            right.campaigns().seen(player, epochDay);
        }

        @Override
        public Page<CampaignFigures> figures(
                long fromDay, long toDay, @Nullable Position after, int limit) {
            return right.campaigns().figures(fromDay, toDay, after, limit);
        }
    }

    /** Adds one for every call, as a counter would. */
    static final class CountsVisits extends Broken {
        private final AtomicLong extra = new AtomicLong();

        CountsVisits(PlainStorage right) {
            super(right);
        }

        @Override
        public void seen(PlayerId player, long epochDay) {
            super.seen(player, epochDay);
            extra.incrementAndGet();
        }

        @Override
        public Page<CampaignFigures> figures(
                long fromDay, long toDay, @Nullable Position after, int limit) {
            Page<CampaignFigures> page = super.figures(fromDay, toDay, after, limit);
            return new Page<>(
                    page.items().stream()
                            .map(each ->
                                    new CampaignFigures(
                                            each.arrivalDay(),
                                            each.campaign(),
                                            each.arrivals(),
                                            each.activated(),
                                            Math.max(each.retainedDay1(), extra.get() / 2),
                                            each.retainedDay7()))
                            .toList(),
                    page.hasMore());
        }
    }

    /** Takes the second day for the first. */
    static final class CountsDaysFromOne extends Broken {
        CountsDaysFromOne(PlainStorage right) {
            super(right);
        }

        @Override
        public void seen(PlayerId player, long epochDay) {
            super.seen(player, epochDay - 1);
        }
    }

    /** Leaves the last day out. */
    static final class EndsBeforeTheLastDay extends Broken {
        EndsBeforeTheLastDay(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<CampaignFigures> figures(
                long fromDay, long toDay, @Nullable Position after, int limit) {
            return super.figures(fromDay, toDay - 1, after, limit);
        }
    }

    /** Begins the next page with the last row of the one before. */
    static final class RepeatsTheLastRow extends Broken {
        RepeatsTheLastRow(PlainStorage right) {
            super(right);
        }

        @Override
        public Page<CampaignFigures> figures(
                long fromDay, long toDay, @Nullable Position after, int limit) {
            return super.figures(
                    fromDay,
                    toDay,
                    after == null ? null : new Position(after.arrivalDay(), ""),
                    limit);
        }
    }
}
