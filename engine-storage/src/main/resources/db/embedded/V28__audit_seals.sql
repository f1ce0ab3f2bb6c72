-- Seals on what is recorded for good: what the rows of a log said when they were complete, each `head` the hash of its seal and the head
-- before it. `marks` has the first eight bytes of the hash of each row. Rows are only added.
CREATE TABLE audit_seal (
    log             TEXT    NOT NULL,
    number          INTEGER NOT NULL CHECK (number > 0),
    epoch_day       INTEGER NOT NULL,
    from_position   INTEGER NOT NULL,
    to_position     INTEGER NOT NULL,
    earliest_millis INTEGER NOT NULL,
    rows_hash       TEXT    NOT NULL,
    marks           BLOB    NOT NULL,
    keyed           INTEGER NOT NULL,
    head            TEXT    NOT NULL,
    sealed_at       INTEGER NOT NULL,
    PRIMARY KEY (log, number)
) STRICT;

CREATE TRIGGER audit_seal_stays BEFORE DELETE ON audit_seal
BEGIN
    SELECT RAISE(ABORT, 'seals are not deleted');
END;

CREATE TRIGGER audit_seal_is_final BEFORE UPDATE ON audit_seal
BEGIN
    SELECT RAISE(ABORT, 'seals are not changed');
END;

-- Up to which position changes were removed because they were old: others that are missing were not removed by the store.
INSERT INTO meta (name, value)
SELECT 'removed_position', coalesce(
    (SELECT min(position) - 1 FROM state_change),
    (SELECT value FROM meta WHERE name = 'snapshot_position'));

PRAGMA user_version = 28;
