package com.luckyfunatic.storage.distributed;

import static java.util.Objects.requireNonNull;

import com.luckyfunatic.engine.Answer;
import com.luckyfunatic.engine.CommandEnvelope;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.RuleHandler;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.CommandHandler;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.Page;
import com.luckyfunatic.engine.storage.PlayerStore;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.storage.StorageConflictException;
import com.luckyfunatic.storage.codec.GameCodec;
import com.luckyfunatic.storage.mysql.CalledFor;
import com.luckyfunatic.storage.redis.HotPlayers;
import com.luckyfunatic.storage.redis.KeptAnswer;
import com.luckyfunatic.storage.redis.RedisJournal;
import com.luckyfunatic.storage.redis.RedisPlayers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The players' states: decided on what Redis has, swapped there if nobody has changed it, and, when
 * hard, answered after MySQL has it. Thread-safe.
 */
final class DistributedPlayerStore implements PlayerStore {
    private static final int TRIES = 100;

    private final RedisPlayers players;
    private final HotPlayers hotPlayers;
    private final PlayerReader reader;
    private final HardChanges hardChanges;
    private final PlayerLedger ledger;
    private final PlayerHistory history;
    private final GameCodec codec;
    private final PlayerLocks locks;

    DistributedPlayerStore(
            RedisPlayers players,
            HotPlayers hotPlayers,
            PlayerReader reader,
            HardChanges hardChanges,
            PlayerLedger ledger,
            PlayerHistory history,
            PlayerLocks locks,
            GameCodec codec) {
        this.players = players;
        this.hotPlayers = hotPlayers;
        this.reader = reader;
        this.hardChanges = hardChanges;
        this.ledger = ledger;
        this.history = history;
        this.locks = locks;
        this.codec = codec;
    }

    /** What came of a command in Redis. */
    private sealed interface Decided {
        /** An answer that nothing stands in the way of. */
        record Ready(Answer answer) implements Decided {}

        /** The answer to a hard change that MySQL must get first. */
        record Hard(
                Answer answer,
                PlayerLedger.HardChange change,
                RedisJournal.@Nullable Unarchived unarchived)
                implements Decided {}

        /** Redis has an answer already. */
        record Known(KeptAnswer answer) implements Decided {}
    }

    @Override
    public Answer execute(CommandEnvelope envelope, CommandHandler handler) {
        String fingerprint = codec.fingerprint(envelope.command());
        return switch (decideInTurn(envelope, fingerprint, handler)) {
            case Decided.Ready(Answer answer) -> answer;
            case Decided.Hard(var answer, var change, var unarchived) -> {
                hardChanges.makeSafe(change, unarchived);
                yield answer;
            }
            case Decided.Known(KeptAnswer known) -> repeat(envelope, fingerprint, known);
        };
    }

    private Decided decideInTurn(
            CommandEnvelope envelope, String fingerprint, CommandHandler handler) {
        try (PlayerLocks.Turn _ = locks.turn(envelope.player())) {
            return decide(envelope, fingerprint, handler);
        }
    }

    private Decided decide(CommandEnvelope envelope, String fingerprint, CommandHandler handler) {
        RuleHandler rules = handler.rules();
        if (rules != null
                && !envelope.isLate()
                && hotPlayers.execute(envelope, rules) instanceof HotPlayers.Hot.Done(var answer)) {
            return new Decided.Ready(answer);
        }
        OperationId operation = envelope.operationId();
        for (int tried = 0; tried < TRIES; tried++) {
            PlayerReader.Read.Present present;
            switch (reader.read(envelope.player(), operation)) {
                case PlayerReader.Read.Known(KeptAnswer answer) -> {
                    return new Decided.Known(answer);
                }
                case PlayerReader.Read.Present found -> present = found;
            }
            if (operation != null) {
                // Each time: Redis may have had the answer, and have let it go, since the last one.
                Optional<KeptAnswer> kept = ledger.answer(envelope.player(), operation);
                if (kept.isPresent()) {
                    return new Decided.Known(kept.get());
                }
            }
            Decided decided = commit(envelope, fingerprint, present, handler);
            if (decided != null) {
                return decided;
            }
        }
        throw new StorageConflictException(
                "player " + envelope.player() + " was changed by others " + TRIES + " times");
    }

    /** Returns null when the player must be read again. */
    private @Nullable Decided commit(
            CommandEnvelope envelope,
            String fingerprint,
            PlayerReader.Read.Present present,
            CommandHandler handler) {
        Handled handled = handler.handle(present.state(), envelope);
        RuleHandler rules = handler.rules();
        Answer answer = handled.answer();
        StateChange change = handled.change();
        if (change == null && envelope.operationId() == null) {
            return new Decided.Ready(answer);
        }
        boolean isHard = change != null && change.durability() == Durability.HARD;
        OperationId operation = envelope.operationId();
        if (operation == null && isHard) {
            operation = HardOperations.idOf(requireNonNull(change));
        }
        KeptAnswer kept =
                operation == null ? null : KeptAnswer.of(answer, fingerprint, change, codec);
        RedisPlayers.Committed committed =
                players.commit(
                        new RedisPlayers.Commit(
                                envelope.player(),
                                operation,
                                present.version(),
                                present.state(),
                                answer.state(),
                                change,
                                kept,
                                rules == null ? null : hotPlayers.content(rules.catalog()),
                                envelope.nowMillis()));
        return switch (committed) {
            case RedisPlayers.Committed.Changed() -> null;
            case RedisPlayers.Committed.Done(var unarchived) ->
                    isHard
                            ? new Decided.Hard(
                                    answer,
                                    hard(
                                            requireNonNull(change),
                                            requireNonNull(operation),
                                            requireNonNull(kept),
                                            present,
                                            answer),
                                    unarchived)
                            : new Decided.Ready(answer);
        };
    }

    private static PlayerLedger.HardChange hard(
            StateChange change,
            OperationId operation,
            KeptAnswer kept,
            PlayerReader.Read.Present before,
            Answer answer) {
        PlayerState after = requireNonNull(answer.state());
        return new PlayerLedger.HardChange(
                change.player(),
                operation,
                change.sequence(),
                kept,
                new PlayerLedger.Snapshot(
                        RedisPlayers.versionAfter(before.version(), change), after),
                change.atMillis(),
                CalledFor.by(change));
    }

    private Answer repeat(CommandEnvelope envelope, String fingerprint, KeptAnswer known) {
        PlayerId player = envelope.player();
        if (!known.fingerprint().equals(fingerprint)) {
            return Answer.operationIdReused(envelope.nowMillis());
        }
        return safeRepeat(player, requireNonNull(envelope.operationId()), known);
    }

    private Answer safeRepeat(PlayerId player, OperationId operation, KeptAnswer known) {
        Answer answer = toRepeat(player, known);
        PlayerState state = answer.state();
        if (known.isHard() && state != null) {
            hardChanges.makeSafe(player, operation, known, state.sequence(), answer.nowMillis());
        }
        return answer;
    }

    private Answer toRepeat(PlayerId player, KeptAnswer known) {
        return known.toRepeat(codec, () -> reader.read(player).state());
    }

    @Override
    public Optional<PlayerState> find(PlayerId player) {
        return Optional.ofNullable(reader.read(player).state());
    }

    @Override
    public Optional<Answer> operation(PlayerId player, OperationId id) {
        return switch (reader.read(player, id)) {
            case PlayerReader.Read.Known(KeptAnswer known) ->
                    Optional.of(safeRepeat(player, id, known));
            case PlayerReader.Read.Present _ ->
                    ledger.answer(player, id).map(known -> toRepeat(player, known));
        };
    }

    @Override
    public Page<StateChange> history(PlayerId player, long beforeSequence, int limit) {
        Page.requireLimit(limit);
        return history.read(player, beforeSequence, limit);
    }
}
