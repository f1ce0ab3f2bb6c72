package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.OperationId;
import com.luckyfunatic.engine.player.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * An operation id with its first answer.
 *
 * @param changeId the change that it made; null when nothing changed
 * @param sequence the state's sequence after it; 0 without a state
 * @param fingerprint what tells its command from others
 * @param answer the stored form of the answer, without the state
 * @param state the stored form of the answer's state; null when there is none or it is no longer
 *     kept
 * @param atMillis when it was answered, epoch milliseconds
 * @param lasting whether it is known for ever; otherwise for {@link Operations#KEPT}
 */
public record StoredOperation(
        PlayerId player,
        OperationId id,
        @Nullable Long changeId,
        long sequence,
        String fingerprint,
        String answer,
        @Nullable String state,
        long atMillis,
        boolean lasting) {}
