package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.account.AdmissionChange;
import com.luckyfunatic.engine.account.Admissions;
import com.luckyfunatic.engine.account.Ban;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Bans and ended logins in a map. Thread-safe. */
final class MemoryAdmissions implements Admissions {
    private final ConcurrentMap<PlayerId, Admission> byPlayer = new ConcurrentHashMap<>();
    private final Map<OperationId, AdmissionChange> changes = new HashMap<>();
    private final OpenState open;

    MemoryAdmissions(OpenState open) {
        this.open = open;
    }

    @Override
    public void ban(PlayerId player, Ban ban) {
        change(player, before -> before.banned(ban));
    }

    @Override
    public void unban(PlayerId player) {
        change(player, Admission::unbanned);
    }

    @Override
    public void endLogins(PlayerId player, long atMillis) {
        change(player, before -> before.withLoginsEnded(atMillis));
    }

    private void change(PlayerId player, UnaryOperator<Admission> change) {
        open.require();
        byPlayer.compute(
                player, (_, before) -> change.apply(before == null ? Admission.FREE : before));
    }

    @Override
    public Optional<AdmissionChange> change(AdmissionChange change) {
        open.require();
        synchronized (changes) {
            byPlayer.compute(
                    change.player(),
                    (_, before) -> {
                        if (!changes.containsKey(change.operation())
                                && change.before()
                                        .equals(before == null ? Admission.FREE : before)) {
                            changes.put(change.operation(), change);
                            return change.after();
                        }
                        return before;
                    });
            return Optional.ofNullable(changes.get(change.operation()));
        }
    }

    @Override
    public Optional<AdmissionChange> changed(OperationId operation) {
        open.require();
        synchronized (changes) {
            return Optional.ofNullable(changes.get(operation));
        }
    }

    @Override
    public void admission(
            PlayerId player, Consumer<Admission> answer, Consumer<Throwable> failure) {
        try {
            open.require();
        } catch (StorageUnavailableException e) {
            failure.accept(e);
            return;
        }
        answer.accept(byPlayer.getOrDefault(player, Admission.FREE));
    }
}
