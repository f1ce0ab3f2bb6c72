package com.luckyfunatic.engine.raffle;

import com.luckyfunatic.engine.Refusal;
import com.luckyfunatic.engine.requirement.Requirement;
import java.util.List;

/**
 * Why a ticket is not sold. The first three are said by the raffle, which counts its tickets; the
 * others by the player's rules, in the order of this file, and then comes the balance.
 */
public sealed interface RaffleRefusal extends Refusal {
    /** There is no such raffle. */
    record UnknownRaffle(RaffleId raffle) implements RaffleRefusal {
        @Override
        public String code() {
            return "unknown_raffle";
        }
    }

    /**
     * The player cannot hold so many.
     *
     * @param limit how many a player can hold
     * @param remaining how many this one still can
     */
    record TicketLimitReached(int limit, int remaining) implements RaffleRefusal {
        @Override
        public String code() {
            return "ticket_limit_reached";
        }
    }

    /**
     * There are not so many tickets left.
     *
     * @param left how many there are
     */
    record RaffleSoldOut(int left) implements RaffleRefusal {
        @Override
        public String code() {
            return "raffle_sold_out";
        }
    }

    /**
     * Tickets are not sold at this time.
     *
     * @param opensAtMillis from when on they are, epoch milliseconds
     * @param closesAtMillis until when, epoch milliseconds
     */
    record RaffleNotOpen(long opensAtMillis, long closesAtMillis) implements RaffleRefusal {
        @Override
        public String code() {
            return "raffle_not_open";
        }
    }

    /** Requirements are not met. */
    record RaffleRequirementsNotMet(List<Requirement> missing) implements RaffleRefusal {
        @Override
        public String code() {
            return "requirements_not_met";
        }
    }

    /** The price of one is not what the player saw. */
    record TicketPriceChanged(long expected, long actual) implements RaffleRefusal {
        @Override
        public String code() {
            return "price_changed";
        }
    }
}
