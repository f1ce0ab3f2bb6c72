package com.luckyfunatic.storage.scylla;

import com.luckyfunatic.engine.player.PlayerId;

/** A row of the audit trail: something that happened to a player, and where it stands. */
sealed interface AuditRow permits AuditEntry, AuditFact {
    /** To whom it happened. */
    PlayerId player();

    /** Where it stands among the player's rows of its kind. */
    AuditPosition position();

    /** When it happened, epoch milliseconds. */
    long atMillis();
}
