-- Operations lay in the order of their keys, so that every new one went to another page, with its answer and its state; they are
-- appended now, and only the short index is in that order.
CREATE TABLE operation_as_it_came (
    position     INTEGER PRIMARY KEY,
    player_id    INTEGER NOT NULL,
    operation_id TEXT    NOT NULL,
    fingerprint  TEXT    NOT NULL,
    answer       TEXT    NOT NULL,
    state        TEXT,
    at_millis    INTEGER NOT NULL,
    expires_at   INTEGER
);

INSERT INTO operation_as_it_came (player_id, operation_id, fingerprint, answer, state, at_millis, expires_at)
SELECT player_id, operation_id, fingerprint, answer, state, at_millis, expires_at FROM operation ORDER BY at_millis;

DROP TABLE operation;

ALTER TABLE operation_as_it_came RENAME TO operation;

CREATE UNIQUE INDEX operation_by_key ON operation (player_id, operation_id);

CREATE INDEX operation_by_expiry ON operation (expires_at) WHERE expires_at IS NOT NULL;

CREATE INDEX operation_by_stored_state ON operation (at_millis) WHERE state IS NOT NULL;

PRAGMA user_version = 14;
