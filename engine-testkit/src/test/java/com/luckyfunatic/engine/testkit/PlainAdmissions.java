package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.AdmissionChange;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The plainest admissions that keep every promise. */
class PlainAdmissions implements Admissions {
    private final Map<PlayerId, Admission> byPlayer = new HashMap<>();
    private final Map<OperationId, AdmissionChange> changes = new HashMap<>();

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

    @Override
    public synchronized Optional<AdmissionChange> change(AdmissionChange change) {
        if (!changes.containsKey(change.operation())
                && now(change.player()).equals(change.before())) {
            byPlayer.put(change.player(), change.after());
            changes.put(change.operation(), change);
        }
        return changed(change.operation());
    }

    @Override
    public synchronized Optional<AdmissionChange> changed(OperationId operation) {
        return Optional.ofNullable(changes.get(operation));
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
