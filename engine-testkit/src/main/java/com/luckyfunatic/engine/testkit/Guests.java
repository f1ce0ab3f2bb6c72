package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.GameEngine;
import com.luckyfunatic.engine.Login;
import com.luckyfunatic.engine.player.TelegramAccount;
import java.util.concurrent.ThreadLocalRandom;

/** Those who come to the game in the contracts, and whom they bring. */
final class Guests {
    private Guests() {}

    /** Returns somebody who has not been here yet. */
    static TelegramAccount account(boolean premium) {
        long id = ThreadLocalRandom.current().nextLong(1, TelegramAccount.TELEGRAM_ID_MAX);
        return new TelegramAccount(id, "Ada", null, null, "en", premium, null);
    }

    /** Returns what a login begins with that follows the link of {@code referrer}. */
    static String invitation(Login referrer) {
        return invitation(referrer.profile().account());
    }

    /** Returns what a login begins with that follows the link of {@code referrer}. */
    static String invitation(TelegramAccount referrer) {
        return "ref_" + referrer.telegramId();
    }

    /** Carries out every follow-up that is due; returns how many there were. */
    static int settleAll(GameEngine engine) {
        int settled = 0;
        int last;
        do {
            last = engine.settleFollowUps(100);
            settled += last;
        } while (last > 0);
        return settled;
    }
}
