package com.luckyfunatic.engine.testkit;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.Command;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which players a test touched, and every answer it got under an operation id. Thread-safe. */
public final class Observations {
    private final Set<PlayerId> players = ConcurrentHashMap.newKeySet();
    private final Map<Operation, List<Given>> operations = new ConcurrentHashMap<>();

    /** An operation of a player. */
    public record Operation(PlayerId player, OperationId id) {}

    /** An answer that was given to a command sent at a moment, epoch milliseconds. */
    public record Given(Command command, long atMillis, Answer answer) {}

    void touched(PlayerId player) {
        players.add(player);
    }

    void answered(CommandEnvelope envelope, Answer answer) {
        OperationId id = envelope.operationId();
        if (id != null) {
            var given = new Given(envelope.command(), envelope.nowMillis(), answer);
            operations.compute(
                    new Operation(envelope.player(), id),
                    (_, before) -> {
                        List<Given> all = before == null ? new ArrayList<>() : before;
                        all.add(given);
                        return all;
                    });
        }
    }

    /** The players that commands were sent to. */
    public Set<PlayerId> players() {
        return Set.copyOf(players);
    }

    /** The answers that were given under operation ids, in the order they arrived. */
    public Map<Operation, List<Given>> operations() {
        return Map.copyOf(operations);
    }
}
