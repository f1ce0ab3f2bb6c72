package com.luckyfunatic.engine.testkit.simulation;

import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The audit trail: a row is named by its change, so that it is there once. Not thread-safe. */
class SimulatedAudit {
    private final Map<PlayerId, TreeMap<Long, StateChange>> rows = new HashMap<>();

    void append(List<StateChange> changes) {
        for (StateChange change : changes) {
            rows.computeIfAbsent(change.player(), _ -> new TreeMap<>())
                    .put(change.sequence(), change);
        }
    }

    /** Returns what it has of {@code player}, in order. */
    List<StateChange> of(PlayerId player) {
        return List.copyOf(rows.getOrDefault(player, new TreeMap<>()).values());
    }
}
