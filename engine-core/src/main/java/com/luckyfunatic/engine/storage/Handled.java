package com.luckyfunatic.engine.storage;

import com.luckyfunatic.engine.Answer;
import org.jspecify.annotations.Nullable;

/**
 * What the rules made of a command.
 *
 * @param answer what the caller gets; with a change, its state is the state to store
 * @param change what to append to the journal; null when nothing changes, and then the state stays
 */
public record Handled(Answer answer, @Nullable StateChange change) {}
