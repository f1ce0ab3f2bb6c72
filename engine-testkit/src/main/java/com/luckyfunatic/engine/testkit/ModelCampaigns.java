package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.amount.Days;
import com.luckyfunatic.engine.campaign.CampaignFigures;
import com.luckyfunatic.engine.campaign.CampaignRules;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.player.Profile;
import com.luckyfunatic.engine.storage.Campaigns;
import com.luckyfunatic.engine.storage.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plainest campaigns: everything is counted when it is asked for. Thread-safe. */
public final class ModelCampaigns implements Campaigns {
    private final Supplier<List<Profile>> profiles;
    private final Function<PlayerId, Optional<PlayerState>> states;
    private final Set<Visit> visits = new HashSet<>();

    /** Counts {@code profiles}, looking into their {@code states}. */
    public ModelCampaigns(
            Supplier<List<Profile>> profiles, Function<PlayerId, Optional<PlayerState>> states) {
        this.profiles = profiles;
        this.states = states;
    }

    private record Visit(PlayerId player, long day) {}

    @Override
    public synchronized void seen(PlayerId player, long epochDay) {
        visits.add(new Visit(player, epochDay));
    }

    @Override
    public synchronized Page<CampaignFigures> figures(
            long fromDay, long toDay, @Nullable Position after, int limit) {
        Page.requireLimit(limit);
        Map<Position, List<Profile>> groups =
                profiles.get().stream()
                        .filter(each -> each.campaign() != null)
                        .collect(
                                Collectors.groupingBy(
                                        ModelCampaigns::position,
                                        TreeMap::new,
                                        Collectors.toList()));
        List<CampaignFigures> read =
                groups.entrySet().stream()
                        .filter(each -> each.getKey().arrivalDay() >= fromDay)
                        .filter(each -> each.getKey().arrivalDay() <= toDay)
                        .filter(each -> after == null || each.getKey().compareTo(after) > 0)
                        .limit(limit + 1L)
                        .map(each -> figures(each.getKey(), each.getValue()))
                        .toList();
        return Page.ofOneMore(read, limit);
    }

    private static Position position(Profile profile) {
        return new Position(
                Days.epochDay(profile.joinedAtMillis()), String.valueOf(profile.campaign()));
    }

    private CampaignFigures figures(Position position, List<Profile> arrived) {
        long day = position.arrivalDay();
        return new CampaignFigures(
                day,
                position.campaign(),
                arrived.size(),
                arrived.stream().filter(this::isActivated).count(),
                visits.stream()
                        .filter(visit -> isOf(visit, arrived))
                        .filter(visit -> CampaignRules.isDay1(day, visit.day()))
                        .count(),
                visits.stream()
                        .filter(visit -> isOf(visit, arrived))
                        .filter(visit -> CampaignRules.isDay7(day, visit.day()))
                        .count());
    }

    private boolean isActivated(Profile profile) {
        return states.apply(profile.id()).filter(CampaignRules::isActivated).isPresent();
    }

    private static boolean isOf(Visit visit, List<Profile> arrived) {
        return arrived.stream().anyMatch(each -> each.id().equals(visit.player()));
    }
}
