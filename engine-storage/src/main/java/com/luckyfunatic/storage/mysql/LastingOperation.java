package com.luckyfunatic.storage.mysql;

import com.luckyfunatic.engine.OperationId;
import org.jspecify.annotations.Nullable;

/**
 * What is known for ever of an accepted hard operation.
 *
 * @param changeId the change that it made
 * @param sequence the state's sequence after it
 */
public record LastingOperation(OperationId id, @Nullable Long changeId, long sequence) {}
