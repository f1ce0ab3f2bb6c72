package com.luckyfunatic.engine.raffle;

import org.jspecify.annotations.Nullable;

/**
 * A raffle, and how far it has come.
 *
 * @param definition what it is
 * @param secrets what only the server knows of it
 * @param step how far it has come
 * @param reserved how many tickets are held for players who are about to pay
 * @param sold how many were paid for
 * @param players how many players hold one that was paid for
 * @param listHash the hash of the final list of tickets, hexadecimal; null before {@link
 *     RaffleStep#FROZEN}
 */
public record Raffle(
        RaffleDefinition definition,
        RaffleSecrets secrets,
        RaffleStep step,
        int reserved,
        int sold,
        int players,
        @Nullable String listHash) {
    /** Returns one that nobody has bought a ticket of. */
    public static Raffle of(RaffleDefinition definition, RaffleSecrets secrets) {
        return new Raffle(definition, secrets, RaffleStep.OPEN, 0, 0, 0, null);
    }

    /** Returns its name. */
    public RaffleId id() {
        return definition.id();
    }

    /**
     * Returns why {@code quantity} tickets cannot be reserved for a player who has {@code held},
     * reserved or paid, or null when they can.
     */
    public @Nullable RaffleRefusal whyNotReserved(int held, int quantity) {
        RaffleTerms terms = definition.terms();
        if (step != RaffleStep.OPEN) {
            return new RaffleRefusal.RaffleNotOpen(terms.opensAtMillis(), terms.closesAtMillis());
        }
        int left = left();
        if (quantity > left) {
            return new RaffleRefusal.RaffleSoldOut(left);
        }
        int limit = definition.limitPerPlayer();
        return quantity > limit - held
                ? new RaffleRefusal.TicketLimitReached(limit, limit - held)
                : null;
    }

    /** Returns how many tickets can still be reserved. */
    public int left() {
        return definition.ticketsMax() - reserved - sold;
    }

    /** Returns how many tickets players can still buy, now or when sales begin. */
    public int buyable(long nowMillis) {
        boolean isOver =
                step != RaffleStep.OPEN || nowMillis >= definition.terms().closesAtMillis();
        return isOver ? 0 : left();
    }

    /**
     * Returns how many tickets win: as many as there are places, and no more than are sold as soon
     * as that is known.
     */
    public int winners() {
        return step.isFrozen() ? Math.min(definition.winners(), sold) : definition.winners();
    }

    /** Returns it one step further, or the same if it is not {@code from}. */
    public Raffle at(RaffleStep from, RaffleStep to) {
        return step == from
                ? new Raffle(definition, secrets, to, reserved, sold, players, listHash)
                : this;
    }

    /** Returns it cancelled, or the same if it cannot be any more. */
    public Raffle cancelled() {
        return step.canBeCancelled() ? at(step, RaffleStep.CANCELLED) : this;
    }

    /** Returns it with these counts. */
    public Raffle counting(int newReserved, int newSold, int newPlayers) {
        return new Raffle(definition, secrets, step, newReserved, newSold, newPlayers, listHash);
    }

    /** Returns it with its list frozen. */
    public Raffle frozen(String hash) {
        return new Raffle(definition, secrets, RaffleStep.FROZEN, reserved, sold, players, hash);
    }
}
