package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import com.luckyfunatic.engine.schedule.OccurrenceName;
import com.luckyfunatic.engine.schedule.Schedule;
import java.util.List;

/**
 * Raffles that come again and again, as content describes them.
 *
 * @param id the begin of their names; each one has the moment it opens behind it ({@link
 *     OccurrenceName})
 * @param name what players read
 * @param description what players read below the name
 * @param schedule when they are open
 * @param requirements what a player must have to buy a ticket
 * @param currency what tickets are paid in
 * @param price of one ticket, 0 to {@link RaffleTerms#PRICE_MAX}
 * @param limitPerPlayer how many tickets a player can hold
 * @param tickets how many tickets each has, 1 to {@link RaffleDefinition#TICKETS_MAX}
 * @param prizes the first ones drawn get the first
 */
public record RaffleSeries(
        RaffleId id,
        String name,
        String description,
        Schedule schedule,
        List<Requirement> requirements,
        Currency currency,
        long price,
        int limitPerPlayer,
        int tickets,
        List<Prize> prizes) {
    /** The most characters of a series' name: a moment must fit behind it. */
    public static final int ID_LENGTH_MAX = 32;

    /** What so many winners get, each; unlike a {@link RafflePrize}, not checked yet. */
    public record Prize(int winners, Reward reward) {}

    /** Copies the lists. */
    public RaffleSeries {
        requirements = List.copyOf(requirements);
        prizes = List.copyOf(prizes);
    }

    /**
     * Returns one of them.
     *
     * @param occurrence its number, from 1
     */
    public RaffleDefinition occurrence(long occurrence) {
        long opens = schedule.startOf(occurrence);
        return new RaffleDefinition(
                new RaffleId(OccurrenceName.of(id.value(), opens)),
                name,
                description,
                new RaffleTerms(opens, schedule.endOf(occurrence), requirements, currency, price),
                limitPerPlayer,
                tickets,
                prizes.stream()
                        .map(each -> new RafflePrize(each.winners(), each.reward()))
                        .toList());
    }
}
