package com.luckyfunatic.benchmarks.footprint;

/**
 * What a player does on a day on which they play. All of it is assumed, and docs/sizing.md says
 * from what; it is kept with each result, so that both always belong together.
 *
 * @param sessionsPerDay how often the page is opened
 * @param requestsPerSession what the page asks for while it is open
 * @param tapPercent the share of requests that carry taps
 * @param readPercent the share of looks at the game
 * @param purchasePercent the share of purchases of cards
 * @param claimPercent the share of claims: of the daily bonus, and spins of the wheel
 * @param transferPercent the share of transfers of items to the platform
 * @param tapsPerRequest taps that one request carries
 */
public record SessionModel(
        int sessionsPerDay,
        int requestsPerSession,
        int tapPercent,
        int readPercent,
        int purchasePercent,
        int claimPercent,
        int transferPercent,
        int tapsPerRequest) {
    /**
     * Four times five minutes at one request a second, in the shares that our promises are tested
     * at. Five taps of 210 requests need 1050 of the 1000 + 300 units of energy that a session has.
     */
    public static final SessionModel USUAL = new SessionModel(4, 300, 70, 15, 8, 5, 2, 5);

    private static final int ALL = 100;

    /** Checks that the shares are shares of everything, and come out whole. */
    public SessionModel {
        if (sessionsPerDay < 1 || requestsPerSession < 1 || tapsPerRequest < 1) {
            throw new IllegalArgumentException("who plays does so more than not at all");
        }
        int[] shares = {tapPercent, readPercent, purchasePercent, claimPercent, transferPercent};
        int sum = 0;
        for (int share : shares) {
            if (share < 0 || requestsPerSession * share % ALL != 0) {
                throw new IllegalArgumentException(
                        share + " % of " + requestsPerSession + " requests are no whole number");
            }
            sum += share;
        }
        if (sum != ALL) {
            throw new IllegalArgumentException("the shares make " + sum + " %");
        }
    }

    /** Requests of a kind in one session. */
    int perSession(int percent) {
        return requestsPerSession * percent / ALL;
    }

    /** Requests of a day, with the logins. */
    public long requestsPerDay() {
        return (long) sessionsPerDay * (requestsPerSession + 1);
    }

    /** Operations of a session that are answered only when they are safe. */
    public int hardPerSession() {
        return perSession(purchasePercent + claimPercent + transferPercent);
    }

    /** Changes of a session: all requests but the looks at the game, and the login. */
    public int changesPerSession() {
        return requestsPerSession - perSession(readPercent) + 1;
    }

    /** Operations of a day that are answered only when they are safe. */
    public long hardPerDay() {
        return (long) sessionsPerDay * hardPerSession();
    }

    /** Changes of a day. */
    public long changesPerDay() {
        return (long) sessionsPerDay * changesPerSession();
    }
}
