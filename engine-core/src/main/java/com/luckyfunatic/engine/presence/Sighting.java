package com.luckyfunatic.engine.presence;

import com.luckyfunatic.engine.amount.Amounts;
import com.luckyfunatic.engine.player.PlayerId;

/**
 * What one server has seen of a player in a short time. Immutable.
 *
 * @param player who
 * @param firstAtMillis the first request, epoch milliseconds
 * @param lastAtMillis the last one, epoch milliseconds, not before the first
 * @param requests how many there were
 * @param taps how many taps were accepted in them
 * @param client what the client said of itself
 */
public record Sighting(
        PlayerId player,
        long firstAtMillis,
        long lastAtMillis,
        long requests,
        long taps,
        ClientInfo client) {
    /** Checks the ranges. */
    public Sighting {
        PlaySession.requireTimes(firstAtMillis, lastAtMillis);
        Amounts.require("requests", requests);
        Amounts.require("taps", taps);
        if (requests + taps == 0) {
            // Every sighting makes a session count more, so that its later state can be told.
            throw new IllegalArgumentException("a sighting of nothing");
        }
    }

    /** One request at a moment. */
    public static Sighting request(PlayerId player, long atMillis, ClientInfo client) {
        return new Sighting(player, atMillis, atMillis, 1, 0, client);
    }

    /** Taps that were accepted in a request which is counted by itself. */
    public static Sighting taps(PlayerId player, long atMillis, long taps) {
        return new Sighting(player, atMillis, atMillis, 0, taps, ClientInfo.UNKNOWN);
    }

    /** Returns both as one; {@code later} is of the same player. */
    public Sighting and(Sighting later) {
        return new Sighting(
                player,
                Math.min(firstAtMillis, later.firstAtMillis),
                Math.max(lastAtMillis, later.lastAtMillis),
                requests + Amounts.creditable(requests, later.requests),
                taps + Amounts.creditable(taps, later.taps),
                client.then(later.client));
    }
}
