package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.amount.Currency;
import com.luckyfunatic.engine.raffle.RaffleDefinition;
import com.luckyfunatic.engine.raffle.RaffleId;
import com.luckyfunatic.engine.raffle.RafflePrize;
import com.luckyfunatic.engine.raffle.RaffleTerms;
import com.luckyfunatic.engine.requirement.Requirement;
import com.luckyfunatic.engine.reward.Reward;
import java.util.List;
import java.util.UUID;

/** Raffles for tests. */
final class TestRaffles {
    /** Of one ticket. */
    static final long PRICE = 7;

    private TestRaffles() {}

    /** Returns a name that no other test uses. */
    static RaffleId id() {
        return new RaffleId("raffle_" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** Returns a raffle with one first and two second prizes, for everybody. */
    static RaffleDefinition raffle(long opensAt, long closesAt, int limit, int tickets) {
        return raffle(opensAt, closesAt, limit, tickets, List.of());
    }

    /** Returns one for those who meet {@code requirements}. */
    static RaffleDefinition raffle(
            long opensAt, long closesAt, int limit, int tickets, List<Requirement> requirements) {
        return new RaffleDefinition(
                id(),
                "Raffle",
                "All or nothing 🦊",
                new RaffleTerms(opensAt, closesAt, requirements, Currency.FUNZ, PRICE),
                limit,
                tickets,
                List.of(
                        new RafflePrize(1, new Reward(1_000, 3, List.of())),
                        new RafflePrize(2, Reward.ofFunz(50))));
    }
}
