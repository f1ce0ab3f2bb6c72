-- What asking whether the store can be written writes: one row, larger than a page, so that a disk
-- without room for a change has none for it either.
CREATE TABLE writable_probe (
    id     INTEGER PRIMARY KEY,
    filler BLOB    NOT NULL
);

PRAGMA user_version = 3;
