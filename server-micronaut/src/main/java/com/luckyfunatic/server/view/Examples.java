package com.luckyfunatic.server.view;

/** Examples of shared shapes, for the API description. A test holds them to what is answered. */
public final class Examples {
    /** One booster. */
    public static final String BOOSTER =
            """
            {"type": "energy_tank", "name": "Energy Tank",
             "description": "Strap on a spare tank and carry 500 more energy for an hour.",
             "price": 1000, "currency": "funz", "isActive": true,
             "activeUntil": "2026-11-22T16:00:00.123Z", "cooldownLeft": 7200,
             "cooldownLeftMs": 7200000, "usagesLeft": 3, "level": 0, "maxLevel": 0,
             "isAvailable": true, "effect": "energy_max_add", "magnitude": 500,
             "durationMs": 3600000, "cooldownMs": 7200000}
            """;

    /** The members of the game's state, for objects that hold more than it. */
    public static final String GAME_MEMBERS =
            """
            "energy": {"currentEnergyBalance": 1495, "maxEnergy": 1500, "regenPerSec": 1.0,
              "regenMilliPerSec": 1000, "fullAt": "2026-11-22T15:00:05.123Z"},
            "funz": {"currentFunzBalance": 4505, "funzPerTap": 1, "incomePerHour": 1540,
              "lifetimeEarned": 25505, "passiveIncome": {"amount": 2310,
              "forDuration": "PT1H30M", "forDurationMs": 5400000, "capped": true}},
            "jokers": {"balance": 15},
            "taps": {"total": 3190, "perSecond": 20, "burst": 60, "lastSequence": 17},
            "rank": {"rank": 3, "name": "Prankster", "lifetimeEarned": 25505, "nextAt": 100000},
            "frenzy": {"meter": 120, "meterMax": 300, "multiplierBps": 30000, "isActive": false,
              "activeUntil": null, "cooldownLeft": 0, "cooldownLeftMs": 0},
            "boosters": [
            """
                    + BOOSTER
                    + """
                    ], "referral": {"friends": 2}, "sequence": 1024
                    """;

    /** An operator. */
    public static final String OPERATOR = "{\"name\": \"ada\", \"roles\": [\"support\"]}";

    /** The game's state. */
    public static final String GAME = "{" + GAME_MEMBERS + "}";

    private Examples() {}
}
