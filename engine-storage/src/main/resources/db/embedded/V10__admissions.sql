-- Bans, and logins that were ended; one row for each player about whom somebody has decided, so it is nearly
-- always empty. `banned_until` is null for who is not banned, 9223372036854775807 for ever.
CREATE TABLE admission (
    player_id       INTEGER PRIMARY KEY,
    banned_until    INTEGER,
    ban_reason      TEXT,
    ban_actor       TEXT,
    banned_at       INTEGER,
    logins_ended_at INTEGER NOT NULL
);

PRAGMA user_version = 10;
