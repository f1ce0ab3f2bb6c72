package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The plainest admissions that keep every promise. */
class PlainAdmissions implements Admissions {
    private final Map<PlayerId, Admission> byPlayer = new HashMap<>();

    @Override
    public synchronized void ban(PlayerId player, Ban ban) {
        byPlayer.put(player, now(player).banned(ban));
    }

    @Override
    public synchronized void unban(PlayerId player) {
        byPlayer.put(player, now(player).unbanned());
    }

    @Override
    public synchronized void endLogins(PlayerId player, long atMillis) {
        byPlayer.put(player, now(player).withLoginsEnded(atMillis));
    }

    private Admission now(PlayerId player) {
        return byPlayer.getOrDefault(player, Admission.FREE);
    }

    @Override
    public synchronized void admission(
            PlayerId player, Consumer<Admission> answer, Consumer<Throwable> failure) {
        answer.accept(now(player));
    }
}
