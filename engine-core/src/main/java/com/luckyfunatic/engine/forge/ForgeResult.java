package com.luckyfunatic.engine.forge;

import com.luckyfunatic.engine.Result;

/** What forging gives back. */
public sealed interface ForgeResult extends Result {
    /** The card, and how often it has been forged now. */
    record Forged(SpecialCardId card, int count) implements ForgeResult {}
}
