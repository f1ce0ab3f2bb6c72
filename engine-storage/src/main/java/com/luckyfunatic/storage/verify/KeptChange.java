package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.storage.StateChange;

/**
 * A change that is kept somewhere.
 *
 * @param isUnderWay whether it still waits in the journal, so that its operation may not be stored
 *     yet and the audit may or may not have it
 */
public record KeptChange(StateChange change, boolean isUnderWay) {}
