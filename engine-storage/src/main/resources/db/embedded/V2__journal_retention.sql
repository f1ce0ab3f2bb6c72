-- Up to which position the journal had grown at some moments, by the store's own clock: what is older
-- than it is kept for is removed by position.
CREATE TABLE journal_mark (
    at_millis INTEGER PRIMARY KEY,
    position  INTEGER NOT NULL
);

-- Survives the removal of the change that had it.
INSERT INTO meta (name, value) VALUES ('greatest_id', 0);

PRAGMA user_version = 2;
