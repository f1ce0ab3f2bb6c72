package com.luckyfunatic.storage.catalog;

/** A short catalog file for tests to break. */
final class SampleFile {
    /** The first card starts in line 13, the first booster in line 26. */
    static final String CONTENT =
            """
            version: "1"
            start: {funz: 0, jokers: 0}
            tap: {funzPerTap: 1, energyPerTap: 1, perSecond: 20, burst: 60}
            energy: {max: 1000, regenMilliPerSecond: 500}
            income: {cap: PT1H30M}
            multiplierCapBps: 500000
            frenzy:
              - {fromRank: 1, meter: 300, multiplierBps: 30000, duration: PT15S, cooldown: PT60S}
            ranks: [{name: First, funzEarned: 0}]
            referral: {rewardFunz: 1, premiumRewardFunz: 2, qualifyingTaps: 3, paidPerDay: 4}
            categories: [{id: gear, name: Gear}]
            cards:
              - id: miner
                name: Miner
                description: Digs.
                category: gear
                image: /miner.svg
                basePrice: 100
                baseIncomePerHour: 10
                maxLevel: 5
                requirements:
                  - {rank: 1}
                  - {friends: 2}
                availableFrom: 2026-01-01T00:00:00Z
            boosters:
              - type: turbo
                name: Turbo
                description: Faster.
                effect: funz_per_tap_multiply
                magnitude: 20000
                duration: PT20S
                price: {kind: fixed, base: 5}
            """;

    private SampleFile() {}
}
