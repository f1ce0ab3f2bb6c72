package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.campaign.CampaignFigures;
import com.luckyfunatic.engine.campaign.CampaignRules;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/** Arrivals by day and campaign, and by player. Thread-safe. */
final class MemoryCampaigns implements Campaigns {
    private final ConcurrentNavigableMap<Position, ConcurrentMap<PlayerId, Arrival>> byPosition =
            new ConcurrentSkipListMap<>();
    private final ConcurrentMap<PlayerId, Arrival> byPlayer = new ConcurrentHashMap<>();
    private final MemoryPlayerStore players;
    private final OpenState open;

    MemoryCampaigns(MemoryPlayerStore players, OpenState open) {
        this.players = players;
        this.open = open;
    }

    /** Notes whom a campaign has brought. */
    void arrived(PlayerId player, String campaign, long epochDay) {
        Arrival arrival = new Arrival(epochDay);
        byPlayer.put(player, arrival);
        byPosition
                .computeIfAbsent(new Position(epochDay, campaign), _ -> new ConcurrentHashMap<>())
                .put(player, arrival);
    }

    @Override
    public void seen(PlayerId player, long epochDay) {
        open.require();
        Arrival arrival = byPlayer.get(player);
        if (arrival != null) {
            arrival.seen(epochDay);
        }
    }

    @Override
    public Page<CampaignFigures> figures(
            long fromDay, long toDay, @Nullable Position after, int limit) {
        open.require();
        Page.requireLimit(limit);
        Position first = new Position(fromDay, "");
        boolean isLater = after != null && after.compareTo(first) > 0;
        List<CampaignFigures> read = new ArrayList<>(limit + 1);
        for (var group : byPosition.tailMap(isLater ? after : first, !isLater).entrySet()) {
            if (group.getKey().arrivalDay() > toDay || read.size() > limit) {
                break;
            }
            if (!group.getKey().equals(after)) {
                read.add(figures(group.getKey(), group.getValue()));
            }
        }
        return Page.ofOneMore(read, limit);
    }

    private CampaignFigures figures(Position position, ConcurrentMap<PlayerId, Arrival> arrived) {
        long arrivals = 0;
        long activated = 0;
        long day1 = 0;
        long day7 = 0;
        for (var each : arrived.entrySet()) {
            PlayerState state = players.state(each.getKey());
            arrivals++;
            activated += state != null && CampaignRules.isActivated(state) ? 1 : 0;
            day1 += each.getValue().day1 ? 1 : 0;
            day7 += each.getValue().day7 ? 1 : 0;
        }
        return new CampaignFigures(
                position.arrivalDay(), position.campaign(), arrivals, activated, day1, day7);
    }

    /** When a player arrived, and whether they came back. Flags only ever become true. */
    private static final class Arrival {
        private final long day;
        private volatile boolean day1;
        private volatile boolean day7;

        Arrival(long day) {
            this.day = day;
        }

        void seen(long epochDay) {
            if (CampaignRules.isDay1(day, epochDay)) {
                day1 = true;
            } else if (CampaignRules.isDay7(day, epochDay)) {
                day7 = true;
            }
        }
    }
}
