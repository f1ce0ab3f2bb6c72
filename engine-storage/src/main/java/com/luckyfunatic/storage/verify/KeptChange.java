package com.luckyfunatic.storage.verify;

import com.luckyfunatic.engine.storage.StateChange;

/** A change that is kept somewhere, and what else must be kept if it is. */
public record KeptChange(StateChange change, Kept where) {
    /** How far a change has come. */
    public enum Kept {
        /** On its way: its operation may not be stored yet, and the audit may not have it. */
        UNDER_WAY,
        /** Its operation is stored; the audit may or may not have it. */
        ARCHIVED,
        /** Where it stays. */
        AT_REST
    }
}
