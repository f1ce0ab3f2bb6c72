package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.OperationId;
import org.jspecify.annotations.Nullable;

/**
 * An accepted hard operation as it is kept for ever.
 *
 * @param change the id of the change that it made; null where that is not kept
 * @param sequence of the state after it; 0 where that is not kept
 */
public record HardOperation(OperationId id, @Nullable Long change, long sequence) {}
