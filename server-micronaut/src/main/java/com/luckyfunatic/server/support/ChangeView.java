package com.luckyfunatic.server.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.storage.StateChange;
import com.luckyfunatic.engine.wallet.Wallet;
import com.luckyfunatic.operations.past.StoredTree;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change of a player's state: a line of the ledger.
 *
 * @param changeId its id
 * @param sequence which change of the player it is
 * @param at when
 * @param command what caused it
 * @param operationId under which name; null for none
 * @param actor who caused it: {@code player}, {@code job:…} or {@code operator:…}
 * @param catalogVersion the content it was decided under
 * @param durability {@code hard} or {@code soft}
 * @param funz the balance after it
 * @param funzDelta what it changed; null when the change before it is no longer kept
 * @param jokers the balance after it
 * @param jokersDelta what it changed; null when the change before it is no longer kept
 * @param events what happened, as it is stored
 */
@Schema(
        example =
                """
                {"changeId": "264905529753600001", "sequence": 1024,
                "at": "2026-11-22T15:00:00.123Z", "command": "AdjustBalance",
                "operationId": "0f8fad5b", "actor": "operator:ada", "catalogVersion": "1",
                "durability": "hard", "funz": 4505, "funzDelta": 500, "jokers": 15,
                "jokersDelta": 0, "events": [{"@type": "BalanceAdjusted"}]}
                """)
record ChangeView(
        String changeId,
        long sequence,
        Instant at,
        String command,
        @Nullable String operationId,
        String actor,
        String catalogVersion,
        String durability,
        long funz,
        @Nullable Long funzDelta,
        long jokers,
        @Nullable Long jokersDelta,
        @ArraySchema(schema = @Schema(implementation = Object.class)) List<JsonNode> events) {
    /**
     * Shows {@code change}.
     *
     * @param before balances before it; null when they are not known
     */
    static ChangeView of(StateChange change, @Nullable Wallet before) {
        OperationId operation = change.operationId();
        Wallet after = change.walletAfter();
        return new ChangeView(
                Long.toString(change.id()),
                change.sequence(),
                Instant.ofEpochMilli(change.atMillis()),
                change.command(),
                operation == null ? null : operation.value(),
                ActorWords.of(change.actor()),
                change.catalogVersion(),
                change.durability().name().toLowerCase(Locale.ROOT),
                after.funz(),
                before == null ? null : after.funz() - before.funz(),
                after.jokers(),
                before == null ? null : after.jokers() - before.jokers(),
                change.events().stream().map(StoredTree::of).toList());
    }
}
