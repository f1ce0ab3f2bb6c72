-- Which plan of an operator asks Telegram for the Stars of which payment, one row for each payment, written before Telegram is
-- asked. `unanswered`: how many times it was asked without being told that nothing came of it. `held_until`: plans that are made
-- from then on may take the row over while it is open. `ending`: 0 open, 1 refunded, 2 refused, 3 went back without the plan.
-- Times are epoch milliseconds.
CREATE TABLE stars_refund (
    charge       BLOB    PRIMARY KEY,
    revision     INTEGER NOT NULL,
    operation_id TEXT    NOT NULL,
    player_id    INTEGER NOT NULL,
    unanswered   INTEGER NOT NULL CHECK (unanswered >= 0),
    asked_at     INTEGER NOT NULL,
    held_until   INTEGER NOT NULL,
    ending       INTEGER NOT NULL CHECK (ending BETWEEN 0 AND 3),
    ended_at     INTEGER NOT NULL,
    words        TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 37;
