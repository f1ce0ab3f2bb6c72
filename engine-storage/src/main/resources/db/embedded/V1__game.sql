-- One row per player: a state as of `sequence`. It may lag behind the journal; opening the file
-- replays what came after `meta.snapshot_position`.
CREATE TABLE player_state (
    player_id INTEGER PRIMARY KEY,
    sequence  INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    skip      INTEGER NOT NULL,
    format    INTEGER NOT NULL,
    state     TEXT    NOT NULL
);

-- The journal, in the order of commits. `previous` is the position of the player's change before, and
-- `skip` that of the player's last change whose sequence is a multiple of 64: a player's history is
-- read along them without an index, so that a change costs one append, whatever the number of players.
CREATE TABLE state_change (
    position  INTEGER PRIMARY KEY,
    id        INTEGER NOT NULL,
    player_id INTEGER NOT NULL,
    sequence  INTEGER NOT NULL,
    at_millis INTEGER NOT NULL,
    previous  INTEGER NOT NULL,
    skip      INTEGER NOT NULL,
    document  TEXT    NOT NULL
);

-- Operation ids with their first answer. `expires_at` is null for those kept for ever.
CREATE TABLE operation (
    player_id    INTEGER NOT NULL,
    operation_id TEXT    NOT NULL,
    fingerprint  TEXT    NOT NULL,
    answer       TEXT    NOT NULL,
    state        TEXT,
    at_millis    INTEGER NOT NULL,
    expires_at   INTEGER,
    PRIMARY KEY (player_id, operation_id)
) WITHOUT ROWID;

CREATE INDEX operation_by_expiry ON operation (expires_at) WHERE expires_at IS NOT NULL;
CREATE INDEX operation_by_stored_state ON operation (at_millis) WHERE state IS NOT NULL;

CREATE TABLE account (
    player_id     INTEGER PRIMARY KEY,
    telegram_id   INTEGER NOT NULL UNIQUE,
    first_name    TEXT    NOT NULL,
    last_name     TEXT,
    username      TEXT,
    language_code TEXT,
    premium       INTEGER NOT NULL,
    photo_url     TEXT,
    referrer_id   INTEGER,
    campaign      TEXT,
    joined_at     INTEGER NOT NULL,
    funz_earned   INTEGER NOT NULL DEFAULT 0,
    rank          INTEGER NOT NULL DEFAULT 1
);

CREATE INDEX account_by_referrer ON account (referrer_id, funz_earned DESC, player_id)
    WHERE referrer_id IS NOT NULL;

CREATE TABLE follow_up (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    player_id    INTEGER NOT NULL,
    operation_id TEXT    NOT NULL,
    command      TEXT    NOT NULL
);

-- Single values of the file as a whole.
CREATE TABLE meta (
    name  TEXT    PRIMARY KEY,
    value INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO meta (name, value) VALUES ('snapshot_position', 0);

-- The version of the schema, for builds that read the file: raise it with every migration.
PRAGMA user_version = 1;
