package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.Actor;
import com.luckyfunatic.engine.Durability;
import com.luckyfunatic.engine.GameEvent;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import com.luckyfunatic.engine.wallet.Wallet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change of one player's state: the entry of the journal and of the audit.
 *
 * @param id unique among all changes; in the order of time as far as the clocks of the workers
 *     agree, so {@code sequence} is what orders the changes of a player
 * @param player whose state changed
 * @param sequence the state's sequence after it; 1 for the first, without gaps
 * @param atMillis when, epoch milliseconds
 * @param command the name of the command that caused it
 * @param operationId the caller's name for the intent, if there was one
 * @param actor who caused it
 * @param catalogVersion the content it was decided under: its version, and behind {@code #} the
 *     number of its release if it was released
 * @param durability when it may be answered
 * @param events what happened, in order, at least one
 * @param walletAfter balances after it
 */
public record StateChange(
        long id,
        PlayerId player,
        long sequence,
        long atMillis,
        String command,
        @Nullable OperationId operationId,
        Actor actor,
        String catalogVersion,
        Durability durability,
        List<GameEvent> events,
        Wallet walletAfter) {}
