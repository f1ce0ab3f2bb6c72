package com.luckyfunatic.server.metrics;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.Outcome;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageUnavailableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Measures the commands that another store carries out. Thread-safe if that is. */
final class MeasuredPlayerStore implements PlayerStore {
    private final PlayerStore store;
    private final EngineMetrics metrics;

    MeasuredPlayerStore(PlayerStore store, EngineMetrics metrics) {
        this.store = store;
        this.metrics = metrics;
    }

    /**
     * Sees how durable the change has to be that the rules decide on. What a copy of them decides
     * is as durable as its command.
     */
    private static final class Watched implements CommandHandler {
        private final CommandHandler handler;
        private Durability durability;

        Watched(CommandHandler handler, Command command) {
            this.handler = handler;
            this.durability = command.durability();
        }

        @Override
        public Handled handle(@Nullable PlayerState state, CommandEnvelope envelope) {
            Handled handled = handler.handle(state, envelope);
            StateChange change = handled.change();
            durability = change == null ? envelope.command().durability() : change.durability();
            return handled;
        }

        @Override
        public @Nullable RuleHandler rules() {
            return handler.rules();
        }
    }

    @Override
    public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        Command command = envelope.command();
        Watched watched = new Watched(handler, command);
        long began = System.nanoTime();
        Answer answer;
        try {
            answer = store.execute(envelope, watched);
        } catch (StorageUnavailableException e) {
            metrics.outcomeUnknown(command);
            throw e;
        }
        metrics.answered(command, watched.durability, System.nanoTime() - began);
        if (answer.outcome() instanceof Outcome.Refused(var reason) && !answer.repeated()) {
            metrics.refused(command, reason);
        }
        return answer;
    }

    @Override
    public Optional<PlayerState> find(PlayerId player) {
        return store.find(player);
    }

    @Override
    public Optional<Answer> operation(PlayerId player, OperationId id) {
        return store.operation(player, id);
    }

    @Override
    public boolean isKnown(PlayerId player, OperationId id) {
        return store.isKnown(player, id);
    }

    @Override
    public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
        return store.history(player, beforeSequence, limit);
    }
}
