-- Changes of `admission` that operators have made by plans, each once for ever. `document` says what held before and after, who
-- decided it and why. Rows are only added, in the transaction that changes `admission`. Times are epoch milliseconds.
CREATE TABLE admission_change (
    operation_id TEXT    PRIMARY KEY,
    player_id    INTEGER NOT NULL,
    changed_at   INTEGER NOT NULL,
    document     TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 29;
