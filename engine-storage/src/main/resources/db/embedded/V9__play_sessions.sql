-- Stretches of play, as they were when they were last flushed. Of two states of one, that stays which has counted
-- more requests and taps.
CREATE TABLE play_session (
    player_id    INTEGER NOT NULL,
    started_at   INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    requests     INTEGER NOT NULL,
    taps         INTEGER NOT NULL,
    platform     TEXT,
    version      TEXT,
    PRIMARY KEY (player_id, started_at)
) WITHOUT ROWID;

PRAGMA user_version = 9;
