-- The people who run the game. Nobody is removed, only disabled. `roles` has words with commas between; `credential` is
-- a hash with its algorithm, settings and salt.
CREATE TABLE operator (
    name       TEXT    PRIMARY KEY,
    roles      TEXT    NOT NULL,
    credential TEXT    NOT NULL,
    disabled   INTEGER NOT NULL CHECK (disabled IN (0, 1)),
    added_at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 24;
