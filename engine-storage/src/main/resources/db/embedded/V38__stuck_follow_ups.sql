-- Since when a follow-up waits and what was in its way; of those that wait already, since now. `failed_at`: the last attempt that
-- came to nothing, `failure` what failed then. Who has dropped a follow-up, and when, stays for ever: it is never carried out.
-- Times are epoch milliseconds.
ALTER TABLE follow_up ADD COLUMN queued_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE follow_up ADD COLUMN failed_attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE follow_up ADD COLUMN failed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE follow_up ADD COLUMN failure TEXT NOT NULL DEFAULT '';

UPDATE follow_up SET queued_at = CAST(strftime('%s', 'now') AS INTEGER) * 1000;

CREATE INDEX follow_up_by_wait ON follow_up (max(queued_at, due_at), id);

CREATE TABLE dropped_follow_up (
    player_id    INTEGER NOT NULL,
    operation_id TEXT    NOT NULL,
    dropped_by   TEXT    NOT NULL,
    dropped_at   INTEGER NOT NULL,
    PRIMARY KEY (player_id, operation_id)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 38;
