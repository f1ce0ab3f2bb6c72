-- Transfers to the platform, and how far each has come: 0 pending, 1 sent, 2 unknown, 3 confirmed, 4 failed. A row stays for
-- ever; one that is finished is due at the end of time. Changes tell of transfers from here on.
CREATE TABLE transfer (
    transfer_id TEXT    PRIMARY KEY,
    player_id   INTEGER NOT NULL,
    account_id  TEXT    NOT NULL,
    item_id     TEXT    NOT NULL,
    quantity    INTEGER NOT NULL CHECK (quantity > 0),
    at_millis   INTEGER NOT NULL,
    step        INTEGER NOT NULL,
    sends       INTEGER NOT NULL,
    waits       INTEGER NOT NULL,
    sent_at     INTEGER NOT NULL,
    due_at      INTEGER NOT NULL,
    fence       INTEGER NOT NULL,
    reason      TEXT
) WITHOUT ROWID;

CREATE INDEX transfer_due ON transfer (due_at, transfer_id);
CREATE INDEX transfer_of_player ON transfer (player_id, at_millis, transfer_id);
CREATE INDEX transfer_by_step ON transfer (step, at_millis, transfer_id);

PRAGMA user_version = 15;
