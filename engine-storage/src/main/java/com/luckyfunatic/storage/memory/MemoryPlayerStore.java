package com.luckyfunatic.storage.memory;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.storage.retention.RetentionClock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** A slot per player. Thread-safe. */
final class MemoryPlayerStore implements PlayerStore {
    private final ConcurrentMap<PlayerId, PlayerSlot> slots = new ConcurrentHashMap<>();
    private final int changesKept;
    private final RetentionClock clock;
    private final MemoryFollowUpQueue followUps;
    private final OpenState open;

    MemoryPlayerStore(
            int changesKept, RetentionClock clock, MemoryFollowUpQueue followUps, OpenState open) {
        this.changesKept = changesKept;
        this.clock = clock;
        this.followUps = followUps;
        this.open = open;
    }

    @Override
    public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        open.require();
        Answer answer = null;
        while (answer == null) {
            answer = tryExecute(envelope, handler);
        }
        return answer;
    }

    /** Returns null when the player's slot was given up in the meantime. */
    private @Nullable Answer tryExecute(CommandEnvelope envelope, CommandHandler handler) {
        PlayerId player = envelope.player();
        PlayerSlot slot = slots.get(player);
        if (slot == null) {
            slot = slots.computeIfAbsent(player, _ -> new PlayerSlot(changesKept, clock));
        }
        try {
            return slot.execute(envelope, handler, followUps);
        } finally {
            if (slot.isGivenUp()) {
                slots.remove(player, slot);
            }
        }
    }

    @Override
    public Optional<PlayerState> find(PlayerId player) {
        return Optional.ofNullable(state(player));
    }

    @Nullable PlayerState state(PlayerId player) {
        open.require();
        PlayerSlot slot = slots.get(player);
        return slot == null ? null : slot.state();
    }

    @Override
    public Optional<Answer> operation(PlayerId player, OperationId id) {
        open.require();
        PlayerSlot slot = slots.get(player);
        return slot == null ? Optional.empty() : Optional.ofNullable(slot.operation(id));
    }

    @Override
    public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
        open.require();
        Page.requireLimit(limit);
        PlayerSlot slot = slots.get(player);
        return slot == null ? new Page<>(List.of(), false) : slot.history(beforeSequence, limit);
    }

    /** Goes through all players: it is asked for once, at the start of an engine. */
    long greatestId() {
        long greatest = 0;
        for (var each : slots.entrySet()) {
            long id = Math.max(each.getKey().value(), each.getValue().greatestChangeId());
            greatest = Math.max(greatest, id);
        }
        return greatest;
    }
}
