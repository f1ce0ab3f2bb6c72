package com.luckyfunatic.engine;

import com.luckyfunatic.engine.account.Admission;
import com.luckyfunatic.engine.income.IncomeResult.PassiveIncome;
import com.luckyfunatic.engine.player.PlayerCommand.ErasePlayer;
import com.luckyfunatic.engine.player.PlayerEvent.PlayerErased;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.player.PlayerRefusal;
import com.luckyfunatic.engine.player.PlayerState;
import com.luckyfunatic.engine.storage.GameStorage;
import com.luckyfunatic.engine.storage.Handled;
import com.luckyfunatic.engine.storage.StateChange;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Forgets the person behind a player: names, picture, language, Telegram account, wallets, the
 * account on the platform; and ends the logins for ever. The player's amounts stay, under the id
 * alone. Whoever comes with the same Telegram account later is another player.
 *
 * <p>Each step may be repeated, so an erasure that failed in the middle is finished by another; the
 * logins end last, so that a player's own token serves until then. It needs no content: nothing is
 * collected, paid or completed on the occasion. Thread-safe; calls block on the storage.
 */
public final class Erasure {
    /** No content decides about it. */
    private static final String CATALOG_VERSION = "none";

    private final GameStorage storage;
    private final LongSupplier changeIds;

    /** Erases in {@code storage}; changes get their ids from {@code changeIds}. */
    public Erasure(GameStorage storage, LongSupplier changeIds) {
        this.storage = storage;
        this.changeIds = changeIds;
    }

    /**
     * Erases the player of {@code envelope}, whose command is an {@link ErasePlayer}. One who has
     * never played is erased too, although the answer is a refusal. Nothing is erased when the
     * operation id belongs to another command.
     *
     * @throws com.luckyfunatic.engine.storage.StorageException when the storage cannot do its part;
     *     repeat it
     */
    public Answer erase(CommandEnvelope envelope) {
        PlayerId player = envelope.player();
        Answer answer = storage.players().execute(envelope, this::handle);
        if (!(answer.outcome() instanceof Outcome.OperationIdReused)) {
            storage.directory().erase(player);
            storage.platformAccounts().unlink(player);
            storage.admissions().endLogins(player, Admission.LOGINS_ENDED_FOR_EVER);
        }
        return answer;
    }

    private Handled handle(@Nullable PlayerState state, CommandEnvelope envelope) {
        if (!(envelope.command() instanceof ErasePlayer command)) {
            throw new IllegalArgumentException("an erasure carries out nothing else");
        }
        if (state == null) {
            return new Handled(
                    Answer.refused(
                            new PlayerRefusal.UnknownPlayer(envelope.player()),
                            envelope.nowMillis()),
                    null);
        }
        long now = Math.max(envelope.nowMillis(), state.changedAtMillis());
        PlayerErased event = new PlayerErased(now);
        PlayerState after = GameRules.evolve(state, envelope.player(), List.of(event), now);
        StateChange change =
                new StateChange(
                        changeIds.getAsLong(),
                        envelope.player(),
                        after.sequence(),
                        now,
                        command.getClass().getSimpleName(),
                        envelope.operationId(),
                        envelope.actor(),
                        CATALOG_VERSION,
                        Durability.HARD,
                        List.of(event),
                        after.wallet());
        return new Handled(
                new Answer(
                        new Outcome.Accepted(Result.Done.DONE),
                        after,
                        PassiveIncome.NONE,
                        now,
                        false),
                change);
    }
}
